from odoo import fields, models


class PotentialCriterion(models.Model):
    """What potential shows in, described by behaviour instead of by taste (requirement R4)."""

    _name = "hr.performance.potential.criterion"
    _description = "Criterion of potential"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    description = fields.Text(translate=True, help="The question that the judge answers.")
    low_text = fields.Text(string="Low", translate=True, help="Behaviour that speaks for low.")
    medium_text = fields.Text(
        string="Medium", translate=True, help="Behaviour that speaks for medium."
    )
    high_text = fields.Text(string="High", translate=True, help="Behaviour that speaks for high.")
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company", index=True, help="Empty: for all companies.")
