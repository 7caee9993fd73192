from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...rules import eligibility

OUTCOME_KINDS = [
    ("promotion", "Eligible for promotion"),
    ("talent", "High-potential pool"),
    ("pip", "Improvement plan"),
    ("training", "Targeted training"),
    ("warning", "Written warning"),
    ("demotion", "Demotion review"),
    ("other", "Other"),
]


class OutcomeRule(models.Model):
    """A grade, so many cycles in a row, leads to an action (requirement R3)."""

    _name = "hr.performance.outcome.rule"
    _description = "Rule for outcomes"
    _order = "sequence, id"
    _check_company_auto = True

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company", index=True, help="Empty: for all companies.")
    scale_id = fields.Many2one(
        "hr.performance.scale",
        required=True,
        ondelete="restrict",
        default=lambda self: self.env["hr.performance.scale"].search([], limit=1),
    )
    grade_id = fields.Many2one(
        "hr.performance.grade",
        required=True,
        ondelete="restrict",
        domain="[('scale_id', '=', scale_id)]",
    )
    count = fields.Integer(
        string="Cycles in a row",
        default=1,
        required=True,
        help="The rule is met when so many adjacent cycles have the grade, and then counts anew.",
    )
    period = fields.Selection(
        [("month", "Month"), ("quarter", "Quarter"), ("half", "Half-year"), ("year", "Year")],
        help="Empty: cycles of every kind, each kind counted by itself.",
    )
    kind = fields.Selection(OUTCOME_KINDS, string="Leads to", required=True)
    needs_manager = fields.Boolean(
        string="The manager agrees first", help="HR approves after the manager has agreed."
    )
    visible_to_employee = fields.Boolean(
        string="The employee reads it", help="Once it is approved; never while it is proposed."
    )

    _count_range = models.Constraint(
        "CHECK(count BETWEEN 1 AND 24)", "A rule counts from 1 to 24 cycles in a row."
    )

    @api.constrains("grade_id", "scale_id")
    def _check_grade(self):
        for rule in self:
            if rule.grade_id.scale_id != rule.scale_id:
                raise ValidationError(
                    self.env._(
                        "%(rule)s: the grade “%(grade)s” belongs to the scale %(other)s, not to"
                        " %(scale)s. Please choose a grade of the rule's scale.",
                        rule=rule.name,
                        grade=rule.grade_id.name,
                        other=rule.grade_id.scale_id.name,
                        scale=rule.scale_id.name,
                    )
                )

    def _as_rules(self):
        """Return these rules as ``rules/eligibility.py`` takes them; grades keyed by scale."""
        return [eligibility.Rule(str(rule.id), rule._get_grade_key(), rule.count) for rule in self]

    def _get_grade_key(self):
        return f"{self.scale_id.id}:{self.grade_id.code}"
