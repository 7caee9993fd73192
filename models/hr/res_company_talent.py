from odoo import fields, models


class ResCompanyTalent(models.Model):
    _inherit = "res.company"

    performance_talent_visible = fields.Boolean(
        string="Managers see the talent pool of their line",
        help="Off: only HR and auditors read who is in a talent pool; managers can propose people.",
    )
