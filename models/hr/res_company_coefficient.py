from odoo import fields, models

from ..core.coefficient_modes import MODES


class ResCompanyCoefficient(models.Model):
    """How the company makes bonus coefficients; each new cycle takes it from here (R1)."""

    _inherit = "res.company"

    performance_coefficient_mode = fields.Selection(
        MODES, string="Coefficients combined as", default="product", required=True
    )
    performance_individual_weight = fields.Float(
        string="Weight of the grade", digits=(16, 4), default=0.6
    )
    performance_department_weight = fields.Float(
        string="Weight of the department", digits=(16, 4), default=0.3
    )
    performance_company_weight = fields.Float(
        string="Weight of the company", digits=(16, 4), default=0.1
    )
    performance_exclude_unpaid = fields.Boolean(
        string="Unpaid leave reduces the bonus",
        default=True,
        help="Days of approved leave of unpaid types do not count as days in the cycle. Only with"
        " Odoo's Time Off.",
    )
