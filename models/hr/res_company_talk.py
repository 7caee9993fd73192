from odoo import fields, models


class ResCompanyTalk(models.Model):
    _inherit = "res.company"

    performance_talk_hr_days = fields.Integer(
        string="Missing feedback talks go to HR after (days)",
        default=5,
        help="The manager above is told the day after; HR when the talk is missing for longer.",
    )
