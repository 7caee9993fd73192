from odoo import fields, models


class ResConfigSettingsGoals(models.TransientModel):
    _inherit = "res.config.settings"

    performance_confidence_low = fields.Integer(
        related="company_id.performance_confidence_low", readonly=False
    )
    performance_smart_mode = fields.Selection(
        related="company_id.performance_smart_mode", readonly=False
    )
    performance_smart_min_length = fields.Integer(
        related="company_id.performance_smart_min_length", readonly=False
    )
    performance_smart_min_why = fields.Integer(
        related="company_id.performance_smart_min_why", readonly=False
    )
    performance_smart_too_high = fields.Float(
        related="company_id.performance_smart_too_high", readonly=False
    )
    performance_smart_too_low = fields.Float(
        related="company_id.performance_smart_too_low", readonly=False
    )
    performance_smart_peer_spread = fields.Float(
        related="company_id.performance_smart_peer_spread", readonly=False
    )
