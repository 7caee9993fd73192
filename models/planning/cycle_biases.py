from odoo import api, models
from odoo.exceptions import AccessError


class CycleBiases(models.Model):
    """Opens the bias figures of a cycle (requirement E9)."""

    _inherit = "hr.performance.cycle"

    def action_open_biases(self):
        """Show mean, spread, shares, leniency and self against manager.

        For HR, auditors, and who leads a calibration session of the cycle; of the people whose
        ratings the reader may read.
        """
        self.check_access("read")
        self._check_biases_open()
        return self.env["hr.performance.bias"]._open(self)

    @api.model
    def action_open_newest_biases(self):
        """Show the bias figures of the newest cycle in which somebody is judged."""
        self._check_biases_open()
        groups = self.env["hr.performance.rating"]._read_group(
            [("has_score", "=", True)], ["cycle_id"]
        )
        cycles = self.concat(*(cycle for (cycle,) in groups))
        return self.env["hr.performance.bias"]._open(cycles.sorted("date_end")[-1:])

    def _check_biases_open(self):
        readers = ("hr_performance.group_officer", "hr_performance.group_auditor")
        if any(map(self.env.user.has_group, readers)):
            return
        led = self.env["hr.performance.calibration"].search_count(
            [("cycle_id", "in", self.ids), ("is_facilitator", "=", True)], limit=1
        )
        if not led:
            raise AccessError(
                self.env._(
                    "The bias figures are for HR, auditors and whoever leads a calibration session."
                )
            )
