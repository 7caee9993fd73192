from odoo import api, fields, models


class Grade(models.Model):
    """One grade of a scale: score band, points, coefficient, guideline share, gates."""

    _name = "hr.performance.grade"
    _description = "Grade"
    _order = "scale_id, min_score desc, id"

    scale_id = fields.Many2one(
        "hr.performance.scale", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="scale_id.company_id", store=True, index=True)
    code = fields.Char(required=True, help="Short and stable: payroll and exports use it.")
    name = fields.Char(required=True, translate=True)
    color = fields.Integer()
    min_score = fields.Float(
        string="From score", digits=(16, 2), help="The grade is reached from this score on."
    )
    points = fields.Float(
        digits=(16, 2), help="Score of a dimension whose standard of this grade is met."
    )
    coefficient = fields.Float(
        string="Bonus coefficient", digits=(16, 4), help="Individual bonus coefficient."
    )
    guideline_kind = fields.Selection(
        [
            ("none", "No guideline"),
            ("eq", "Exactly"),
            ("le", "At most"),
            ("ge", "At least"),
            ("between", "Between"),
        ],
        string="Guideline",
        default="none",
        required=True,
    )
    guideline_share = fields.Float(string="Share (%)", digits=(16, 2))
    guideline_share_to = fields.Float(string="Up to share (%)", digits=(16, 2))
    band = fields.Selection(
        [
            ("high", "High performance"),
            ("medium", "Medium performance"),
            ("low", "Low performance"),
        ],
        string="9-box column",
        help="Empty: the best grade is high, the lowest low, all others medium.",
    )
    gate_ids = fields.One2many("hr.performance.gate", "grade_id", string="Gates")

    _code_unique = models.Constraint(
        "UNIQUE(scale_id, code)", "Each grade of a scale needs its own code."
    )
    _min_score_range = models.Constraint(
        "CHECK(min_score >= 0)", "A grade cannot start below a score of 0."
    )
    _points_range = models.Constraint("CHECK(points >= 0)", "Points cannot be negative.")
    _coefficient_range = models.Constraint(
        "CHECK(coefficient >= 0)", "A bonus coefficient cannot be negative."
    )
    _guideline_range = models.Constraint(
        "CHECK(guideline_share BETWEEN 0 AND 100 AND guideline_share_to BETWEEN 0 AND 100)",
        "A guideline share lies between 0 and 100 %.",
    )

    @api.depends("name", "min_score")
    @api.depends_context("with_band")
    def _compute_display_name(self):
        for grade in self:
            band = f" ≥ {grade.min_score:g}" if self.env.context.get("with_band") else ""
            grade.display_name = f"{grade.name or ''}{band}"
