from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules import coefficient


class ResultPublishing(models.Model):
    """Turns released evaluations into results (Formulas, section 5; requirement R1)."""

    _inherit = "hr.performance.result"

    @api.model
    def _publish(self, evaluations):
        """Publish the first result of each evaluation; returns the rows.

        :raises UserError: an evaluation without a released grade; never a silent 0 or 1
        """
        self._check_publishable(evaluations)
        return self._add(
            [
                vals
                for cycle, ones in evaluations.grouped("cycle_id").items()
                for vals in self._prepare_vals(cycle, ones)
            ]
        )

    @api.model
    def _check_publishable(self, evaluations):
        for evaluation in evaluations:
            rating = evaluation.rating_ids
            if rating.state != "released" or not rating.grade_id:
                raise UserError(
                    self.env._(
                        "%s has no released grade, so there is no coefficient to publish.",
                        evaluation.display_name,
                    )
                )

    @api.model
    def _prepare_vals(self, cycle, evaluations):
        tenures = evaluations.employee_id._get_performance_tenures()
        departments = {
            line.department_id.id: line.coefficient for line in cycle.department_coefficient_ids
        }
        now = fields.Datetime.now()
        return [
            {
                **self._prepare_figures(
                    cycle, evaluation, tenures[evaluation.employee_id.id], departments
                ),
                "evaluation_id": evaluation.id,
                "employee_id": evaluation.employee_id.id,
                "company_id": cycle.company_id.id,
                "cycle_id": cycle.id,
                "cycle_code": cycle.code,
                "bonus_code": cycle.bonus_code,
                "payout_from": cycle.payout_from,
                "payout_to": cycle.payout_to,
                "published_at": now,
                "published_by_id": self.env.uid,
            }
            for evaluation in evaluations
        ]

    @api.model
    def _prepare_figures(self, cycle, evaluation, tenure, departments):
        rating = evaluation.rating_ids
        individual = rating.grade_id.coefficient
        prorated = coefficient.proration(cycle.date_start, cycle.date_end, tenure.employed)
        if not prorated.days:
            raise UserError(
                self.env._(
                    "%s was not employed on any day of the cycle, so there is no coefficient.",
                    evaluation.display_name,
                )
            )
        department = coefficient.day_weighted(
            (days, departments.get(department_id, 1.0))
            for department_id, days in tenure.days_by_place(cycle.date_start, cycle.date_end)
        )
        return {
            "grade_code": rating.grade_id.code,
            "grade_name": rating.grade_id.name,
            "score": rating.score,
            "has_score": rating.has_score,
            "individual_coefficient": individual,
            "department_coefficient": department,
            "company_coefficient": cycle.company_coefficient,
            "proration": prorated.value,
            "days_employed": prorated.days,
            "days_total": prorated.total,
            "bonus_coefficient": coefficient.product(
                individual, department, cycle.company_coefficient, prorated.value
            ),
        }
