from odoo import api, fields, models

from .action import OPEN_STATES, TRAINING_KINDS

_ASKED = {"name", "problem", "kind", "owner_id", "due", "skill_id", "skill_level_id"}


class ActionTraining(models.Model):
    """A problem of capability leads to a training action, and that to a need (C3)."""

    _name = "hr.performance.action"
    _inherit = ["hr.performance.action", "hr.performance.training.source.mixin"]

    _training_field = "action_id"

    def _prepare_training_need(self):
        if self.kind not in TRAINING_KINDS or self.state not in OPEN_STATES:
            return None
        return {
            "employee_id": self.employee_id.id,
            "name": self.name,
            "kind": self.kind,
            "skill_id": self.skill_id.id,
            "skill_level_id": self.skill_level_id.id,
            "date_wanted": self.due,
            "owner_id": self.owner_id.id,
            "basis": self.problem,
        }

    @api.model_create_multi
    def create(self, vals_list):
        actions = super().create(vals_list)
        actions.filtered(lambda one: one.kind in TRAINING_KINDS)._follow_training_needs()
        return actions

    def write(self, vals):
        result = super().write(vals)
        if _ASKED & vals.keys():
            self._follow_training_needs()
        return result

    def _after_finish(self, reason=None):  # pylint: disable=missing-return
        super()._after_finish(reason)
        for result, actions in self.grouped("result").items():
            actions._close_training_needs(result)

    def _after_cancel(self, reason=None):  # pylint: disable=missing-return
        super()._after_cancel(reason)
        self._drop_training_needs(reason)

    def _finish_by_training(self, result):
        """A training was finished: close the action that asked for it; called by its process."""
        todo_sudo = self.sudo().filtered(lambda one: one.state in OPEN_STATES)  # follows from it
        todo_sudo.filtered(lambda one: not one.result)._with_pass().write({"result": result})
        todo_sudo._transit_by_system("finish", closed_at=fields.Datetime.now())
