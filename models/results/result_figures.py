from dataclasses import dataclass, field
from datetime import date

from odoo import api, models
from odoo.exceptions import UserError

from ...rules import coefficient
from ...rules.tenure import Tenure
from ..core.coefficient_modes import PARTS


@dataclass(frozen=True)
class Facts:
    """What is read once for many people: by employee, and the departments' coefficients."""

    tenures: dict[int, Tenure]
    bases: dict[int, float]
    departments: dict[int, float]
    excluded: dict[int, set[date]] = field(default_factory=dict)


class ResultFigures(models.Model):
    """The figures of results, before anybody decides to publish them (Formulas, section 5)."""

    _inherit = "hr.performance.result"

    @api.model
    def _gather_facts(self, cycle, evaluations):
        employees = evaluations.employee_id
        period = (cycle.date_start, cycle.date_end)
        counts_leave = cycle.company_id.performance_exclude_unpaid
        return Facts(
            tenures=employees._get_performance_tenures(),
            bases=employees._get_performance_bonus_bases(cycle.date_end),
            departments={
                line.department_id.id: line.coefficient for line in cycle.department_coefficient_ids
            },
            excluded=employees._get_performance_excluded_days(*period) if counts_leave else {},
        )

    @api.model
    def _prepare_figures(self, cycle, evaluation, facts, changes=None):
        """Return the figures of one person as values of a result; in a pool, the claim on it.

        :param dict changes: inputs that HR sets by a correction, instead of what was computed
        :raises UserError: why there is no coefficient
        """
        rating = evaluation.rating_ids
        grade = rating._get_released_grade()
        figures = {
            "grade_code": grade["code"],
            "grade_name": grade["name"],
            "score": rating.score,
            "has_score": rating.has_score,
            "individual_coefficient": grade["coefficient"],
            "company_coefficient": cycle.company_coefficient,
            **self._prepare_days(cycle, evaluation, facts),
            "mode": cycle.coefficient_mode,
            **{f"{part}_weight": cycle[f"{part}_weight"] for part in PARTS},
            "currency_id": cycle.currency_id.id,
            "bonus_base": facts.bases.get(evaluation.employee_id.id, 0.0),
            **(changes or {}),
        }
        figures["proration"] = coefficient.day_share(
            figures["days_employed"], figures["days_total"]
        )
        figures["bonus_coefficient"] = self._combine(figures)
        if cycle.coefficient_mode == "pool" and figures["bonus_base"] <= 0:
            raise UserError(
                self.env._(
                    "%s has no bonus base, so there is no share of the pool. Please enter it on the"
                    " employee.",
                    evaluation.employee_id.name,
                )
            )
        figures["amount"] = coefficient.amount(
            figures["bonus_base"], figures["bonus_coefficient"], cycle.currency_id.decimal_places
        )
        return figures

    @api.model
    def _prepare_days(self, cycle, evaluation, facts):
        """Days that count, and the coefficient of the departments on them."""
        period = (cycle.date_start, cycle.date_end)
        tenure = facts.tenures[evaluation.employee_id.id]
        places = tenure.days_by_place(*period)
        if not places:
            raise UserError(
                self.env._(
                    "%s was not employed on any day of the cycle, so there is no coefficient.",
                    evaluation.display_name,
                )
            )
        excluded = facts.excluded.get(evaluation.employee_id.id, ())
        left_out = sum(1 for day in excluded if tenure.is_employed(day))
        prorated = coefficient.proration(*period, tenure.employed, left_out)
        return {
            "department_coefficient": coefficient.day_weighted(
                (days, facts.departments.get(place, 1.0)) for place, days in places
            ),
            "days_employed": prorated.days,
            "days_excluded": left_out,
            "days_total": prorated.total,
        }

    @api.model
    def _combine(self, figures):
        """Coefficient of one person by the mode of the cycle; in a pool, the claim on it."""
        values = [figures[f"{part}_coefficient"] for part in PARTS]
        if figures["mode"] == "weighted":
            weights = (figures[f"{part}_weight"] for part in PARTS)
            return coefficient.weighted(zip(weights, values, strict=True), figures["proration"])
        return coefficient.product(*values, figures["proration"])
