from odoo import api, models

_EARLIER = 2


class RatingEarlier(models.Model):
    """The grades of the cycles before, beside which a new one is looked at (E8, R4)."""

    _inherit = "hr.performance.rating"

    @api.model
    def _get_earlier_grades(self, cycle, employees):
        """Return {employee id: [(cycle's name, grade) or None]}, newest first.

        Released grades only, of cycles of the same kind, as far as the caller may read them.
        """
        cycle_sudo = cycle.sudo()  # names of cycles, beside one that the caller reads
        cycles = cycle_sudo.search(
            [
                ("company_id", "=", cycle_sudo.company_id.id),
                ("period", "=", cycle_sudo.period),
                ("date_start", "<", cycle_sudo.date_start),
                ("state", "not in", ("draft", "cancelled")),
            ],
            order="date_start desc",
            limit=_EARLIER,
        )
        ratings = self.search_fetch(
            [
                ("cycle_id", "in", cycles.ids),
                ("employee_id", "in", employees.ids),
                ("state", "=", "released"),
            ],
            ["cycle_id", "employee_id", "grade_id"],
        )
        # Keys and names of set-up; which ratings there are was found by the caller's rights.
        rows = ratings.sudo()
        found = {(one.employee_id.id, one.cycle_id.id): one.grade_id for one in rows}
        return {
            employee.id: [
                (one.name, found[employee.id, one.id]) if (employee.id, one.id) in found else None
                for one in cycles
            ]
            for employee in employees
        }
