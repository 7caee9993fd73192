from odoo import api, fields, models
from odoo.exceptions import UserError


class HrEmployee(models.Model):
    _inherit = "hr.employee"

    performance_result_ids = fields.One2many(
        "hr.performance.result",
        "employee_id",
        string="Performance results",
        readonly=True,
        groups="hr_performance.group_officer,hr_performance.group_payroll,"
        "hr_performance.group_auditor",
    )

    @api.private
    def get_bonus_coefficient(self, date, bonus_code="QUARTER", default=None):
        """Return the current published bonus coefficient whose payout window contains ``date``.

        For salary rules and other server code: ``employee.get_bonus_coefficient(payslip.date_to)``.
        Employees that are read together are answered with one query.

        :param date: a date, or its ISO text
        :param str bonus_code: the kind of bonus, as set on the cycle
        :param default: returned when nothing is published; without it that is an error
        :rtype: float
        :raises UserError: nothing is published and there is no default; or results of two cycles
            are, which happens to somebody who moved between companies
        """
        result = self._get_bonus_result(date, bonus_code, required=default is None)
        return result.bonus_coefficient if result else default

    def _get_bonus_result(self, date, bonus_code, required):
        """Return the one current result that payroll finds; empty if there need not be one."""
        self.ensure_one()
        day = fields.Date.to_date(date)
        # Payroll code runs as a payroll user who needs no other right on results than this one.
        found = self.sudo().performance_result_ids.filtered(
            lambda result: (
                result.is_current
                and result.bonus_code == bonus_code
                and result.payout_from <= day <= result.payout_to
            )
        )
        if len(found) > 1:
            raise UserError(found._describe_two_coefficients(day))
        if found or not required:
            return found
        raise UserError(
            self.env._(
                "No bonus coefficient is published for %(employee)s, bonus code %(code)s, on"
                " %(date)s. Publish the cycle in Performance, or give the salary rule a default.",
                employee=self.sudo().name,  # for payroll code, as above
                code=bonus_code,
                date=day,
            )
        )

    def _has_left(self, day):
        """Whether this person is archived, or the contract ended before this day."""
        self.ensure_one()
        version_sudo = self.sudo().current_version_id  # only whether it is over is told
        end = version_sudo.contract_date_end or version_sudo.departure_date
        return not self.active or bool(end and end < day)

    def _get_performance_tenures(self):
        """Return {employee id: Tenure} with contract periods and departments, in one query.

        Somebody without any contract date counts as employed until the departure, if there is one.
        """
        versions = (
            self.env["hr.version"]
            .sudo()
            .search(  # HR data, for figures that are published
                [("employee_id", "in", self.ids)], order="employee_id, date_version, id"
            )
        )
        by_employee = versions.grouped(lambda version: version.employee_id.id)
        return {
            employee_id: by_employee.get(employee_id, versions.browse())._as_performance_tenure()
            for employee_id in self.ids
        }
