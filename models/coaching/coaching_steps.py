from odoo import fields, models
from odoo.exceptions import UserError


class CoachingSteps(models.Model):
    """The steps of a talk: held, acknowledged by the employee, or cancelled."""

    _inherit = "hr.performance.coaching"

    def action_hold(self):
        """Close the record of a talk that has taken place."""
        self._transit("hold")

    def _check_hold(self):
        obstacles = self._get_leader_obstacles()
        today = fields.Date.context_today(self)
        for talk in self:
            if talk.id in obstacles:
                raise UserError(obstacles[talk.id])
            if talk.held_on and talk.held_on > today:
                raise UserError(
                    self.env._(
                        "%(talk)s: a talk of %(date)s cannot have been held yet.",
                        talk=talk.display_name,
                        date=talk.held_on,
                    )
                )

    def _after_hold(self, reason=None):
        today = fields.Date.context_today(self)
        for talk in self:
            talk.write(
                {
                    "held_on": talk.held_on or min(talk.date, today),
                    "recorded_at": fields.Datetime.now(),
                }
            )
        self._add_goals()
        self.line_ids._keep_progress()
        self._ask_to_acknowledge()
        self.evaluation_id._refresh_talks()

    def _ask_to_acknowledge(self):
        for talk in self.filtered("employee_id.user_id"):
            talk.activity_schedule(
                "hr_performance.activity_type_acknowledge",
                date_deadline=fields.Date.add(fields.Date.context_today(talk), days=3),
                user_id=talk.employee_id.user_id.id,
            )

    def action_acknowledge(self, comment=None):
        """The employee confirms to have read the record, with a comment if they like."""
        self._transit(
            "acknowledge", employee_comment=comment, acknowledged_at=fields.Datetime.now()
        )

    def _after_acknowledge(self, reason=None):
        self.activity_feedback(["hr_performance.activity_type_acknowledge"])

    def action_cancel(self, reason):
        """The talk does not take place; its meeting leaves the calendar."""
        self._transit("cancel", reason=reason, cancel_reason=reason)

    def _after_cancel(self, reason=None):
        # A stand-up is one meeting of several talks: it stays while one of them does.
        events = self.calendar_event_id
        needed = self.search([("calendar_event_id", "in", events.ids), ("state", "=", "planned")])
        (events - needed.calendar_event_id).write({"active": False})

    def action_plan_next(self):
        """Open a new talk with the same person."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Next talk"),
            "res_model": self._name,
            "view_mode": "form",
            "context": {
                "default_employee_id": self.employee_id.id,
                "default_leader_id": self.leader_id.id,
                "default_kind": self.kind,
            },
        }
