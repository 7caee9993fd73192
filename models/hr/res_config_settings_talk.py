from odoo import fields, models


class ResConfigSettingsTalk(models.TransientModel):
    _inherit = "res.config.settings"

    performance_talk_hr_days = fields.Integer(
        related="company_id.performance_talk_hr_days", readonly=False
    )
