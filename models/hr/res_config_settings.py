from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    performance_batch_limit = fields.Integer(
        related="company_id.performance_batch_limit", readonly=False
    )
    performance_revision_hr = fields.Boolean(
        related="company_id.performance_revision_hr", readonly=False
    )
    performance_coaching_days = fields.Integer(
        related="company_id.performance_coaching_days", readonly=False
    )
    performance_guide_block = fields.Boolean(
        related="company_id.performance_guide_block", readonly=False
    )
