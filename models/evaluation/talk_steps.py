from odoo import fields, models
from odoo.exceptions import UserError

from ...rules.cadence import status_of
from .talk_watch import ESCALATION, TASK

TO_READ = "hr_performance.activity_type_talk_acknowledge"
DAYS_TO_READ = 3


class TalkSteps(models.Model):
    """The steps of a feedback talk: held, acknowledged by the employee, or cancelled by HR."""

    _inherit = "hr.performance.talk"

    def action_hold(self):
        """Close the record of a talk that has taken place; from now on the employee reads it."""
        self._transit("hold")

    def _after_hold(self, reason=None):
        for talk in self:
            today = talk.company_id._get_performance_today()
            held_on = talk.held_on or today
            talk.write(
                {
                    "held_on": held_on,
                    "status": status_of(talk.due, held_on, today).value,
                    "recorded_at": fields.Datetime.now(),
                }
            )
        self.activity_unlink([TASK, ESCALATION])
        told = self.filtered("employee_id.user_id")
        told._create_tasks(TO_READ, [talk._prepare_to_read() for talk in told])

    def _prepare_to_read(self):
        user = self.employee_id.user_id
        today = self.company_id._get_performance_today()
        return {
            "user_id": user.id,
            "summary": self.with_context(lang=user.lang).env._(
                "Read the record of your feedback talk and acknowledge it"
            ),
            "date_deadline": fields.Date.add(today, days=DAYS_TO_READ),
        }

    def action_acknowledge(self, comment=None):
        """The employee confirms to have read the record, with a comment if they like.

        HR enters it for somebody without a login, and says in the comment how they answered.
        """
        self.check_access("read")
        entered = any(not talk.is_mine for talk in self)
        if entered and not (comment or "").strip():
            raise UserError(
                self.env._(
                    "Please say how the employee acknowledged the record, and where the paper is."
                )
            )
        self._transit(
            "acknowledge",
            employee_comment=comment,
            acknowledged_at=fields.Datetime.now(),
            entered_by_id=self.env.uid if entered else False,
        )

    def _after_acknowledge(self, reason=None):
        self.activity_unlink([TO_READ])

    def action_cancel(self, reason):
        """HR says that this talk does not take place, and why; its meeting leaves the calendar."""
        self._transit("cancel", reason=reason, cancel_reason=reason)

    def _after_cancel(self, reason=None):
        self.activity_unlink([TASK, ESCALATION])
        self.calendar_event_id.write({"active": False})

    def action_reopen(self, reason):
        """The talk takes place after all; it is due as before."""
        self._transit("reopen", reason=reason)

    def _after_reopen(self, reason=None):
        for talk in self:
            today = talk.company_id._get_performance_today()
            status = status_of(talk.due, None, today)
            talk.write({"status": status.value, "told_level": 0})
            note = f"{today} {self.env.user.name}: {reason}"
            talk.write({"cancel_reason": "\n".join(filter(None, [talk.cancel_reason, note]))})
        self._ask_leaders()

    def write(self, vals):
        result = super().write(vals)
        if "leader_id" in vals:
            self.check_access("write")  # nor may a talk be given away out of the own line
            # The to-do follows the talk, also one that the process gave.
            self.sudo()._with_pass()._ask_leaders()
        return result
