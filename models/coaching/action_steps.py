from odoo import fields, models

from ...rules import flows

TASK = "hr_performance.activity_type_action"
DECLINED = "hr_performance.activity_type_declined"


class ActionSteps(models.Model):
    """The steps of an action, and who is told of them."""

    _inherit = "hr.performance.action"

    def _get_roles(self):
        """The owner, who may also be the person themselves, answers and finishes."""
        roles = super()._get_roles()
        owned = self.filtered("is_owner")
        return roles | {action.id: roles[action.id] | {flows.OWNER} for action in owned}

    def _ask_owner(self):
        """Put the action on the owner's list of things to do."""
        for action in self.filtered("owner_id.user_id"):
            # Who gives an action need not see anything else of the owner.
            action.sudo().activity_schedule(
                TASK,
                date_deadline=action.due,
                summary=action.name,
                user_id=action.owner_id.user_id.id,
            )

    def action_accept(self):
        self._transit("accept", accepted_at=fields.Datetime.now())

    def action_finish(self):
        self._transit("finish", closed_at=fields.Datetime.now())

    def _after_finish(self, reason=None):
        self.activity_feedback([TASK])

    def action_decline(self, reason):
        """The owner cannot do it and says why; whoever led the talk finds another way."""
        self._transit(
            "decline", reason=reason, close_reason=reason, closed_at=fields.Datetime.now()
        )

    def _after_decline(self, reason=None):
        self.activity_unlink([TASK])
        for action in self.filtered("leader_id.user_id"):
            action.activity_schedule(
                DECLINED,
                summary=self.env._("Declined: %s", action.name),
                note=reason,
                user_id=action.leader_id.user_id.id,
            )

    def action_cancel(self, reason):
        """It is not needed any more."""
        self._transit("cancel", reason=reason, close_reason=reason, closed_at=fields.Datetime.now())

    def _after_cancel(self, reason=None):
        self.activity_unlink([TASK])
