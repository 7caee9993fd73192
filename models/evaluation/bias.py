from collections import defaultdict

from odoo import api, fields, models
from odoo.tools import SQL

from ...rules import bias as rules

_FLAGS = {"leniency": "has_leniency", "spread": "has_spread", "self_gap": "has_self_gap"}


class Bias(models.TransientModel):
    """How the judgement of one manager, or in one department, compares with all others (E9).

    Computed when it is opened, of the ratings that the reader may read and of nothing else: what
    is withheld from the reader does not show through a mean either. Nothing is corrected by it.
    """

    _name = "hr.performance.bias"
    _description = "Bias figures"
    _inherit = ["hr.performance.gap.mixin"]
    _order = "kind desc, leniency desc, name, id"

    _gap_flags = _FLAGS

    cycle_id = fields.Many2one("hr.performance.cycle", required=True, readonly=True)
    kind = fields.Selection(
        [("manager", "Manager"), ("department", "Department")], string="Of a", readonly=True
    )
    name = fields.Char(string="Manager or department", readonly=True)
    manager_id = fields.Many2one("hr.employee", readonly=True)
    department_id = fields.Many2one("hr.department", readonly=True)
    people = fields.Integer(readonly=True)
    mean = fields.Float(
        string="Mean score", digits=(16, 2), readonly=True, aggregator="avg", help="In points."
    )
    deviation = fields.Float(
        string="Standard deviation",
        digits=(16, 2),
        readonly=True,
        aggregator="avg",
        help="In points: 0 if all have the same score.",
    )
    leniency = fields.Float(
        digits=(16, 2),
        readonly=True,
        aggregator="avg",
        help="Mean minus the mean of all others in the cycle: above 0 is milder, below 0 stricter.",
    )
    has_leniency = fields.Boolean(readonly=True)
    spread = fields.Float(
        digits=(16, 2),
        readonly=True,
        aggregator="avg",
        help="Standard deviation against that of all others: well below 1 means that people are"
        " hardly told apart.",
    )
    has_spread = fields.Boolean(readonly=True)
    self_gap = fields.Float(
        string="Self − manager",
        digits=(16, 2),
        readonly=True,
        aggregator="avg",
        help="Mean of self-evaluation minus manager's review, in dimensions that both judged.",
    )
    has_self_gap = fields.Boolean(readonly=True)
    shares = fields.Json(
        string="Shares per grade",
        readonly=True,
        help="The upper bar; the lower one is that of all others.",
    )

    @api.model
    def _open(self, cycles):
        """Compute the figures of these cycles anew for the reader, who has been checked."""
        self_sudo = self.sudo()  # nobody writes figures, so nobody has the right to; they are own
        self_sudo.search(
            [("cycle_id", "in", cycles.ids), ("create_uid", "=", self.env.uid)]
        ).unlink()
        self_sudo.create([vals for cycle in cycles for vals in self._prepare_figures(cycle)])
        action = self.env["ir.actions.act_window"]._for_xml_id("hr_performance.bias_action")
        return {**action, "domain": [("cycle_id", "in", cycles.ids)]}

    @api.model
    def _prepare_figures(self, cycle):
        ratings = self.env["hr.performance.rating"].search_fetch(
            [("cycle_id", "=", cycle.id), ("has_score", "=", True), ("grade_id", "!=", False)],
            ["evaluation_id", "manager_id", "department_id", "score", "grade_id"],
        )
        gaps = self._get_gaps(cycle)
        grades = {grade.code: grade.name for grade in cycle.template_id.scale_id._get_grades()}
        found = []
        for kind in ("manager", "department"):
            people = defaultdict(list)
            for rating in ratings:
                people[rating[f"{kind}_id"]].append(
                    rules.Judged(
                        rating.score, rating.grade_id.code, gaps.get(rating.evaluation_id.id)
                    )
                )
            found += [
                {
                    "cycle_id": cycle.id,
                    "kind": kind,
                    f"{kind}_id": subject.id,
                    # The name alone, of a person or department whose people the reader reads.
                    "name": subject.sudo().display_name,
                    **self._prepare_bias(figures, grades),
                }
                for subject, figures in rules.biases(people).items()
                if subject and figures
            ]
        return found

    @api.model
    def _prepare_bias(self, figures, grades):
        """Map the figures of one manager to a row; ``grades`` are code and name, best first."""
        shares = {share.grade: share for share in figures.shares}
        vals = {name: getattr(figures, name) for name in _FLAGS}
        return {
            "people": figures.people,
            "mean": figures.mean,
            "deviation": figures.deviation,
            **{name: value or 0.0 for name, value in vals.items()},
            **{_FLAGS[name]: value is not None for name, value in vals.items()},
            "shares": [
                {"grade": name, "here": shares[code].here, "elsewhere": shares[code].elsewhere}
                for code, name in grades.items()
                if code in shares
            ],
        }

    @api.model
    def _get_gaps(self, cycle):
        """Return {evaluation id: self minus manager}, of the reviews that the reader may read."""
        weights = {line.dimension_id.id: line.weight for line in cycle.template_id.line_ids}
        points = defaultdict(lambda: defaultdict(lambda: {"self": [], "manager": []}))
        for evaluation_id, dimension_id, role, value in self._query_points(cycle):
            points[evaluation_id][dimension_id][role].append(value)
        return {
            evaluation_id: rules.gap(
                rules.Compared(weights.get(dimension_id, 0.0), one["self"], one["manager"])
                for dimension_id, one in of_person.items()
            )
            for evaluation_id, of_person in points.items()
        }

    @api.model
    def _query_points(self, cycle):
        """Rows (evaluation, dimension, role, points) of the answers given, in one query."""
        lines = self.env["hr.performance.review.line"]
        lines.flush_model(["answer", "points", "grade_id", "dimension_id", "review_id"])
        reviews = self.env["hr.performance.review"]._search(  # the record rules apply
            [
                ("cycle_id", "=", cycle.id),
                ("role", "in", ("self", "manager")),
                ("state", "=", "submitted"),
            ]
        )
        return self.env.execute_query(
            SQL(
                """
                SELECT r.evaluation_id, l.dimension_id, r.role,
                       CASE l.answer WHEN 'points' THEN l.points ELSE g.points END
                  FROM hr_performance_review_line l
                  JOIN hr_performance_review r ON r.id = l.review_id
             LEFT JOIN hr_performance_grade g ON g.id = l.grade_id
                 WHERE l.answer IN ('points', 'level')
                   AND l.dimension_id IS NOT NULL
                   AND l.review_id IN %s
                """,
                reviews.subselect(),
            )
        )

    def action_open_ratings(self):
        """Open the ratings behind the figures, of which the reader reads each."""
        self.ensure_one()
        self.check_access("read")
        action = self.env["ir.actions.act_window"]._for_xml_id("hr_performance.rating_action")
        field = f"{self.kind}_id"
        return {
            **action,
            "name": self.name,
            "domain": [("cycle_id", "=", self.cycle_id.id), (field, "=", self[field].id)],
            "context": {},
        }
