from odoo import api, fields, models
from odoo.fields import Command

from ...rules import scoring

ACHIEVEMENT = "achievement"


class Gate(models.Model):
    """What a grade needs beyond its score; when it fails, the next lower grade is given.

    Formulas, section 3. Shipped: Excellent needs goal achievement of at least 120 %, or
    innovation at Excellent, since completing the goals is not enough.
    """

    _name = "hr.performance.gate"
    _description = "Gate of a grade"

    name = fields.Char(required=True, translate=True)
    grade_id = fields.Many2one(
        "hr.performance.grade", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="grade_id.company_id", store=True, index=True)
    join = fields.Selection(
        [("all", "All of"), ("any", "Any of")], string="Needs", required=True, default="all"
    )
    clause_ids = fields.One2many(
        "hr.performance.gate.clause", "gate_id", string="Conditions", copy=True
    )

    summary = fields.Char(string="What it needs", compute="_compute_summary")

    @api.depends("join", "clause_ids.summary")
    def _compute_summary(self):
        for gate in self:
            word = self.env._(" and ") if gate.join == "all" else self.env._(" or ")
            gate.summary = word.join(gate.clause_ids.mapped("summary"))

    def _copy_to(self, scale):
        """Copy this gate to the grade with the same code of another scale."""
        self.ensure_one()
        clauses = [
            {**vals, "dimension_grade_id": scale._get_grade(clause.dimension_grade_id.code).id}
            for clause, vals in zip(self.clause_ids, self.clause_ids.copy_data(), strict=True)
        ]
        self.copy(
            {
                "grade_id": scale._get_grade(self.grade_id.code).id,
                "clause_ids": [Command.create(vals) for vals in clauses],
            }
        )

    def _as_rule(self):
        self.ensure_one()
        clauses = tuple(clause._as_rule() for clause in self.clause_ids)
        return scoring.Gate(self.grade_id.code, scoring.Join(self.join), clauses)
