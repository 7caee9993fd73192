from odoo import fields, models


class ResConfigSettingsReviews(models.TransientModel):
    _inherit = "res.config.settings"

    performance_reminder_days = fields.Char(
        related="company_id.performance_reminder_days", readonly=False
    )
    performance_part_days = fields.Integer(
        related="company_id.performance_part_days", readonly=False
    )
    performance_link_days = fields.Integer(
        related="company_id.performance_link_days", readonly=False
    )
    performance_person_days = fields.Integer(
        related="company_id.performance_person_days", readonly=False
    )
