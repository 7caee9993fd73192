from odoo import fields, models

SOURCES = [
    ("goals", "Goals"),
    ("indicators", "Indicators"),
    ("reviewers", "Reviewers"),
    ("indicators_else_reviewers", "Indicators, else reviewers"),
]


class Dimension(models.Model):
    """One side of performance, and where its score comes from (requirement E4)."""

    _name = "hr.performance.dimension"
    _description = "Evaluation dimension"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    code = fields.Char(required=True, help="Short and stable: imports and gates name it.")
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company", index=True)
    source = fields.Selection(
        SOURCES,
        required=True,
        default="reviewers",
        help="Goals: weighted achievement. Indicators: the best grade whose standard is met. "
        "Reviewers: weighted points of the reviewers.",
    )
    description = fields.Text(translate=True, help="What it is measured by.")
    standard_ids = fields.One2many(
        "hr.performance.standard", "dimension_id", string="Standards", copy=True
    )

    _code_unique = models.Constraint("UNIQUE(code)", "A dimension with this code exists already.")

    def _is_reviewed(self):
        """Whether reviewers judge this dimension (a goal dimension is computed)."""
        self.ensure_one()
        return self.source in ("reviewers", "indicators_else_reviewers")

    def _get_standards(self, scale):
        """Standards with conditions for the grades of this scale, best first, for the rules."""
        self.ensure_one()
        standards = self.standard_ids.filtered(
            lambda standard: standard.grade_id.scale_id == scale and standard.clause_ids
        )
        return [
            standard._as_rule()
            for standard in standards.sorted(lambda one: one.grade_id.min_score, reverse=True)
        ]
