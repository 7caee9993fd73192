from odoo import api, models


class MeasurementSignals(models.Model):
    """A new value changes the pace of its goal, and the risks that follow from it."""

    _inherit = "hr.performance.measurement"

    @api.model_create_multi
    def create(self, vals_list):
        measurements = super().create(vals_list)
        measurements.sudo().goal_id._after_signals()  # a consequence, whoever entered it
        return measurements

    def write(self, vals):
        result = super().write(vals)
        if {"value", "date"} & vals.keys():
            self.sudo().goal_id._after_signals()  # a consequence, whoever corrected it
        return result

    def unlink(self):
        goals_sudo = self.sudo().goal_id  # a consequence, whoever deleted it
        result = super().unlink()
        goals_sudo.exists()._after_signals()
        return result
