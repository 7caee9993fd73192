from odoo import models


class MilestoneSignals(models.Model):
    """A step that is done changes the pace of its goal."""

    _inherit = "hr.performance.goal.milestone"

    def write(self, vals):
        result = super().write(vals)
        if "done_on" in vals:
            self.sudo().goal_id._after_signals()  # a consequence, whoever did the step
        return result
