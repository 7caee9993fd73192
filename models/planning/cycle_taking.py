from odoo import models


class CycleTaking(models.Model):
    """Closing the evaluation is the moment at which late anonymous answers count, together."""

    _inherit = "hr.performance.cycle"

    def _after_calibrate(self, reason=None):
        for cycle in self:
            judged = cycle.evaluation_ids.filtered("rating_ids")
            if late := judged._get_waiting_answers().evaluation_id:
                self.env["hr.performance.batch"]._run(
                    "take_in", late, cycle, self.env._("Late answers: %s", cycle.name)
                )
