from datetime import timedelta

import pytz

from odoo import fields, models


class PlanCoachingWizardLine(models.TransientModel):
    """One expected talk in the plan: when, or why not."""

    _name = "hr.performance.plan.coaching.wizard.line"
    _description = "Talk in the plan"
    _order = "window_from, start, id"

    wizard_id = fields.Many2one("hr.performance.plan.coaching.wizard", ondelete="cascade")
    employee_id = fields.Many2one("hr.employee", required=True, readonly=True, ondelete="cascade")
    window_from = fields.Date(string="Expected from", readonly=True)
    window_to = fields.Date(string="Expected until", readonly=True)
    start = fields.Datetime(string="Proposed")
    included = fields.Boolean(string="Book")
    remark = fields.Char(readonly=True)

    def _get_planned(self):
        """Lines whose talk was planned since they were proposed."""
        planned = self.wizard_id._get_planned_days(self.employee_id)
        return self.filtered(
            lambda line: any(
                line.window_from <= day <= line.window_to for day in planned[line.employee_id.id]
            )
        )

    def _book(self):
        """Create the meetings and the planned talks; return the talks."""
        meetings = self._get_meetings()
        calendar = self.env["calendar.event"].with_context(
            no_mail_to_attendees=not self.wizard_id.invite
        )
        events = calendar.create([lines._prepare_event(start) for start, lines in meetings])
        zone = self.wizard_id._get_zone()
        return self.env["hr.performance.coaching"].create(
            [
                {
                    "kind": line.wizard_id.kind,
                    "employee_id": line.employee_id.id,
                    "leader_id": self.env.user.employee_id.id,
                    "date": pytz.utc.localize(start).astimezone(zone).date(),
                    "duration": line.wizard_id.duration,
                    "calendar_event_id": event.id,
                }
                for event, (start, lines) in zip(events, meetings, strict=True)
                for line in lines
            ]
        )

    def _get_meetings(self):
        """Return [(start, lines)]: the team together for a stand-up, else one by one."""
        if self.wizard_id.kind == "stand_up":
            return list(self.grouped("start").items())
        return [(line.start, line) for line in self]

    def _prepare_event(self, start):
        people = self.employee_id | self.env.user.employee_id
        talks = self.env["hr.performance.coaching"]
        return {
            **talks._prepare_meeting(self.wizard_id.kind, people, start),
            "stop": start + timedelta(hours=self.wizard_id.duration),
        }
