from odoo import api, models

from ...rules.cadence import status_of
from ...rules.deadline import next_reminder

TASK = "hr_performance.activity_type_talk"
ESCALATION = "hr_performance.activity_type_talk_missing"
LINE, HR = 1, 2


class TalkWatch(models.Model):
    """To-dos before a feedback talk is due, escalation when it is missing (requirements F3, G3)."""

    _inherit = "hr.performance.talk"

    @api.model
    def _cron_follow_up(self):
        """Every night: what is due, what is missing, and who should know; company by company."""
        cron = self.env["ir.cron"]
        groups = self._read_group([("state", "=", "planned")], ["company_id"], ["id:recordset"])
        cron._commit_progress(remaining=len(groups))
        for company, talks in groups:
            talks._with_pass()._follow_up(company._get_performance_today())
            if not cron._commit_progress(1):
                return

    def _follow_up(self, today):
        """Bring these planned talks of one company up to date, in one pass."""
        self._refresh_status(today)
        self._remind(today)
        self._escalate(today)

    def _refresh_status(self, today):
        for status, talks in self.grouped(lambda one: status_of(one.due, None, today)).items():
            talks.filtered(lambda one, now=status: one.status != now.value).write(
                {"status": status.value}
            )

    # Before

    def _ask_leaders(self):
        """The to-do of whoever leads the talk, due on its last day."""
        open_ones = self.filtered(lambda talk: talk.state == "planned")
        for company, talks in open_ones.grouped("company_id").items():
            talks.write({"told_days": 0})
            today = company._get_performance_today()
            talks._tell_leaders(today)
            for step, ones in talks._get_reminders(today).items():
                ones.write({"told_days": step})

    def _remind(self, today):
        """The to-do is renewed 7, 3 and 1 days before the last day."""
        for step, talks in self._get_reminders(today).items():
            talks._tell_leaders(today)
            talks.write({"told_days": step})

    def _get_reminders(self, today):
        """Return {days: talks of which the leader is to be reminded now}."""
        steps = self.grouped(
            lambda talk: next_reminder((talk.due - today).days, talk.told_days or None)
        )
        steps.pop(None, None)
        return steps

    def _tell_leaders(self, today):
        self.activity_unlink([TASK])
        talks = self.filtered("leader_id.user_id")
        talks._create_tasks(
            TASK,
            [
                {
                    "user_id": talk.leader_id.user_id.id,
                    "summary": talk._describe_due(today),
                    "date_deadline": talk.due,
                }
                for talk in talks
            ],
        )

    def _describe_due(self, today):
        speaking = self.with_context(lang=self.leader_id.user_id.lang).env
        days = (self.due - today).days
        if days < 0:
            return speaking._("Feedback talk: overdue")
        return speaking._("Feedback talk: %s days left", days)

    # After

    def _escalate(self, today):
        """Tell the manager above as soon as a talk is missing, and HR when it stays so."""
        levels = self.grouped(lambda talk: talk._get_level(today))
        for level in (LINE, HR):
            worse = levels.get(level, self.browse()).filtered(
                lambda talk, level=level: talk.told_level < level
            )
            worse.activity_unlink([ESCALATION])
            talks = worse.filtered(lambda talk, level=level: talk._get_escalation_user(level))
            talks._create_tasks(
                ESCALATION, [talk._prepare_escalation(level, today) for talk in talks]
            )
            worse.write({"told_level": level})

    def _get_level(self, today):
        days = (today - self.due).days
        if days <= 0:
            return 0
        return HR if days > self.company_id.performance_talk_hr_days else LINE

    def _prepare_escalation(self, level, today):
        user = self._get_escalation_user(level)
        return {
            "user_id": user.id,
            "summary": self.with_context(lang=user.lang).env._(
                "Missing feedback talk: %(leader)s with %(employee)s",
                leader=self.leader_id.name or "–",
                employee=self.employee_id.name,
            ),
            "date_deadline": today,
        }

    def _get_escalation_user(self, level):
        """The manager above whoever leads the talk; HR where there is none, or later."""
        above = self.leader_id.parent_id.user_id
        if level == LINE and above and above != self.employee_id.user_id:
            return above
        return self._get_hr_user()

    def _get_hr_user(self):
        """The HR officer in charge of the person, else who launched the cycle; never the person."""
        return self._pick_officer(
            (self.employee_id.hr_responsible_id, self.cycle_id.create_uid), self.employee_id
        )
