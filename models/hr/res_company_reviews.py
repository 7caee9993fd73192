from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...rules.reminder import DEFAULT_DAYS, parse_days


class ResCompanyReviews(models.Model):
    """When reviewers are reminded, and how long personal links work (requirements E3, G3)."""

    _inherit = "res.company"

    performance_reminder_days = fields.Char(
        string="Reminders before a deadline (days)",
        default=DEFAULT_DAYS,
        help="Whole days, separated by commas; empty: nobody is reminded.",
    )
    performance_link_days = fields.Integer(
        string="Personal links work for (days)",
        default=30,
        help="After that a reviewer outside the company needs a new link.",
    )
    performance_person_days = fields.Integer(
        string="Personal links of employees work for (days)",
        default=120,
        help="After that an employee without a login needs a new link.",
    )
    performance_part_days = fields.Integer(
        string="Own part of a former manager (working days)",
        default=10,
        help="Counted from the day on which the change of the manager is entered.",
    )

    _performance_part_days = models.Constraint(
        "CHECK(performance_part_days BETWEEN 1 AND 90)",
        "A former manager has 1 to 90 working days for the own part.",
    )
    _performance_link_days = models.Constraint(
        "CHECK(performance_link_days BETWEEN 1 AND 365)",
        "A personal link works for 1 to 365 days.",
    )

    _performance_person_days = models.Constraint(
        "CHECK(performance_person_days BETWEEN 1 AND 400)",
        "The personal link of an employee works for 1 to 400 days.",
    )

    @api.constrains("performance_reminder_days")
    def _check_performance_reminder_days(self):
        for company in self:
            try:
                parse_days(company.performance_reminder_days)
            except ValueError as error:
                raise ValidationError(
                    self.env._(
                        "Reminders before a deadline: please give whole days from 0 to 90,"
                        " separated by commas, for example %s.",
                        DEFAULT_DAYS,
                    )
                ) from error

    def _get_performance_reminder_days(self):
        """Days before a deadline on which people are reminded, the longest first."""
        self.ensure_one()
        return parse_days(self.performance_reminder_days)

    def _get_performance_part_deadline(self):
        """Until when a former manager who is asked today gives the own part (requirement G2)."""
        self.ensure_one()
        return self._get_performance_deadline(fields.Datetime.now(), self.performance_part_days)

    def _get_performance_officers(self):
        """Users who are told what HR has to see to in this company."""
        self.ensure_one()
        # Whose task it is does not depend on who asks.
        group_sudo = self.env.ref("hr_performance.group_officer").sudo()
        return group_sudo.all_user_ids.filtered(
            lambda user: user.active and not user.share and self in user.company_ids
        )
