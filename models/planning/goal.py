from odoo import api, fields, models
from odoo.exceptions import ValidationError


class Goal(models.Model):
    """A goal of the company, a department or one person; goals form one tree across owners."""

    _name = "hr.performance.goal"
    _description = "Goal"
    _inherit = [
        "hr.performance.can.write.mixin",
        "hr.performance.computed.mixin",
        "hr.performance.line.mixin",
        "hr.performance.task.mixin",
        "hr.mixin",
        "hr.performance.private.thread.mixin",
        "mail.activity.mixin",
    ]
    _order = "cycle_id, level, employee_id, weight desc, id"
    _form_tells_of_person = True
    _check_company_auto = True

    name = fields.Char(string="Goal", required=True, tracking=True)
    cycle_id = fields.Many2one(
        "hr.performance.cycle",
        required=True,
        index=True,
        check_company=True,
        ondelete="restrict",
    )
    company_id = fields.Many2one(
        "res.company", related="cycle_id.company_id", store=True, index=True, precompute=True
    )
    level = fields.Selection(
        [("company", "Company"), ("department", "Department"), ("employee", "Employee")],
        required=True,
        default="employee",
        index=True,
    )
    employee_id = fields.Many2one(
        "hr.employee", check_company=True, index=True, ondelete="restrict"
    )
    department_id = fields.Many2one(
        "hr.department", check_company=True, index="btree_not_null", ondelete="restrict"
    )
    evaluation_id = fields.Many2one(
        "hr.performance.evaluation",
        compute="_compute_evaluation_id",
        store=True,
        index="btree_not_null",
        ondelete="set null",
    )
    manager_id = fields.Many2one(related="evaluation_id.manager_id", string="Manager")
    parent_id = fields.Many2one(
        "hr.performance.goal",
        string="Serves",
        check_company=True,
        index="btree_not_null",
        ondelete="restrict",
        help="The goal that this one serves; for a key result, its objective.",
    )
    child_ids = fields.One2many("hr.performance.goal", "parent_id", string="Served by")
    key_result_ids = fields.One2many(
        "hr.performance.goal",
        "parent_id",
        string="Key results",
        domain=[("kind", "=", "key_result")],
    )
    kind = fields.Selection(
        [("kpi", "KPI"), ("objective", "Objective"), ("key_result", "Key result")],
        required=True,
        default="kpi",
    )
    how = fields.Text(
        string="How it is reached", help="By what means: a process, a tool, a way of working."
    )
    no_parent_reason = fields.Char(
        string="Serves no goal because",
        help="Where a goal serves no goal of the department or the company.",
    )
    weight = fields.Float(string="Weight (%)", digits=(16, 2), tracking=True)
    date_start = fields.Date(
        compute="_compute_dates", store=True, readonly=False, required=True, precompute=True
    )
    date_due = fields.Date(
        string="Due",
        compute="_compute_dates",
        store=True,
        readonly=False,
        required=True,
        precompute=True,
        tracking=True,
    )
    cancelled = fields.Boolean(
        readonly=True, copy=False, help="A cancelled goal no longer counts in the evaluation."
    )

    _weight_range = models.Constraint(
        "CHECK(weight BETWEEN 0 AND 100)", "The weight of a goal lies between 0 and 100 %."
    )

    @api.depends("cycle_id", "employee_id")
    def _compute_evaluation_id(self):
        evaluations = self.env["hr.performance.evaluation"].search(
            [
                ("cycle_id", "in", self.cycle_id.ids),
                ("employee_id", "in", self.employee_id.ids),
            ]
        )
        by_person = {(one.cycle_id.id, one.employee_id.id): one.id for one in evaluations}
        for goal in self:
            goal.evaluation_id = by_person.get((goal.cycle_id.id, goal.employee_id.id))

    @api.depends("cycle_id")
    def _compute_dates(self):
        for goal in self:
            goal.date_start = goal.date_start or goal.cycle_id.date_start
            goal.date_due = goal.date_due or goal.cycle_id.date_end

    @api.constrains("level", "employee_id", "department_id")
    def _check_owner(self):
        for goal in self:
            if goal.level == "employee" and not goal.employee_id:
                raise ValidationError(self.env._("%s: whose goal is it?", goal.name))
            if goal.level == "department" and not goal.department_id:
                raise ValidationError(self.env._("%s: which department's goal is it?", goal.name))
            if goal.level != "employee" and goal.employee_id:
                raise ValidationError(
                    self.env._("%s: only an employee's goal names an employee.", goal.name)
                )

    @api.constrains("date_start", "date_due", "cycle_id")
    def _check_dates(self):
        for goal in self:
            cycle = goal.cycle_id
            if not cycle.date_start <= goal.date_start <= goal.date_due <= cycle.date_end:
                raise ValidationError(
                    self.env._(
                        "%(goal)s: start (%(start)s) and due date (%(due)s) must lie inside the"
                        " cycle %(cycle)s, %(cycle_start)s to %(cycle_end)s, in this order.",
                        goal=goal.name,
                        start=goal.date_start,
                        due=goal.date_due,
                        cycle=cycle.name,
                        cycle_start=cycle.date_start,
                        cycle_end=cycle.date_end,
                    )
                )

    @api.constrains("parent_id", "kind", "level", "employee_id", "department_id", "cycle_id")
    def _check_parent(self):
        if self._has_cycle():
            raise ValidationError(self.env._("A goal cannot serve itself, not even indirectly."))
        for goal in self.filtered(lambda one: one.kind == "key_result"):
            # The objective may be one that the user cannot see; then it is the wrong one anyway.
            objective_sudo = goal.parent_id.sudo()
            if objective_sudo.kind != "objective" or (
                objective_sudo._get_place() != goal.sudo()._get_place()
            ):
                raise ValidationError(
                    self.env._(
                        "%s: a key result needs an objective of the same owner and cycle.",
                        goal.name,
                    )
                )

    def _get_place(self):
        """Whose goal it is, and for which cycle: an objective and its key results share both."""
        return (self.level, self.employee_id, self.department_id, self.cycle_id)

    def _get_counted(self):
        """Goals that weigh in the evaluation: agreed, not cancelled, and no key results."""
        return self.filtered(lambda goal: goal.kind != "key_result" and not goal.cancelled)

    @api.model
    def get_import_templates(self):
        """Offered by Odoo's import; docs/import.md says what its columns mean."""
        return [
            {
                "label": self.env._("Import Template for Goals"),
                "template": "/hr_performance/static/import/goals.csv",
            },
            {
                "label": self.env._("Import Template for My Own Goals"),
                "template": "/hr_performance/static/import/my_goals.csv",
            },
        ]
