from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...rules.achievement import Fault, Measure, Method, achievement, fault, milestone_share
from ...rules.scoring import Part, weighted_mean


class GoalMeasure(models.Model):
    """How a goal is measured, and its achievement (Formulas, section 1; requirement C4)."""

    _inherit = "hr.performance.goal"

    metric = fields.Char(help="What is measured, such as “customer satisfaction score”.")
    unit = fields.Char()
    method = fields.Selection(
        [
            ("ratio_higher", "Ratio, higher is better"),
            ("ratio_lower", "Ratio, lower is better"),
            ("progress", "Progress from baseline"),
            ("range", "Inside a range"),
            ("milestones", "Milestones"),
            ("done", "Done or not done"),
            ("key_results", "Key results"),
        ],
        string="Measured by",
        required=True,
        default="ratio_higher",
    )
    baseline = fields.Float(aggregator=None, digits=(16, 4))
    target = fields.Float(aggregator=None, digits=(16, 4), tracking=True)
    low = fields.Float(aggregator=None, string="Range from", digits=(16, 4))
    high = fields.Float(aggregator=None, string="Range to", digits=(16, 4))
    floor = fields.Float(
        aggregator=None, string="Lowest achievement (%)", default=0.0, digits=(16, 2)
    )
    cap = fields.Float(
        aggregator=None, string="Highest achievement (%)", default=150.0, digits=(16, 2)
    )
    measurement_ids = fields.One2many("hr.performance.measurement", "goal_id")
    milestone_ids = fields.One2many("hr.performance.goal.milestone", "goal_id", copy=True)
    last_value = fields.Float(
        aggregator=None,
        string="Latest value",
        compute="_compute_last_value",
        store=True,
        digits=(16, 4),
    )
    last_date = fields.Date(string="Measured on", compute="_compute_last_value", store=True)
    is_measured = fields.Boolean(compute="_compute_achievement", store=True, recursive=True)
    achievement = fields.Float(
        string="Achievement (%)",
        compute="_compute_achievement",
        store=True,
        recursive=True,
        digits=(16, 2),
        aggregator=None,  # a mean would count what is not measured as 0
    )

    def _get_measure(self):
        """Return the measure as the rules take it."""
        self.ensure_one()
        return Measure(
            method=Method(self.method),
            baseline=self.baseline,
            target=self.target,
            low=self.low,
            high=self.high,
            floor=self.floor,
            cap=self.cap,
        )

    @api.depends("measurement_ids.value", "measurement_ids.date")
    def _compute_last_value(self):
        for goal in self:
            latest = goal.measurement_ids.sorted(lambda one: (one.date, one.id or 0))[-1:]
            goal.last_value = latest.value
            goal.last_date = latest.date

    @api.depends(
        "method",
        "baseline",
        "target",
        "low",
        "high",
        "floor",
        "cap",
        "last_value",
        "last_date",
        "milestone_ids.weight",
        "milestone_ids.done_on",
        "child_ids.kind",
        "child_ids.weight",
        "child_ids.cancelled",
        "child_ids.achievement",
        "child_ids.is_measured",
    )
    def _compute_achievement(self):
        for goal in self:
            value = goal._get_achievement()
            goal.is_measured = value is not None
            goal.achievement = value or 0.0

    def _get_achievement(self):
        """Achievement in percent, None while nothing is measured."""
        self.ensure_one()
        if self.method == "key_results":
            results = self.child_ids.filtered(
                lambda goal: goal.kind == "key_result" and not goal.cancelled
            )
            return weighted_mean(results._as_parts()).value
        measure = self._get_measure()
        if fault(measure):
            return None
        if self.method == "milestones":
            steps = [(step.weight, bool(step.done_on)) for step in self.milestone_ids]
            return achievement(measure, milestone_share(steps))
        return achievement(measure, self.last_value if self.last_date else None)

    def _as_parts(self):
        """Return the goals as weighted parts of a mean; an unmeasured one is missing."""
        return [
            Part(goal.name or "", goal.weight, goal.achievement if goal.is_measured else None)
            for goal in self
        ]

    @api.constrains("method", "kind", "baseline", "target", "low", "high", "floor", "cap")
    def _check_measure(self):
        for goal in self:
            if (goal.kind == "objective") != (goal.method == "key_results"):
                raise ValidationError(
                    self.env._(
                        "%s: an objective is measured by its key results, and only an objective.",
                        goal.name,
                    )
                )
            if problem := fault(goal._get_measure()):
                raise ValidationError(
                    self.env._(
                        "%(goal)s: %(problem)s",
                        goal=goal.name,
                        problem=goal._describe_fault(problem),
                    )
                )

    def _describe_fault(self, problem):
        sentences = {
            Fault.TARGET_MISSING: self.env._("please give a target."),
            Fault.TARGET_IS_BASELINE: self.env._(
                "the target equals the baseline, so there would be nothing to achieve."
            ),
            Fault.TARGET_ZERO: self.env._(
                "a ratio cannot be measured against a target of 0. Please use “Progress from"
                " baseline”."
            ),
            Fault.TARGET_NEGATIVE: self.env._(
                "a ratio needs a positive target. Please use “Progress from baseline”."
            ),
            Fault.RANGE_EMPTY: self.env._("the range must start below its end."),
            Fault.BASELINE_MISSING: self.env._("please give the baseline from which to start."),
            Fault.BOUNDS: self.env._("the lowest achievement must be below the highest."),
        }
        return sentences[problem]
