from datetime import datetime, time, timedelta

from odoo import api, models

from ...rules.period import Period

# Coefficients of longer cycles are paid once, on a day that only the company knows.
PAID_IN_THE_NEXT = ("month", "quarter")
# Working days: for the goals from the start, for the reviews from the end of the period.
TO_SIGN_GOALS = 10
TO_EVALUATE = {"self_due": 5, "manager_due": 10}


class CycleEntry(models.Model):
    """What the form of a new cycle proposes: the next period of this length, its name and code,
    until when goals are signed and reviews given, and that its coefficient is paid in the period
    that follows. All of it can be changed.
    """

    _inherit = "hr.performance.cycle"

    @api.onchange("period", "company_id")
    def _onchange_period(self):
        if self._origin or not self.period:
            return
        period = Period.around(self.period, self._get_next_day())
        self.date_start, self.date_end = period.start, period.end
        if not self.template_id:
            self.template_id = self.env["hr.performance.template"].search(
                [("company_id", "in", (False, self.company_id.id))], limit=1
            )

    @api.onchange("date_start", "date_end")
    def _onchange_dates(self):
        if self._origin or not (self.date_start and self.date_end):
            return
        period = Period.around(self.period, self.date_start)
        former = Period.parse(self.code or "")
        # What somebody typed stays; what was proposed follows the dates.
        if not self.name or (former and self.name == self._describe_period(former)):
            self.name = self._describe_period(period)
        if not self.code or former:
            self.code = period.code
        paid = period.next() if self.period in PAID_IN_THE_NEXT else None
        self.payout_from, self.payout_to = (paid.start, paid.end) if paid else (False, False)
        self._propose_deadlines()

    def _propose_deadlines(self):
        """Without a deadline each to-do would be late on the day after it was made."""
        if not self.company_id.sudo().resource_calendar_id:  # which days are worked, no secret
            return
        today = self.company_id._get_performance_today()
        begin = max(self.date_start, min(today, self.date_end))
        self.planning_due = self._count_working_days(begin, TO_SIGN_GOALS)
        for name, days in TO_EVALUATE.items():
            self[name] = self._count_working_days(self.date_end, days)

    def _count_working_days(self, day, days):
        return self.company_id._get_performance_deadline(datetime.combine(day, time(12)), days)

    def _get_next_day(self):
        """The day after the latest cycle of this length, today if that is past."""
        latest = self.env["hr.performance.cycle"].search(
            [
                ("company_id", "=", self.company_id.id),
                ("period", "=", self.period),
                ("state", "!=", "cancelled"),
            ],
            order="date_end desc",
            limit=1,
        )
        today = self.company_id._get_performance_today()
        return max(today, latest.date_end + timedelta(days=1)) if latest else today

    @api.model
    def _describe_period(self, period):
        values = {"year": period.year, "number": period.number}
        names = {
            "month": self.env._("Month %(number)s of %(year)s", **values),
            "quarter": self.env._("Quarter %(number)s of %(year)s", **values),
            "half": self.env._("Half-year %(number)s of %(year)s", **values),
            "year": self.env._("Year %(year)s", **values),
        }
        return names[period.kind]
