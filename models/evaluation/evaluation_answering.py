from odoo import models


class EvaluationAnswering(models.Model):
    """A result released or answered changes what its employee owes."""

    _inherit = "hr.performance.evaluation"

    def _write_step(self, vals):
        asked = self.filtered(lambda one: one.state == "communicating")
        result = super()._write_step(vals)
        if vals.get("state") != "communicating":
            asked._refresh_answer_digests()
        return result

    def _after_release(self, reason=None):
        result = super()._after_release(reason=reason)
        self._refresh_answer_digests()  # here the last day is known
        return result

    def _refresh_answer_digests(self):
        # Whose to-do it is does not depend on who takes the step.
        for cycle, ones in self.sudo().grouped("cycle_id").items():
            if users := ones.employee_id.user_id:
                self.env["hr.performance.answer.digest"]._refresh(cycle, users)
