from odoo import models


class CycleTraining(models.Model):
    """What the people of a cycle should learn, from its released evaluations (R4)."""

    _inherit = "hr.performance.cycle"

    def action_propose_training(self):
        """Put the gaps of this cycle on the list of training needs."""
        self.ensure_one()
        ratings = self.env["hr.performance.rating"]
        return ratings._get_last_released([("cycle_id", "=", self.id)])._propose_training()
