from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...rules.achievement import Measure, Method, fault

# What a goal takes over from its template; see `_prepare_goal_vals`.
COPIED_FIELDS = (
    "name", "how", "metric", "unit", "method", "baseline", "target", "low", "high", "weight",
)  # fmt: skip


class GoalTemplate(models.Model):
    """A goal of the library, for jobs or departments (requirement P5).

    Figures are examples: whoever gets the goal amends them, and says in own words why it matters.
    """

    _name = "hr.performance.goal.template"
    _description = "Goal of the library"
    _order = "category, sequence, id"

    name = fields.Char(string="Goal", required=True, translate=True)
    category = fields.Selection(
        [
            ("sales", "Sales"),
            ("service", "Customer service"),
            ("rnd", "Research and development"),
            ("production", "Production"),
            ("editing", "Content editing"),
            ("creative", "Creative work"),
            ("hr", "Human resources"),
            ("other", "Other"),
        ],
        string="Field of work",
        required=True,
        default="other",
        index=True,
        group_expand=True,
    )
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company", index=True)
    job_ids = fields.Many2many("hr.job", string="For jobs")
    department_ids = fields.Many2many("hr.department", string="For departments")
    kind = fields.Selection(
        [("kpi", "KPI"), ("objective", "Objective"), ("key_result", "Key result")],
        required=True,
        default="kpi",
    )
    parent_id = fields.Many2one(
        "hr.performance.goal.template",
        string="Objective",
        index="btree_not_null",
        ondelete="cascade",
        help="The objective whose key result this is.",
    )
    key_result_ids = fields.One2many(
        "hr.performance.goal.template", "parent_id", string="Key results", copy=True
    )
    how = fields.Text(string="How it is reached", translate=True)
    metric = fields.Char(translate=True)
    unit = fields.Char(translate=True)
    method = fields.Selection(
        lambda self: (
            self.env["hr.performance.goal"]._fields["method"]._description_selection(self.env)
        ),
        string="Measured by",
        required=True,
        default="ratio_higher",
    )
    baseline = fields.Float(digits=(16, 4))
    target = fields.Float(digits=(16, 4))
    low = fields.Float(string="Range from", digits=(16, 4))
    high = fields.Float(string="Range to", digits=(16, 4))
    weight = fields.Float(string="Weight (%)", digits=(16, 2))

    _weight_range = models.Constraint(
        "CHECK(weight BETWEEN 0 AND 100)", "The weight of a goal lies between 0 and 100 %."
    )

    @api.constrains("kind", "parent_id")
    def _check_objective(self):
        for template in self:
            if (template.kind == "key_result") != bool(template.parent_id):
                raise ValidationError(
                    self.env._(
                        "%s: a key result belongs to an objective, and only a key result does.",
                        template.name,
                    )
                )
            if template.parent_id and template.parent_id.kind != "objective":
                raise ValidationError(
                    self.env._("%s: a key result needs an objective.", template.name)
                )

    @api.constrains("method", "kind", "baseline", "target", "low", "high")
    def _check_measure(self):
        """A goal of the library can be given to somebody as it is."""
        goals = self.env["hr.performance.goal"]
        for template in self:
            if (template.kind == "objective") != (template.method == "key_results"):
                raise ValidationError(
                    self.env._(
                        "%s: an objective is measured by its key results, and only an objective.",
                        template.name,
                    )
                )
            measure = Measure(
                method=Method(template.method),
                baseline=template.baseline,
                target=template.target,
                low=template.low,
                high=template.high,
            )
            if problem := fault(measure):
                raise ValidationError(
                    self.env._(
                        "%(goal)s: %(problem)s",
                        goal=template.name,
                        problem=goals._describe_fault(problem),
                    )
                )

    @api.onchange("kind")
    def _onchange_kind(self):
        if self.kind == "objective":
            self.method = "key_results"
        elif self.method == "key_results":
            self.method = "ratio_higher"

    # Giving it to people

    def _filter_meant_for(self, evaluation):
        """Return the goals that are meant for the job or the department of this person.

        A goal that names neither is meant for everybody.
        """
        path = (evaluation.department_id.parent_path or "").split("/")
        departments = {int(part) for part in path if part}
        return self.filtered(
            lambda one: (
                not (one.job_ids or one.department_ids)
                or evaluation.job_id in one.job_ids
                or departments & set(one.department_ids.ids)
            )
        )

    def _prepare_goal_vals(self, evaluation):
        """Return the values of this goal for one person, with its key results."""
        self.ensure_one()
        vals = {
            **{name: self[name] for name in COPIED_FIELDS},
            "kind": self.kind,
            "template_id": self.id,
            "cycle_id": evaluation.cycle_id.id,
            "employee_id": evaluation.employee_id.id,
        }
        if self.key_result_ids:
            vals["key_result_ids"] = [
                fields.Command.create(result._prepare_goal_vals(evaluation))
                for result in self.key_result_ids
            ]
        return vals
