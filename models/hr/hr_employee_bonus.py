from datetime import timedelta

from odoo import api, models
from odoo.exceptions import UserError


class HrEmployeeBonus(models.Model):
    """What of a person's employment goes into the bonus: base, and days that do not count."""

    _inherit = "hr.employee"

    @api.private
    def get_bonus_amount(self, date, bonus_code="QUARTER", default=None):
        """Return the bonus in money whose payout window contains ``date``.

        The amounts of a pool sum to its budget exactly, which base × coefficient does only up to
        its rounding. Arguments as those of ``get_bonus_coefficient``.

        :rtype: float
        :raises UserError: nothing is published and there is no default, or no bonus base was known
        """
        result = self._get_bonus_result(date, bonus_code, required=default is None)
        if not result:
            return default
        if not result.bonus_base:
            raise UserError(
                self.env._(
                    "%(result)s was published without a bonus base, so its amount is not known."
                    " Please enter the base on the employee and correct the result, or let the"
                    " salary rule multiply the coefficient with a base of its own.",
                    result=result.display_name,
                )
            )
        return result.amount

    def _get_performance_bonus_bases(self, day):
        """Return {employee id: bonus base in force on ``day``, 0 if none is set}, in one query.

        Before the first version of somebody, the first one counts.
        """
        # Pay, for figures that are published; where it is shown, the fields have their groups.
        versions = (
            self.env["hr.version"]
            .sudo()
            .search([("employee_id", "in", self.ids)], order="employee_id, date_version, id")
        )
        bases = {}
        for version in versions:
            if version.employee_id.id not in bases or version.date_version <= day:
                bases[version.employee_id.id] = version.performance_bonus_base
        return bases

    def _get_performance_excluded_days(self, start, end):
        """Return {employee id: set of days of unpaid leave} between two dates, both counted.

        Calendar days, as the cycle's; leave of less than a day does not count. Without Odoo's Time
        Off there is none. A module with other records of absence extends this method.
        """
        excluded = {employee_id: set() for employee_id in self.ids}
        if "hr.leave" not in self.env:
            return excluded
        leaves = (
            self.env["hr.leave"]
            .sudo()  # days only, for figures that are published
            .search(
                [
                    ("employee_id", "in", self.ids),
                    ("state", "=", "validate"),
                    ("holiday_status_id.unpaid", "=", True),
                    ("request_date_from", "<=", end),
                    ("request_date_to", ">=", start),
                ]
            )
        )
        for leave in leaves:
            first, last = max(leave.request_date_from, start), min(leave.request_date_to, end)
            if first == last and leave.number_of_days < 1:
                continue
            excluded[leave.employee_id.id].update(
                first + timedelta(days=offset) for offset in range((last - first).days + 1)
            )
        return excluded
