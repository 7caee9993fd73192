from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

PORTION = 1000


class EvaluationConfirmation(models.Model):
    """The Evaluation Confirmation: the employee agrees, does not agree, or does not answer (F2)."""

    _inherit = "hr.performance.evaluation"

    released_at = fields.Datetime(readonly=True, copy=False)
    confirm_until = fields.Date(
        string="Answer until", readonly=True, copy=False, help="End of this day."
    )

    def _is_up_for_signing(self):
        return self.state == "communicating" and not self._is_answer_late()

    def _is_answer_late(self):
        """Whether the last day to answer is over, also before the nightly job has closed it."""
        today = self.company_id._get_performance_today()
        return bool(self.confirm_until) and self.confirm_until < today

    def _get_signing_refusal(self, role, seen_digest, vals):
        if self.state == "communicating" and self._is_answer_late():
            return self.env._(
                "%(evaluation)s could be answered until %(until)s. No answer is accepted any more;"
                " please speak to HR.",
                evaluation=self.sudo().display_name,  # reading it was checked before
                until=self.confirm_until,
            )
        disagrees = vals.get("decision") == "disagree"
        if disagrees and not (vals.get("comment") or "").strip():
            return self.env._("Please say with what you do not agree.")
        return super()._get_signing_refusal(role, seen_digest, vals)

    def _after_signature(self, signature):
        # Signing is not agreeing: the answer decides the state.
        self._transit_by_system("confirm" if signature.decision == "agree" else "disagree")
        self.env.ref("hr_performance.cron_freeze_pdf")._trigger()

    @api.model
    def _cron_lapse(self):
        """No answer by the deadline is a state of its own; no signature is invented."""
        # Each company has its own day; there are few of them.
        companies = self.env["res.company"].search([])  # pylint: disable=no-search-all
        overdue = Domain.OR(
            Domain("company_id", "=", company.id)
            & Domain("confirm_until", "<", company._get_performance_today())
            for company in companies
        )
        found = self.search(Domain("state", "=", "communicating") & overdue, limit=PORTION)
        found._transit_by_system("lapse")
        if len(found) == PORTION:  # the rest at once, each portion with a transaction of its own
            self.env.ref("hr_performance.cron_lapse")._trigger()

    def _lapse_overdue(self):
        """Whoever did not answer in time lapses now, before the nightly run comes to it."""
        self.filtered(
            lambda one: (
                one.state == "communicating"
                and one.confirm_until
                and one.confirm_until < one.company_id._get_performance_today()
            )
        )._transit_by_system("lapse")

    def _get_unfrozen_domain(self):
        return [
            ("state", "in", ("confirmed", "disagreed", "closed")),
            ("signature_ids", "!=", False),
            ("pdf_attachment_id", "=", False),
        ]

    def _prepare_signing_content(self):
        if hidden := self.filtered(lambda one: not one.released_at):
            raise UserError(
                self.env._(
                    "%s: grade and score are not released yet.",
                    ", ".join(hidden.mapped("display_name")),
                )
            )
        contents = {}
        for evaluation in self.sudo():  # released: from here on the employee may read it
            rating = evaluation.rating_ids
            contents[evaluation.id] = {
                "document": "confirmation",
                **evaluation._prepare_person_content(),
                **rating._prepare_content(),
                "agreement": evaluation.agreement_id.frozen_digest or None,
                "goals": [
                    {
                        "name": goal.name,
                        "weight": goal.weight,
                        "achievement": goal.achievement if goal.is_measured else None,
                    }
                    for goal in evaluation.goal_ids._get_counted()
                ],
            }
        return contents
