from odoo import api, fields, models

from ...rules.cadence import Status

TASK = "hr_performance.activity_type_coaching"
ESCALATION = "hr_performance.activity_type_coaching_missing"
LIVE_CYCLES = ("planning", "executing", "evaluating")


class CoachingReminder(models.Model):
    """Reminders of talks that are due, and escalation of those that are missing (G3)."""

    _inherit = "hr.performance.coaching.coverage"

    @api.model
    def _cron_follow_up(self):
        """Every night: what is due, late or missing, and who should know; cycle by cycle."""
        cron = self.env["ir.cron"]
        cycles = self.env["hr.performance.cycle"].search([("state", "in", LIVE_CYCLES)])
        cron._commit_progress(remaining=len(cycles))
        for cycle in cycles:
            cycle._refresh_talks()
            coverage = self.search([("cycle_id", "=", cycle.id)])
            coverage._remind()
            coverage._escalate()
            if not cron._commit_progress(1):
                return

    def _remind(self):
        """One to-do per manager with the numbers; a new one only when the numbers change."""
        self.filtered(lambda row: not (row.due_count or row.missing_count)).activity_unlink([TASK])
        changed = self.filtered(
            lambda row: (row.due_count, row.missing_count) != (row.told_due, row.told_missing)
        )
        changed.activity_unlink([TASK])
        rows = changed.filtered(
            lambda row: row.manager_id.user_id and (row.due_count or row.missing_count)
        )
        rows._create_tasks(
            TASK,
            [
                {
                    "user_id": row.manager_id.user_id.id,
                    "summary": row._describe_due(),
                    "date_deadline": row._get_reminder_day(),
                }
                for row in rows
            ],
        )
        for row in changed:
            row.write({"told_due": row.due_count, "told_missing": row.missing_count})

    def _describe_due(self):
        user = self.manager_id.user_id
        return self.with_context(lang=user.lang).env._(
            "Coaching: %(due)s due within a week, %(missing)s missing",
            due=self.due_count,
            missing=self.missing_count,
        )

    def _get_reminder_day(self):
        today = fields.Date.context_today(self)
        return today if self.missing_count or not self.next_due else self.next_due

    def _escalate(self):
        """Tell the manager above when talks are missing for too long, and when it gets worse."""
        counts = self._count_long_missing()
        worse = self.filtered(lambda row: counts.get(row.manager_id, 0) > row.told_above)
        worse.activity_unlink([ESCALATION])
        rows = worse.filtered(lambda row: row.manager_id.parent_id.user_id)
        rows._create_tasks(
            ESCALATION,
            [
                {
                    "user_id": row.manager_id.parent_id.user_id.id,
                    "summary": row._describe_missing(counts[row.manager_id]),
                    "date_deadline": fields.Date.context_today(row),
                }
                for row in rows
            ],
        )
        for row in worse:
            row.write({"told_above": counts[row.manager_id]})

    def _describe_missing(self, count):
        user = self.manager_id.parent_id.user_id
        return self.with_context(lang=user.lang).env._(
            "%(manager)s: %(count)s coaching talks are missing for more than %(days)s days",
            manager=self.manager_id.name,
            count=count,
            days=self.company_id.performance_coaching_days,
        )

    def _count_long_missing(self):
        """Return {manager: number} of talks missing for longer than the company waits."""
        counts = {}
        today = fields.Date.context_today(self)
        for company, rows in self.grouped("company_id").items():
            limit = fields.Date.subtract(today, days=company.performance_coaching_days)
            groups = self.env["hr.performance.coaching.slot"]._read_group(
                [
                    ("cycle_id", "in", rows.cycle_id.ids),
                    ("status", "=", Status.MISSING.value),
                    ("window_to", "<", limit),
                ],
                ["manager_id"],
                ["__count"],
            )
            counts.update(dict(groups))
        return counts
