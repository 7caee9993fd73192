from odoo import api, fields, models

from ...rules import flows

TASK = "hr_performance.activity_type_action"
DECLINED = "hr_performance.activity_type_declined"
DONE = "hr_performance.activity_type_action_done"
STUCK = "hr_performance.activity_type_action_stuck"


class ActionSteps(models.Model):
    """The steps of an action, and who is told of them."""

    _inherit = "hr.performance.action"

    @api.model_create_multi
    def create(self, vals_list):
        actions = super().create(vals_list)
        # Another way was found: what became of earlier actions is answered, whoever was asked.
        actions.sudo().point_id._drop_questions()
        return actions

    def _get_roles(self):
        """The owner, who may also be the person themselves, answers and finishes."""
        roles = super()._get_roles()
        owned = self.filtered("is_owner")
        return roles | {action.id: roles[action.id] | {flows.OWNER} for action in owned}

    # Who is told

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

    def _ask_again(self):
        """Another owner or another day: the to-do moves, and nothing is overdue yet."""
        self.activity_unlink([TASK, STUCK])
        self.sudo()._with_pass().write({"escalated_on": False})  # follows from what was changed
        self._ask_owner()

    def _get_follower(self):
        """The user who follows it up: whoever led the talk, else who leads the person today."""
        for leader in (self.leader_id, self.employee_id.parent_id):
            if leader.active and leader.user_id.active:
                return leader.user_id
        return self.env["res.users"]

    def _ask_follower(self, kind, summaries, note=None):
        """A to-do for whoever follows these actions up, unless they take the step themselves."""
        for action in self:
            user = action._get_follower()
            if user and user != self.env.user:
                action.activity_schedule(
                    kind, summary=summaries(action, user), note=note, user_id=user.id
                )

    # Steps

    def action_accept(self):
        self._transit("accept", accepted_at=fields.Datetime.now())

    def action_finish(self):
        self._transit("finish", closed_at=fields.Datetime.now())

    def _after_finish(self, reason=None):
        """Whether this solves the problem is for those to say who raised it."""
        self.activity_feedback([TASK])
        self.activity_unlink([STUCK])
        for result, actions in self.grouped("result").items():
            open_ones = actions.filtered(lambda one: one.point_id.state == "open")
            open_ones._ask_follower(DONE, self._describe_done, note=result)

    @api.model
    def _describe_done(self, action, user):
        speaking = self.with_context(lang=user.lang).env
        return speaking._("Done: %s. Is the problem solved?", action.name)

    def action_decline(self, reason):
        """The owner cannot do it and says why; whoever led the talk finds another way."""
        self._transit(
            "decline", reason=reason, close_reason=reason, closed_at=fields.Datetime.now()
        )

    def _after_decline(self, reason=None):
        self.activity_unlink([TASK, STUCK])
        self._ask_follower(DECLINED, self._describe_declined, note=reason)

    @api.model
    def _describe_declined(self, action, user):
        return self.with_context(lang=user.lang).env._("Declined: %s", action.name)

    def action_cancel(self, reason):
        """It is not needed any more."""
        self._transit("cancel", reason=reason, close_reason=reason, closed_at=fields.Datetime.now())

    def _after_cancel(self, reason=None):
        self.activity_unlink([TASK, STUCK])
