from odoo import fields, models


class ResConfigSettingsAppeal(models.TransientModel):
    _inherit = "res.config.settings"

    performance_appeal_window = fields.Integer(
        related="company_id.performance_appeal_window", readonly=False
    )
    performance_appeal_days = fields.Integer(
        related="company_id.performance_appeal_days", readonly=False
    )
