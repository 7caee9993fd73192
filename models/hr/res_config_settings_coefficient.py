from odoo import api, fields, models

from ..core.coefficient_modes import PARTS


class ResConfigSettingsCoefficient(models.TransientModel):
    _inherit = "res.config.settings"

    performance_coefficient_mode = fields.Selection(
        related="company_id.performance_coefficient_mode", readonly=False
    )
    performance_individual_weight = fields.Float(
        related="company_id.performance_individual_weight", readonly=False
    )
    performance_department_weight = fields.Float(
        related="company_id.performance_department_weight", readonly=False
    )
    performance_company_weight = fields.Float(
        related="company_id.performance_company_weight", readonly=False
    )
    performance_exclude_unpaid = fields.Boolean(
        related="company_id.performance_exclude_unpaid", readonly=False
    )

    # Here and not on the company, whose weights the settings write one by one. A cycle checks too.
    @api.constrains(
        "performance_coefficient_mode", *(f"performance_{part}_weight" for part in PARTS)
    )
    def _check_performance_weights(self):
        for settings in self.filtered(lambda one: one.performance_coefficient_mode == "weighted"):
            self.env["hr.performance.cycle"]._check_weights_make_one(
                settings.company_id.name,
                [settings[f"performance_{part}_weight"] for part in PARTS],
            )
