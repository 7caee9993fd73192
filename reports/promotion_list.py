from odoo import api, fields, models

from .form_mixin import GAP


class PromotionList(models.AbstractModel):
    """The promotion list of a cycle with the facts (R4), in the language of whoever prints it."""

    _name = "report.hr_performance.promotion_list"
    _inherit = ["hr.performance.form.mixin"]
    _description = "Promotion list, printed"

    _form_model = "hr.performance.outcome"

    @api.model
    def _get_report_values(self, docids, data=None):
        """A page for each cycle, of those printed that are promotions."""
        outcomes = self.env[self._form_model].browse(docids)
        outcomes.check_access("read")
        chosen = outcomes.filtered(lambda one: one.kind == "promotion")
        return {
            "doc_ids": docids,
            "doc_model": self._form_model,
            "docs": chosen,
            "forms": [
                self._prepare_translated_form(ones) for ones in chosen.grouped("cycle_id").values()
            ],
        }

    @api.model
    def _get_form_lang(self, document):
        """It is about many people: in the language of whoever prints it."""
        return self.env.lang or "en_US"

    @api.model
    def _prepare_form(self, document):
        cycle_sudo = document.sudo().cycle_id  # names on the form, of rows that the asker reads
        return {
            "title": self.env._("Promotion list"),
            "company": cycle_sudo.company_id.name,
            "person": [
                (self.env._("Cycle"), cycle_sudo.name),
                (self.env._("People"), self._figure(len(document))),
            ],
            "rows": [self._prepare_row(one) for one in document],
            "small_print": [
                self.env._("As of %s", self._date(fields.Date.context_today(self))),
                self.env._("Confidential: not for the people on it."),
            ],
        }

    @api.model
    def _prepare_row(self, outcome):
        outcome_sudo = outcome.sudo()  # names of people in a row that the asker reads
        return {
            "name": outcome_sudo.employee_id.name,
            "department": outcome_sudo.department_id.name or "",
            "job": outcome_sudo.job_id.name or GAP,
            "years": self._figure(outcome.job_years, digits=1) if outcome.job_since else GAP,
            "basis": outcome.basis,
            "last": outcome.last_promotion or GAP,
            "pools": outcome.talent_pools or GAP,
            "potential": self._label(outcome._name, "potential", outcome.potential) or GAP,
            "state": self._label(outcome._name, "state", outcome.state),
            "why": outcome.dismiss_reason or outcome.done_note or "",
        }
