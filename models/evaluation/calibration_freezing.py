import hashlib
import json

from odoo import fields, models
from odoo.exceptions import UserError

from ...rules.digest import canonical, digest

REPORT = "hr_performance.calibration_report"
_PDF = {"res_model": "hr.performance.calibration.minutes", "res_field": "pdf"}


class CalibrationFreezing(models.Model):
    """The approval freezes the minutes: canonical JSON with its SHA-256, and a PDF (E8, G4)."""

    _inherit = "hr.performance.calibration"

    minutes_digest = fields.Char(
        string="SHA-256 of the minutes",
        readonly=True,
        copy=False,
        help="Of people, grades, moves and minutes as they were when the session was approved.",
    )
    minutes_pdf_sha256 = fields.Char(string="SHA-256 of the PDF", readonly=True, copy=False)

    def _after_approve(self, reason=None):
        result = super()._after_approve(reason=reason)
        for session in self:
            session._freeze_minutes()
        return result

    def _after_reopen(self, reason=None):
        result = super()._after_reopen(reason=reason)
        # The frozen rows stay; a new approval freezes again.
        self.write({"minutes_digest": False, "minutes_pdf_sha256": False})
        return result

    def _freeze_minutes(self):
        """Copy all that the minutes say. Runs inside the approval, so the process writes."""
        form = self.env["report.hr_performance.calibration_minutes"]._prepare_translated_form(self)
        text = canonical(form)
        found = hashlib.sha256(text.encode()).hexdigest()
        self.env["hr.performance.calibration.minutes"]._add(
            [
                {
                    "calibration_id": self.id,
                    "company_id": self.company_id.id,
                    "content": text,
                    "digest": found,
                    "user_id": self.env.uid,
                    "frozen_at": self.approved_at,
                }
            ]
        )
        self.write({"minutes_digest": found, "minutes_pdf_sha256": False})

    def _get_frozen_minutes(self):
        """Return the approved minutes (with the rights of the process) for who may read them.

        Empty while the session is not approved, and for somebody who may not see all people or
        all moves in it: the copy knows everybody.
        """
        self.ensure_one()
        self.check_access("read")
        minutes_sudo = self.env["hr.performance.calibration.minutes"].sudo()  # decided below
        if self.state != "approved" or not self._sees_everybody():
            return minutes_sudo
        domain = [("calibration_id", "=", self.id), ("digest", "=", self.minutes_digest)]
        return minutes_sudo.search(domain, limit=1)

    def _sees_everybody(self):
        moves = self.env["hr.performance.calibration.move"]
        domain = [("calibration_id", "=", self.id)]
        session_sudo = self.sudo()  # numbers only: whether something is hidden
        return len(self._get_visible_members()) == len(session_sudo._get_members()) and len(
            session_sudo.move_ids
        ) == moves.search_count(domain)

    # The PDF, by the same way as that of a signed document

    def action_open_minutes(self):
        """Open the frozen PDF; both digests are verified on the way."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_url",
            "url": f"/hr_performance/signed/{self._name}/{self.id}",
            "target": "new",
        }

    def _get_verified_pdf(self):
        """Return the bytes of the frozen PDF.

        :raises UserError: not approved, not all of it is the asker's to read, or it was changed
        """
        minutes_sudo = self._get_frozen_minutes()
        if not minutes_sudo:
            raise UserError(
                self.env._(
                    "%s: there are no approved minutes that you may read as a whole.", self.name
                )
            )
        session_sudo = self.sudo()  # who may read all of it was checked above
        session_sudo._check_frozen(minutes_sudo)
        session_sudo._freeze_pdf()
        pdf = session_sudo._get_pdf(minutes_sudo).raw or b""
        if hashlib.sha256(pdf).hexdigest() != session_sudo.minutes_pdf_sha256:
            session_sudo._refuse_changed()
        return pdf

    def _check_frozen(self, minutes):
        if digest(json.loads(minutes.content)) != minutes.digest:
            self._refuse_changed()

    def _refuse_changed(self):
        raise UserError(
            self.env._(
                "The approved minutes of %s were changed outside the process. Please inform the"
                " HR administrator.",
                self.name,
            )
        )

    def _get_pdf(self, minutes):
        domain = [("res_id", "=", minutes.id), *((key, "=", value) for key, value in _PDF.items())]
        return self.env["ir.attachment"].search(domain, limit=1)

    def _freeze_pdf(self):
        """Print the frozen minutes once, and keep the PDF with its SHA-256."""
        for session in self.filtered(lambda one: not one.minutes_pdf_sha256):
            minutes_sudo = session._get_frozen_minutes()
            pdf, _kind = self.env["ir.actions.report"]._render_qweb_pdf(REPORT, session.ids)
            self.env["ir.attachment"].create(
                {
                    **_PDF,
                    "res_id": minutes_sudo.id,
                    "name": f"{session.name}.pdf",
                    "raw": pdf,
                    "mimetype": "application/pdf",
                }
            )
            session._with_pass().write({"minutes_pdf_sha256": hashlib.sha256(pdf).hexdigest()})

    def _get_unfrozen_domain(self):
        return [
            ("state", "=", "approved"),
            ("minutes_digest", "!=", False),
            ("minutes_pdf_sha256", "=", False),
        ]
