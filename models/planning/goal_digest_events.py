from odoo import models


class EvaluationGoalDigest(models.Model):
    """Who is launched or leaves the planning is counted at once (requirement G3)."""

    _inherit = "hr.performance.evaluation"

    def _open_agreements(self):
        result = super()._open_agreements()
        self._refresh_goal_digests()
        return result

    def _write_step(self, vals):
        planned = self.filtered(lambda one: one.state == "planning")
        result = super()._write_step(vals)
        planned._refresh_goal_digests()
        return result

    def _refresh_goal_digests(self):
        """Count again what these people and their managers owe about goals."""
        # Whose to-do it is does not depend on who takes the step.
        for cycle, ones in self.sudo().grouped("cycle_id").items():
            users = (ones.employee_id | ones.manager_id).user_id
            if cycle.planning_due and users:
                self.env["hr.performance.goal.digest"]._refresh(cycle, users)


class AgreementGoalDigest(models.Model):
    """Goals submitted, sent back or signed change what both sides owe."""

    _inherit = "hr.performance.agreement"

    def _after_submit(self, reason=None):  # pylint: disable=missing-return
        super()._after_submit(reason=reason)
        self.evaluation_id._refresh_goal_digests()

    def _after_send_back(self, reason=None):  # pylint: disable=missing-return
        super()._after_send_back(reason=reason)
        self.evaluation_id._refresh_goal_digests()

    def _after_signature(self, signature):  # pylint: disable=missing-return
        super()._after_signature(signature)
        self.evaluation_id._refresh_goal_digests()
