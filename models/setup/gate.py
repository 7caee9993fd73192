from odoo import api, fields, models

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

    def _as_rule(self):
        self.ensure_one()
        clauses = tuple(clause._as_rule() for clause in self.clause_ids)
        return scoring.Gate(self.grade_id.code, scoring.Join(self.join), clauses)
