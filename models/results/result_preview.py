from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Domain


class ResultPreview(models.Model):
    """What publishing a cycle would publish, for whom, and what stands against it (R1)."""

    _inherit = "hr.performance.result"

    @api.model
    def _try_figures(self, cycle, evaluations):
        """Return {evaluation id: figures}, and {evaluation id: why there are none}."""
        figures, obstacles = {}, {}
        # Grades and pay, for figures that the caller may prepare; read by it with the groups.
        cycle_sudo, evaluations_sudo = cycle.sudo(), evaluations.sudo()
        facts = self._gather_facts(cycle_sudo, evaluations_sudo)
        for evaluation in evaluations_sudo:
            try:
                figures[evaluation.id] = self._prepare_figures(cycle_sudo, evaluation, facts)
            except UserError as error:
                obstacles[evaluation.id] = error.args[0]
        return figures, obstacles

    @api.model
    def _preview(self, cycle):
        """Return one line for each person in the cycle, as plain values.

        What is not released yet has no figures: they are withheld from HR too, where HR judges.

        :raises AccessError: publishing this cycle is not up to the current user
        """
        cycle.check_access("write")
        cycle.evaluation_ids._lapse_overdue()
        evaluations = cycle.evaluation_ids.filtered(lambda one: one.state != "cancelled")
        published = self._preview_published(evaluations)
        todo = evaluations.filtered(lambda one: one.released_at and one.id not in published)
        figures, obstacles = self._try_figures(cycle, todo)
        if cycle.coefficient_mode == "pool":
            figures = self._preview_pool(cycle, todo, figures)
        obstacles = {**todo._get_publish_obstacles(), **obstacles}
        appealed = todo._get_open_appeals().evaluation_id.ids
        previous = self._get_previous(cycle, evaluations.employee_id)
        return [
            {
                "evaluation_id": one.id,
                "employee_id": one.employee_id.id,
                "department_id": one.department_id.id,
                "published": one.id in published,
                "has_appeal": one.id in appealed,
                "obstacle": obstacles.get(one.id, False)
                if one in todo or one.id in published
                else self.env._("The result is not released yet."),
                "previous_coefficient": previous.get(one.employee_id.id, 0.0),
                "has_previous": one.employee_id.id in previous,
                **(published.get(one.id) or figures.get(one.id) or {}),
            }
            for one in evaluations
        ]

    @api.model
    def _preview_published(self, evaluations):
        """{evaluation id: figures of its current result}"""
        rows_sudo = self.sudo().search(  # HR, who runs the cycle; pay has its groups
            [("evaluation_id", "in", evaluations.ids), ("is_current", "=", True)]
        )
        names = self._get_figure_names()
        return {
            row.evaluation_id.id: {
                name: row._fields[name].convert_to_write(row[name], row) for name in names
            }
            for row in rows_sudo
        }

    @api.model
    def _get_figure_names(self):
        """Names of what `_prepare_figures` fills and a preview shows."""
        return (
            "grade_name",
            "individual_coefficient",
            "department_coefficient",
            "company_coefficient",
            "days_employed",
            "days_total",
            "proration",
            "bonus_coefficient",
            "bonus_base",
            "amount",
        )

    @api.model
    def _preview_pool(self, cycle, evaluations, figures):
        """The pool as it would be divided between those who are ready."""
        if not (figures and cycle.sudo().bonus_budget):  # whether there is one
            return {}
        pool = self._divide_pool(cycle, figures)
        return {
            one.id: self._apply_share(one, figures[one.id], pool)
            for one in evaluations
            if one.id in figures
        }

    @api.model
    def _get_previous(self, cycle, employees):
        """{employee id: coefficient of the payout window before this cycle's, same bonus code}"""
        if not cycle.payout_from:
            return {}
        domain = Domain("employee_id", "in", employees.ids) & Domain("is_current", "=", True)
        domain &= Domain("company_id", "=", cycle.company_id.id)
        domain &= Domain("bonus_code", "=", cycle.bonus_code)
        domain &= Domain("payout_to", "<", cycle.payout_from)
        rows_sudo = self.sudo().search(domain, order="payout_from")  # as for published ones
        return {row.employee_id.id: row.bonus_coefficient for row in rows_sudo}
