from odoo import models


class EvaluationGoals(models.Model):
    """When the goals of a person are closed to everybody."""

    _inherit = "hr.performance.evaluation"

    def _get_goals_closed_reason(self):
        """Return why the goals of this person cannot change now, None when they can.

        Without an evaluation (the person is in no cycle yet) they can.
        """
        # Whether goals are closed must not depend on what the asker may read.
        evaluation_sudo = self.sudo()
        if evaluation_sudo.agreement_id.state == "submitted":
            return self.env._(
                "the goals are put up for signing. Send the Goal Confirmation back to change them."
            )
        if evaluation_sudo.agreement_id.state == "signed":
            return self.env._("the goals are signed by employee and manager.")
        if evaluation_sudo and evaluation_sudo.state not in ("planning", "executing"):
            return self.env._("the evaluation of %s has started.", evaluation_sudo.employee_id.name)
        return None
