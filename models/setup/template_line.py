from odoo import fields, models


class TemplateLine(models.Model):
    """A dimension of a template and its weight in the overall score."""

    _name = "hr.performance.template.line"
    _description = "Dimension of a template"
    _order = "template_id, sequence, id"
    _rec_name = "dimension_id"

    template_id = fields.Many2one(
        "hr.performance.template", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="template_id.company_id", store=True, index=True)
    sequence = fields.Integer(default=10)
    dimension_id = fields.Many2one(
        "hr.performance.dimension", required=True, index=True, ondelete="restrict"
    )
    weight = fields.Float(string="Weight (%)", digits=(16, 2), required=True)

    _dimension_unique = models.Constraint(
        "UNIQUE(template_id, dimension_id)", "A dimension stands only once in a template."
    )
    _weight_positive = models.Constraint(
        "CHECK(weight > 0)", "The weight of a dimension must be above 0."
    )
