from odoo import fields, models


class ResConfigSettingsTalent(models.TransientModel):
    _inherit = "res.config.settings"

    performance_talent_visible = fields.Boolean(
        related="company_id.performance_talent_visible", readonly=False
    )
