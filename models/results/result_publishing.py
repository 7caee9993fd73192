from odoo import api, fields, models

from ..core.publishing_terms import terms_of


class ResultPublishing(models.Model):
    """Turns released evaluations into results (Formulas, section 5; requirement R1)."""

    _inherit = "hr.performance.result"

    @api.model
    def _publish(self, evaluations):
        """Publish the first result of each evaluation; returns the rows.

        :raises UserError: an evaluation without a released grade; never a silent 0 or 1
        """
        terms = terms_of(evaluations)
        vals_list = []
        for cycle, ones in evaluations.grouped("cycle_id").items():
            facts = self._gather_facts(cycle, ones)
            for evaluation in ones:
                figures = self._prepare_figures(cycle, evaluation, facts)
                if cycle.coefficient_mode == "pool":
                    figures = self._apply_share(evaluation, figures, terms.pool)
                vals_list.append({**self._prepare_vals(cycle, evaluation), **figures})
        results = self._add(vals_list)
        results._after_published()
        return results

    def _after_published(self):
        """What follows from new rows, first ones and corrections alike. For the steps after it."""

    @api.model
    def _prepare_vals(self, cycle, evaluation):
        """Whose result it is, when payroll pays it, and whether an appeal may still change it."""
        provisional = bool(evaluation._get_open_appeals())
        return {
            "provisional": provisional,
            "provisional_note": provisional and terms_of(evaluation).note,
            "evaluation_id": evaluation.id,
            "employee_id": evaluation.employee_id.id,
            "company_id": cycle.company_id.id,
            "cycle_id": cycle.id,
            "cycle_code": cycle.code,
            "bonus_code": cycle.bonus_code,
            "payout_from": cycle.payout_from,
            "payout_to": cycle.payout_to,
            "published_at": fields.Datetime.now(),
            "published_by_id": self.env.uid,
        }
