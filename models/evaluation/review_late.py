from collections import defaultdict

from odoo import api, models

from ...rules import reminder

# Who reviews in these roles is known to the line; of the others only HR is told.
KNOWN_ROLES = ("self", "manager", "second")


class ReviewLate(models.Model):
    """Every night: reminders before the deadline, escalation after it (requirement G3)."""

    _inherit = "hr.performance.review.digest"

    @api.model
    def _cron_follow_up(self):
        """Bring counts up to date, remind and escalate; cycle by cycle, in one pass each."""
        cron = self.env["ir.cron"]
        cycles = self._get_cycles_to_follow()
        cron._commit_progress(remaining=len(cycles))
        for cycle in cycles:
            self._follow_up(cycle)
            self._remind_outside(cycle)
            if not cron._commit_progress(1):
                return

    @api.model
    def _get_cycles_to_follow(self):
        """Cycles in which somebody owes a review, or was told of one that is given by now."""
        reviews = self.env["hr.performance.review"]
        owed = reviews._read_group(reviews._get_owed_domain(), ["cycle_id"])
        told = self._read_group(["|", ("owed_count", ">", 0), ("late_count", ">", 0)], ["cycle_id"])
        return self.env["hr.performance.cycle"].union(*(cycle for (cycle,) in owed + told))

    @api.model
    def _remind_outside(self, cycle):
        """The same for reviewers outside the company: they get a new personal link."""
        company = cycle.company_id
        today, days = company._get_performance_today(), company._get_performance_reminder_days()
        owed = self.env["hr.performance.review.owed"].search(
            [("cycle_id", "=", cycle.id), ("external_id", "!=", False), ("date_due", ">=", today)]
        )
        last = owed.external_id._get_days_of_links()
        owed.external_id.filtered(
            lambda one: reminder.is_due(today, cycle.manager_due, days, last.get(one.id))
        )._send_links()

    @api.model
    def _find_late(self, cycle):
        """Return {user who is told: ids of the late reviews}.

        Those above a reviewer learn only of roles whose reviewers are known; of peers, direct
        reports and reviewers outside HR alone is told.
        """
        today = cycle.company_id._get_performance_today()
        owed = self.env["hr.performance.review.owed"].search(
            [("cycle_id", "=", cycle.id), ("date_due", "<", today)]
        )
        officers = cycle.company_id._get_performance_officers() if owed else ()
        late = defaultdict(set)
        for row in owed:
            about = row.employee_id.user_id
            above = row.reviewer_id.parent_id.user_id if row.role in KNOWN_ROLES else about
            for user in {above, *officers} - {about, about.browse()}:
                late[user].add(row.id)
        return late

    def _describe_late(self):
        """The count, in the language of the person."""
        env = self.with_context(lang=self.user_id.lang).env
        if self.late_count == 1:
            return env._("1 review is late: %s", self.cycle_id.name)
        return env._(
            "%(count)s reviews are late: %(cycle)s",
            count=self.late_count,
            cycle=self.cycle_id.name,
        )
