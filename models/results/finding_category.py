from odoo import fields, models


class FindingCategory(models.Model):
    """What findings of retrospectives are about; HR keeps the list."""

    _name = "hr.performance.finding.category"
    _description = "Category of findings"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company", index=True, help="Empty: for all companies.")
