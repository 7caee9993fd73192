from odoo import models


class CycleSignals(models.Model):
    """When a cycle stops running, its goals are warned of no more."""

    _inherit = "hr.performance.cycle"

    def _after_evaluate(self, reason=None):
        self._end_warnings()

    def _after_cancel(self, reason=None):  # pylint: disable=missing-return
        super()._after_cancel(reason=reason)
        self._end_warnings()

    def _end_warnings(self):
        """In the background: a cycle may have many goals."""
        self.env.ref("hr_performance.cron_risk")._trigger()
