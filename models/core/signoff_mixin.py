import hashlib
import json

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules.digest import canonical, digest

# Models whose documents are frozen as a PDF: signed, or approved as minutes.
SIGNED_MODELS = (
    "hr.performance.agreement",
    "hr.performance.evaluation",
    "hr.performance.calibration",
)


class SignoffMixin(models.AbstractModel):
    """A document about one person that is put up for signing and signed.

    ``_freeze_content`` copies what is to be signed as canonical JSON with its SHA-256; from then
    on the document shows and prints this copy, whatever happens to goals, scales or names. A
    signature names the digest that the signer saw, and counts as long as it is the document's.

    An heir combines this with the workflow and line mixins and gives ``_signing_roles`` (who must
    sign), ``_signing_report`` (its printed form), ``_prepare_signing_content`` and
    ``_after_signature``.
    """

    _name = "hr.performance.signoff.mixin"
    _description = "Document to be signed"

    _signing_roles = ("employee",)
    _signing_report = None
    _signing_fields = (
        "frozen_content",
        "frozen_digest",
        "pdf_attachment_id",
        "pdf_sha256",
    )

    signature_ids = fields.One2many(
        "hr.performance.signature",
        "res_id",
        domain=lambda self: [("res_model", "=", self._name)],
        string="Signatures",
        readonly=True,
    )
    frozen_content = fields.Text(readonly=True, copy=False)
    frozen_digest = fields.Char(string="SHA-256", readonly=True, copy=False)
    pdf_attachment_id = fields.Many2one("ir.attachment", readonly=True, copy=False)
    pdf_sha256 = fields.Char(string="SHA-256 of the PDF", readonly=True, copy=False)
    can_sign = fields.Boolean(compute="_compute_can_sign")
    can_sign_for = fields.Boolean(compute="_compute_can_sign")

    @api.depends("state", "signature_ids", "frozen_digest")
    @api.depends_context("uid")
    def _compute_can_sign(self):
        roles = self._get_roles()
        for document in self:
            awaited = document._get_awaited_roles()
            document.can_sign = bool(awaited & roles[document.id])
            document.can_sign_for = "employee" in awaited and "officer" in roles[document.id]

    # What an heir tells

    def _is_up_for_signing(self):
        """Whether this document may be signed now."""
        raise NotImplementedError

    def _prepare_signing_content(self):
        """Return {id: JSON-able dict} of what is signed, for all records at once."""
        raise NotImplementedError

    def _after_signature(self, signature):
        """Take the step that follows from a signature."""
        raise NotImplementedError

    # Freezing

    def _freeze_content(self):
        """Copy what is to be signed. Runs inside a transition, so the process writes."""
        now = fields.Datetime.to_string(fields.Datetime.now())
        quiet = self.with_context(tracking_disable=True)  # none of it is tracked: asking costs
        for record_id, content in self._prepare_translated_content().items():
            text = canonical({**content, "frozen_at": now})
            document = quiet.browse(record_id)
            document._with_pass().write(
                {
                    "frozen_content": text,
                    "frozen_digest": hashlib.sha256(text.encode()).hexdigest(),
                    "pdf_attachment_id": False,
                    "pdf_sha256": False,
                }
            )

    def _prepare_translated_content(self):
        """Return {id: content} with the names of grades, jobs, … in the language of the person."""
        contents = {}
        groups = self.grouped(lambda one: one.employee_id._get_performance_lang())
        for lang, documents in groups.items():
            contents |= documents.with_context(lang=lang)._prepare_signing_content()
        return contents

    def _get_content(self):
        """Return the content to show or print: the frozen copy, or live before there is one."""
        self.ensure_one()
        if self.frozen_content:
            return json.loads(self.frozen_content)
        return self._prepare_translated_content()[self.id]

    def _check_frozen_content(self):
        """Refuse a document whose frozen copy no longer has its digest."""
        for document in self:
            content = document.frozen_content or ""
            if not content or digest(json.loads(content)) != document.frozen_digest:
                raise UserError(
                    self.env._(
                        "%s does not match its digest: it was changed outside the process. "
                        "Please inform the HR administrator.",
                        document.display_name,
                    )
                )

    # Signing

    def _get_valid_signatures(self):
        self.ensure_one()
        return self.sudo().signature_ids.filtered(  # who signed decides, whoever asks
            lambda signature: signature.digest == self.sudo().frozen_digest
        )

    def _get_awaited_roles(self):
        """Roles whose signature is still missing."""
        self.ensure_one()
        if not self._is_up_for_signing():
            return set()
        return set(self._signing_roles) - set(self._get_valid_signatures().mapped("role"))

    def _sign(self, role, seen_digest, vals):
        """Sign as ``role`` the content with ``seen_digest``.

        :param vals: method, image, decision, comment, and for a paper signature proof and reason
        :raises UserError: not up for signing, not this person's to sign, signed already, or the
            content is not the one that the signer saw
        """
        self.ensure_one()
        self.check_access("read")
        if refusal := self._get_signing_refusal(role, seen_digest, vals):
            raise UserError(refusal)
        document_sudo = self.sudo()  # the refusals above are the decision
        document_sudo._check_frozen_content()
        signature = self.env["hr.performance.signature"]._add(
            [document_sudo._prepare_signature_vals(role, vals)]
        )
        document_sudo._after_signature(signature)
        return signature

    def _get_signing_refusal(self, role, seen_digest, vals):
        """Return why the current user cannot sign, None when they can."""
        name = self.sudo().display_name  # reading the document was checked before
        if not self._is_up_for_signing():
            return self.env._("%s is not up for signing now.", name)
        if role not in self._get_awaited_roles():
            return self.env._("%s is signed by this side already.", name)
        roles = self._get_roles()[self.id]
        on_paper = vals.get("method") == "paper"
        if on_paper and (refusal := self._get_paper_refusal(role, roles, vals)):
            return refusal
        if not on_paper and role not in roles:
            return self.env._(
                "%(name)s cannot be signed by you as “%(role)s”: nobody signs for somebody else.",
                name=name,
                role=self.env["hr.performance.workflow.labels"]._get_role(role),
            )
        if seen_digest != self.sudo().frozen_digest:  # no content, only whether it is the same
            return self.env._(
                "%s changed since you opened it. Please read it again before you sign.", name
            )
        return None

    def _get_paper_refusal(self, role, roles, vals):
        if role != "employee" or "officer" not in roles:
            return self.env._(
                "Only an HR officer can enter a paper signature, and only for the employee "
                "(never for themselves)."
            )
        if not (vals.get("proof") and (vals.get("proxy_reason") or "").strip()):
            return self.env._("A paper signature needs the signed paper and the reason.")
        return None

    def _prepare_signature_vals(self, role, vals):
        employee = self.employee_id
        on_paper = vals.get("method") == "paper"
        return {
            **vals,
            "res_model": self._name,
            "res_id": self.id,
            "document_name": self.display_name,
            "employee_id": employee.id,
            "company_id": self.company_id.id,
            "role": role,
            **self._prepare_signer(),
            "on_behalf_id": employee.id if on_paper else False,
            "on_behalf_name": employee.name if on_paper else False,
            "digest": self.frozen_digest,
            "signed_at": fields.Datetime.now(),
        }

    # The frozen PDF

    def _freeze_pdf(self):
        """Render the signed form once and keep it with its SHA-256.

        It hangs on the last signature, which nobody can write, so nobody can replace the file.
        """
        for document in self.filtered(lambda doc: not doc.pdf_attachment_id):
            signatures = document._get_valid_signatures()
            if set(self._signing_roles) - set(signatures.mapped("role")):
                continue
            pdf, _kind = self.env["ir.actions.report"]._render_qweb_pdf(
                self._signing_report, document.ids
            )
            attachment = self.env["ir.attachment"].create(
                {
                    "name": f"{document.display_name}.pdf",
                    "raw": pdf,
                    "mimetype": "application/pdf",
                    "res_model": "hr.performance.signature",
                    "res_id": signatures[-1].id,
                }
            )
            document._with_pass().write(
                {
                    "pdf_attachment_id": attachment.id,
                    "pdf_sha256": hashlib.sha256(pdf).hexdigest(),
                }
            )

    def action_open_pdf(self):
        """Open the frozen PDF; its SHA-256 is verified on the way."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_url",
            "url": f"/hr_performance/signed/{self._name}/{self.id}",
            "target": "new",
        }

    def _get_verified_pdf(self):
        """Return the bytes of the frozen PDF.

        :raises UserError: nothing signed yet, or the file does not have its SHA-256 any more
        """
        self.ensure_one()
        self.check_access("read")
        document_sudo = self.sudo()  # reading the document was checked above
        if document_sudo.frozen_content:
            document_sudo._check_frozen_content()
        document_sudo._freeze_pdf()
        pdf = document_sudo.pdf_attachment_id.raw or b""
        if not pdf:
            raise UserError(self.env._("%s is not signed yet.", document_sudo.display_name))
        if hashlib.sha256(pdf).hexdigest() != document_sudo.pdf_sha256:
            raise UserError(
                self.env._(
                    "The stored PDF of %s was changed after signing. Please inform the HR "
                    "administrator.",
                    document_sudo.display_name,
                )
            )
        return pdf

    def _get_unfrozen_domain(self):
        """Documents whose signatures are complete and whose PDF is not frozen yet."""
        raise NotImplementedError

    @api.model
    def _cron_freeze_pdf(self, limit=20):
        """Render the PDFs of signed documents; a signature does not wait for its PDF."""
        cron = self.env["ir.cron"]
        signed = [self.env[name] for name in SIGNED_MODELS]
        counts = [model.search_count(model._get_unfrozen_domain()) for model in signed]
        cron._commit_progress(remaining=sum(counts))
        for model in signed:
            documents = model.search(model._get_unfrozen_domain(), limit=limit)
            for document in documents.try_lock_for_update():
                document._freeze_pdf()
                if not cron._commit_progress(1):
                    return
