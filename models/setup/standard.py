from odoo import api, fields, models

from ...rules import scoring


class Standard(models.Model):
    """What a grade means in one dimension: conditions on indicators, described behaviour, or both.

    Conditions are evaluated where the dimension takes its score from indicators; the description
    guides reviewers where no figure exists.
    """

    _name = "hr.performance.standard"
    _description = "Standard of a grade in a dimension"
    _order = "dimension_id, grade_id"

    dimension_id = fields.Many2one(
        "hr.performance.dimension", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="dimension_id.company_id", store=True, index=True)
    grade_id = fields.Many2one(
        "hr.performance.grade", required=True, index=True, ondelete="cascade"
    )
    join = fields.Selection(
        [("all", "All of"), ("any", "Any of")], string="Needs", required=True, default="all"
    )
    clause_ids = fields.One2many(
        "hr.performance.standard.clause", "standard_id", string="Conditions", copy=True
    )
    description = fields.Text(string="Behaviour", translate=True)
    summary = fields.Char(compute="_compute_summary")

    _grade_unique = models.Constraint(
        "UNIQUE(dimension_id, grade_id)", "A dimension has one standard for each grade."
    )

    @api.depends("join", "clause_ids.summary", "description")
    def _compute_summary(self):
        for standard in self:
            word = self.env._(" and ") if standard.join == "all" else self.env._(" or ")
            conditions = word.join(standard.clause_ids.mapped("summary"))
            standard.summary = conditions or standard.description

    def _compute_display_name(self):
        for standard in self:
            standard.display_name = f"{standard.dimension_id.name} · {standard.grade_id.name}"

    def _as_rule(self):
        self.ensure_one()
        clauses = tuple(clause._as_rule() for clause in self.clause_ids)
        return scoring.Standard(self.grade_id.code, scoring.Join(self.join), clauses)
