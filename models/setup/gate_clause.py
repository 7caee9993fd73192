from odoo import api, fields, models
from odoo.exceptions import ValidationError

from .gate import ACHIEVEMENT


class GateClause(models.Model):
    """One condition of a gate: on the goal achievement, or on the grade of a dimension."""

    _name = "hr.performance.gate.clause"
    _description = "Condition of a gate"
    _inherit = ["hr.performance.clause.mixin"]

    gate_id = fields.Many2one("hr.performance.gate", required=True, index=True, ondelete="cascade")
    company_id = fields.Many2one(related="gate_id.company_id", store=True, index=True)
    figure = fields.Selection(
        [(ACHIEVEMENT, "Goal achievement (%)"), ("dimension", "Grade of a dimension")],
        required=True,
        default=ACHIEVEMENT,
    )
    dimension_id = fields.Many2one("hr.performance.dimension", ondelete="restrict")
    dimension_grade_id = fields.Many2one(
        "hr.performance.grade", string="At least", ondelete="restrict"
    )

    summary = fields.Char(compute="_compute_summary")

    @api.depends("figure", "comparison", "value", "dimension_id.name", "dimension_grade_id.name")
    def _compute_summary(self):
        signs = dict(self._fields["comparison"].selection)
        figures = dict(self._fields["figure"]._description_selection(self.env))
        for clause in self:
            if clause.figure == "dimension":
                clause.summary = self.env._(
                    "%(dimension)s at least %(grade)s",
                    dimension=clause.dimension_id.name,
                    grade=clause.dimension_grade_id.name,
                )
            else:
                sign = signs[clause.comparison]
                clause.summary = f"{figures[clause.figure]} {sign} {clause.value:g}"

    @api.constrains("figure", "dimension_id", "dimension_grade_id", "gate_id")
    def _check_dimension(self):
        for clause in self:
            if clause.figure != "dimension":
                continue
            if not (clause.dimension_id and clause.dimension_grade_id):
                raise ValidationError(
                    self.env._(
                        "%s: please choose the dimension and the grade that it must reach.",
                        clause.gate_id.name,
                    )
                )
            if clause.dimension_grade_id.scale_id != clause.gate_id.grade_id.scale_id:
                raise ValidationError(
                    self.env._(
                        "%s: the grade of the dimension belongs to another scale.",
                        clause.gate_id.name,
                    )
                )

    def _get_key(self):
        return self.dimension_id.code if self.figure == "dimension" else ACHIEVEMENT

    def _get_comparison(self):
        # A dimension reaches a grade when its score does.
        return "ge" if self.figure == "dimension" else self.comparison

    def _get_value(self):
        return self.dimension_grade_id.min_score if self.figure == "dimension" else self.value
