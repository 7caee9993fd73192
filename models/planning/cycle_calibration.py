from odoo import fields, models
from odoo.exceptions import UserError

from ...rules.calibration import UNFINISHED


class CycleCalibration(models.Model):
    """The calibration sessions of a cycle (requirement E8)."""

    _inherit = "hr.performance.cycle"

    calibration_count = fields.Integer(
        string="Calibration sessions", compute="_compute_calibration_count"
    )

    def _compute_calibration_count(self):
        counts = dict(
            self.env["hr.performance.calibration"]._read_group(
                [("cycle_id", "in", self.ids)], ["cycle_id"], ["__count"]
            )
        )
        for cycle in self:
            cycle.calibration_count = counts.get(cycle, 0)

    def _check_communicate(self):
        """Results are not released while people still decide about some of them."""
        sessions = self.env["hr.performance.calibration"].search(
            [("cycle_id", "in", self.ids), ("state", "in", UNFINISHED)]
        )
        if sessions:
            raise UserError(
                self.env._(
                    "These calibration sessions are not finished: %s. Approve or cancel them"
                    " before the release.",
                    ", ".join(sessions.mapped("name")),
                )
            )

    def action_open_calibrations(self):
        return self._open("hr_performance.calibration_action", {"default_cycle_id": self.id})
