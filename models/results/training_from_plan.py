from odoo import models

TRAINING_KINDS = ("course", "sharing", "mentoring")


class TrainingFromPlan(models.Model):
    """What a development plan agrees on is a need as soon as it is agreed (R6)."""

    _name = "hr.performance.development.action"
    _inherit = ["hr.performance.development.action", "hr.performance.training.source.mixin"]

    _training_field = "development_action_id"

    def _prepare_training_need(self):
        if self.kind not in TRAINING_KINDS or self.done_on or self.plan_state != "agreed":
            return None
        return {
            "employee_id": self.employee_id.id,
            "name": self.name,
            "kind": self.kind,
            "skill_id": self.skill_id.id,
            "skill_level_id": self.level_id.id,
            "date_wanted": self.date_due,
            "basis": self.plan_id.display_name,
        }

    def write(self, vals):
        result = super().write(vals)
        if vals.get("done_on"):
            for told, actions in self.grouped("result").items():
                actions._close_training_needs(told)
        return result

    def unlink(self):
        needs = self._get_open_needs("proposed")
        result = super().unlink()
        reason = self.env._("The action was taken out of the development plan.")
        needs._transit_by_system("dismiss", reason=reason, dismiss_reason=reason)
        return result


class DevelopmentPlanTraining(models.Model):
    _inherit = "hr.performance.development.plan"

    def _after_complete(self, reason=None):
        self.action_ids._follow_training_needs()

    def _after_cancel(self, reason=None):
        self.action_ids._drop_training_needs(reason)
