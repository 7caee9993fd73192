from ast import literal_eval

from odoo import models


class SharedGoalAction(models.Model):
    _inherit = "ir.actions.act_window"

    def _get_action_dict(self):
        """Offer *New* on the goals of company and departments only to whoever may write them."""
        action = super()._get_action_dict()
        shared = self.env.ref("hr_performance.shared_goal_action", raise_if_not_found=False)
        if self == shared and not self.env["hr.performance.goal"]._may_write_shared():
            action["context"] = {**literal_eval(action["context"]), "create": False}
        return action
