from odoo import api, fields, models
from odoo.fields import Domain


class Result(models.Model):
    """What payroll reads: the published bonus coefficient of one person for one cycle.

    Kept for good, with its inputs, all as plain figures: nothing here follows a later change of
    scale, department or cycle. A correction is a new row with ``supersedes_id``; current is the
    row that nobody superseded. ``bonus_coefficient`` is what payroll multiplies with the bonus
    base; anyone can recompute it from the figures of the row (Formulas, section 5).
    """

    _name = "hr.performance.result"
    _description = "Published result"
    _inherit = [
        "hr.performance.gap.mixin",
        "hr.performance.append.only.mixin",
        "hr.performance.line.mixin",
    ]
    _order = "published_at desc, id desc"

    _gap_flags = {"score": "has_score"}

    evaluation_id = fields.Many2one(
        "hr.performance.evaluation", required=True, index=True, ondelete="restrict"
    )
    employee_id = fields.Many2one("hr.employee", required=True, index=True, ondelete="restrict")
    department_id = fields.Many2one(related="evaluation_id.department_id")
    company_id = fields.Many2one("res.company", required=True, index=True, ondelete="restrict")
    cycle_id = fields.Many2one(
        "hr.performance.cycle", required=True, index=True, ondelete="restrict"
    )
    cycle_code = fields.Char(required=True)
    bonus_code = fields.Char(required=True, index=True)
    grade_code = fields.Char(required=True)
    grade_name = fields.Char(required=True)
    score = fields.Float(digits=(16, 2), aggregator="avg")
    has_score = fields.Boolean()
    individual_coefficient = fields.Float(digits=(16, 4), required=True, aggregator="avg")
    department_coefficient = fields.Float(digits=(16, 4), required=True, aggregator="avg")
    company_coefficient = fields.Float(digits=(16, 4), required=True, aggregator="avg")
    proration = fields.Float(digits=(16, 4), required=True, aggregator="avg")
    days_employed = fields.Integer(required=True)
    days_total = fields.Integer(required=True)
    bonus_coefficient = fields.Float(digits=(16, 4), required=True, aggregator="avg")
    payout_from = fields.Date(required=True)
    payout_to = fields.Date(required=True)
    published_at = fields.Datetime(required=True)
    published_by_id = fields.Many2one("res.users", required=True, ondelete="restrict")
    supersedes_id = fields.Many2one("hr.performance.result", ondelete="restrict")
    supersede_reason = fields.Text()
    superseded_by_ids = fields.One2many("hr.performance.result", "supersedes_id")
    is_current = fields.Boolean(compute="_compute_is_current", search="_search_is_current")

    _first_unique = models.UniqueIndex(
        "(employee_id, cycle_id) WHERE supersedes_id IS NULL",
        "This person has a published result in the cycle already: a correction supersedes it.",
    )
    _successor_unique = models.Constraint(
        "UNIQUE(supersedes_id)", "This result was superseded already."
    )

    @api.depends("superseded_by_ids")
    def _compute_is_current(self):
        for result in self:
            # Superseded is superseded, also by a row that the asker may not read.
            result.is_current = not result.sudo().superseded_by_ids

    def _search_is_current(self, operator, value):
        if operator != "in":
            return NotImplemented
        return Domain("superseded_by_ids", "=", False)

    @api.depends("employee_id", "cycle_code")
    def _compute_display_name(self):
        for result in self:
            # The name of the person of this row.
            name = result.sudo().employee_id.name
            result.display_name = f"{name} · {result.cycle_code}"

    def _describe_two_coefficients(self, day):
        """Say that payroll finds several results for a day: two companies, one bonus code."""
        return self.env._(
            "%(employee)s has more than one bonus coefficient for the code %(code)s on %(date)s:"
            " %(results)s. That happens after a move between companies. Please decide with HR"
            " which one is paid, and enter it on this payslip by hand.",
            employee=self.employee_id.name,
            code=self[0].bonus_code,
            date=day,
            results=", ".join(
                f"{one.cycle_id.name} ({one.company_id.name}) {one.bonus_coefficient:g}"
                for one in self.sorted("id")
            ),
        )
