from odoo import fields, models
from odoo.exceptions import UserError

from ...rules import flows

ASKED = "hr_performance.activity_type_feedback_asked"
RECEIVED = "hr_performance.activity_type_feedback_received"


class FeedbackSteps(models.Model):
    """The steps of a feedback, and who is told of them; never what it says."""

    _inherit = "hr.performance.feedback"

    def _get_roles(self):
        """Giver and receiver; nobody else takes a step, HR neither."""
        return {
            feedback.id: {
                role
                for role, holds in (
                    (flows.GIVER, feedback.is_giver),
                    (flows.EMPLOYEE, feedback.is_mine),
                )
                if holds
            }
            for feedback in self
        }

    def action_ask(self):
        self._transit("ask")

    def _check_ask(self):
        for feedback in self:
            if not (feedback.question or "").strip():
                raise UserError(self.env._("Please write what you want to know."))

    def _after_ask(self, reason=None):
        for feedback in self:
            feedback._tell(
                ASKED,
                feedback.giver_id,
                "asked",
            )

    def action_give(self):
        self._transit("give", given_at=fields.Datetime.now())

    def _check_give(self):
        for feedback in self:
            if not (feedback.text or "").strip():
                raise UserError(self.env._("Please write your feedback first."))

    def _after_give(self, reason=None):
        self.activity_feedback([ASKED])
        for feedback in self:
            feedback._tell(RECEIVED, feedback.receiver_id, "given")

    def action_decline(self, reason):
        self._transit("decline", reason=reason, decline_reason=reason)

    def _after_decline(self, reason=None):
        self.activity_unlink([ASKED])
        for feedback in self:
            feedback._tell(RECEIVED, feedback.receiver_id, "declined")

    def action_cancel(self):
        self._transit("cancel")

    def _after_cancel(self, reason=None):
        self.activity_unlink([ASKED])

    def action_read(self):
        """Open it: from now on it cannot be taken back."""
        self._transit("read", read_at=fields.Datetime.now())

    def _after_read(self, reason=None):
        self.activity_feedback([RECEIVED])

    def action_withdraw(self):
        """Take it back before it is read."""
        self._transit("withdraw")

    def _after_withdraw(self, reason=None):
        self.activity_unlink([RECEIVED])

    def _tell(self, kind, person, event):
        """A to-do that names the people, and nothing of what was said or asked."""
        user = person.user_id
        env = self.with_context(lang=user.lang).env
        summaries = {
            "asked": env._("%s asks you for feedback", self.receiver_id.name),
            "given": env._("Feedback from %s", self.giver_id.name),
            "declined": env._("%s declined to give feedback", self.giver_id.name),
        }
        self.activity_schedule(kind, summary=summaries[event], user_id=user.id)
