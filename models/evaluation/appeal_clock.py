from odoo import api, fields, models
from odoo.tools import format_date, format_duration


class AppealClock(models.Model):
    """The time that is left to decide, visible to everybody who reads the appeal (A3)."""

    _inherit = "hr.performance.appeal"

    clock = fields.Char(string="Time left", compute="_compute_clock")
    clock_level = fields.Selection(
        [("fine", "In time"), ("soon", "One working day left"), ("late", "Late")],
        compute="_compute_clock",
    )
    days_left = fields.Integer(
        string="Working days left",
        compute="_compute_clock",
        help="Whole working days after today; negative: so many working days late.",
    )
    hours_left = fields.Float(string="Working hours left today", compute="_compute_clock")
    time_used = fields.Float(string="Time used (%)", compute="_compute_clock")
    days_taken = fields.Integer(
        string="Working days taken",
        readonly=True,
        aggregator="avg",
        help="From the day of filing to the day of the decision.",
    )
    late = fields.Boolean(string="Decided late", readonly=True)

    @api.depends("state", "filed_at", "due")
    @api.depends_context("lang")
    def _compute_clock(self):
        self.update(
            {
                "clock": False,
                "clock_level": False,
                "days_left": 0,
                "hours_left": 0.0,
                "time_used": 0.0,
            }
        )
        running = self.filtered(lambda appeal: appeal._is_open() and appeal.due)
        for company, appeals in running.grouped("company_id").items():
            clocks = company._get_performance_clocks(
                [(appeal.filed_at, appeal.due) for appeal in appeals]
            )
            for appeal, left in zip(appeals, clocks, strict=True):
                appeal.update(
                    {
                        "clock": appeal._describe_clock(left),
                        "clock_level": appeal._get_clock_level(left),
                        "days_left": left.days,
                        "hours_left": left.hours,
                        "time_used": left.used * 100,
                    }
                )

    @api.model
    def _get_clock_level(self, left):
        if left.late:
            return "late"
        return "soon" if left.days <= 1 else "fine"

    def _describe_clock(self, left):
        words = {
            "due": format_date(self.env, self.due),
            "hours": format_duration(left.hours),
            "days": abs(left.days),
        }
        if left.late:
            return self.env._("Late: due on %(due)s, working days since: %(days)s", **words)
        if left.days and not left.hours:
            return self.env._("Working days left: %(days)s (until %(due)s)", **words)
        if left.days:
            return self.env._(
                "Working days left: %(days)s, and today %(hours)s h (until %(due)s)", **words
            )
        return self.env._("Last day: %(hours)s working hours left (until %(due)s)", **words)

    def _prepare_clock_end(self):
        """What the clock says at the decision, kept for the statistics."""
        self.ensure_one()
        now = fields.Datetime.now()
        company = self.company_id
        return {
            "decided_at": now,
            "days_taken": company._count_performance_days(self.filed_at, now),
            "late": company._get_performance_local(now).date() > self.due,
        }
