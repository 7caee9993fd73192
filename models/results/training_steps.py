from odoo import fields, models
from odoo.exceptions import UserError

from .training_need import SOURCES

# Those that a finished training closes; an evaluation is no task.
_CLOSED_WITH_IT = ("action_id", "development_action_id", "outcome_id")


class TrainingSteps(models.Model):
    """The way of a need from the proposal to what came of it (requirements R4, C3, R6)."""

    _inherit = "hr.performance.training.need"

    def action_plan(self):
        """It will take place on the day that was entered."""
        self._transit("plan")

    def _check_plan(self):
        if undated := self.filtered(lambda one: not one.date_planned):
            raise UserError(
                self.env._(
                    "When does it take place? Please enter a day for: %s.",
                    ", ".join(undated.mapped("name")),
                )
            )

    def action_start(self):
        self._transit("start")

    def action_finish(self, reason):
        """It has taken place; ``reason`` says what came of it."""
        self._transit(
            "finish", reason=reason, result=reason, done_on=fields.Date.context_today(self)
        )

    def _after_finish(self, reason=None):
        for name in _CLOSED_WITH_IT:
            # Follows from the training, whoever may take this step on the source itself.
            self[name]._finish_by_training(reason)

    def action_dismiss(self, reason):
        """Nobody needs it, or not now, with the reason."""
        self._transit("dismiss", reason=reason, dismiss_reason=reason)

    def action_cancel(self, reason):
        """It does not take place, with the reason."""
        self._transit("cancel", reason=reason, dismiss_reason=reason)

    def action_reopen(self, reason):
        """Back to what is proposed: it is planned anew."""
        self._transit("reopen", reason=reason, dismiss_reason=False)

    def _after_reopen(self, reason=None):
        for need in self:
            need.message_post(body=self.env._("Opened again: %s", reason))

    # Following the source

    def _take_over(self, values):
        """Change what is only proposed as its source changed; ``values`` None: not asked for."""
        if not self:
            return
        if not values:
            reason = self.env._("It is not asked for any more where it was found.")
            self._transit_by_system("dismiss", reason=reason, dismiss_reason=reason)
            return
        changed = {
            name: value
            for name, value in values.items()
            if self._fields[name].convert_to_write(self[name], self) != value
        }
        if changed:
            self._with_pass().write(changed)

    def action_open_source(self):
        """Open where the need was found, with the rights of whoever asks."""
        self.ensure_one()
        self.check_access("read")
        source = next((self[name] for name in SOURCES if self[name]), self.browse())
        if source._name == "hr.performance.development.action":
            source = source.plan_id
        if not source or not source.has_access("read"):
            raise UserError(
                self.env._("“%s” was entered by hand, or its source is not for you.", self.name)
            )
        return {
            "type": "ir.actions.act_window",
            "res_model": source._name,
            "res_id": source.id,
            "view_mode": "form",
        }
