from odoo import models


class CalibrationBias(models.Model):
    """The bias figures at hand in a session (requirement E9)."""

    _inherit = "hr.performance.calibration"

    def action_open_biases(self):
        """Show the bias figures of the session's cycle, as far as the asker reads its people."""
        self.ensure_one()
        self.check_access("read")
        return self.cycle_id.action_open_biases()
