from odoo import fields, models


class Indicator(models.Model):
    """A figure that is measured per person and cycle, such as the complaint rate."""

    _name = "hr.performance.indicator"
    _description = "Indicator"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    code = fields.Char(required=True, help="Short and stable: imports name the indicator by it.")
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company", index=True)
    unit = fields.Char(translate=True)
    description = fields.Text(translate=True, help="How it is measured, and by whom.")

    _code_unique = models.Constraint("UNIQUE(code)", "An indicator with this code exists already.")
