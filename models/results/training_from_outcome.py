from odoo import models


class TrainingFromOutcome(models.Model):
    """An approved outcome of the kind *Targeted training* is a need (R3)."""

    _name = "hr.performance.outcome"
    _inherit = ["hr.performance.outcome", "hr.performance.training.source.mixin"]

    _training_field = "outcome_id"

    def _follow_training(self):
        """Hook of the approval."""
        self._follow_training_needs()

    def _prepare_training_need(self):
        return {
            "employee_id": self.employee_id.id,
            "name": self.env._("Targeted training after %s", self.cycle_id.name),
            "priority": "1",
            "basis": self.basis,
            "visible_to_employee": self.visible_to_employee,
        }

    def _after_finish(self, reason=None):
        self._close_training_needs(reason)

    def _finish_by_training(self, result):
        """A training was finished: so is the outcome that asked for it; called by its process."""
        approved_sudo = self.sudo().filtered(lambda one: one.state == "approved")  # follows from it
        approved_sudo._transit_by_system("finish", reason=result, done_note=result)
