from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...rules import flows


class Cycle(models.Model):
    """One period of one company: phases, deadlines, template, payout window."""

    _name = "hr.performance.cycle"
    _description = "Performance cycle"
    _inherit = [
        "hr.performance.workflow.mixin",
        "hr.performance.task.mixin",
        "mail.thread",
        "mail.activity.mixin",
    ]
    _order = "date_start desc, id desc"
    _check_company_auto = True

    _workflow = flows.CYCLE
    _protected_fields = (
        "state",
        "guide_version_ids",
        "reviewer_rules",
        "change_count",
        "watched_on",
        "watched_to",
        "step_told",
    )

    name = fields.Char(required=True)
    code = fields.Char(required=True, help="Short and stable: payroll and exports use it.")
    company_id = fields.Many2one(
        "res.company", required=True, index=True, default=lambda self: self.env.company
    )
    period = fields.Selection(
        [("month", "Month"), ("quarter", "Quarter"), ("half", "Half-year"), ("year", "Year")],
        required=True,
        default="quarter",
    )
    date_start = fields.Date(required=True)
    date_end = fields.Date(required=True)
    parent_id = fields.Many2one(
        "hr.performance.cycle",
        string="Part of",
        check_company=True,
        index="btree_not_null",
        ondelete="restrict",
        help="The year of which this cycle is a part.",
    )
    child_ids = fields.One2many("hr.performance.cycle", "parent_id", string="Parts")
    template_id = fields.Many2one(
        "hr.performance.template", required=True, check_company=True, ondelete="restrict"
    )
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("planning", "Planning"),
            ("executing", "Executing"),
            ("evaluating", "Evaluating"),
            ("calibrating", "Calibrating"),
            ("communicating", "Communicating"),
            ("closed", "Closed"),
            ("cancelled", "Cancelled"),
        ],
        default=flows.CYCLE.initial,
        required=True,
        readonly=True,
        tracking=True,
        index=True,
    )
    description = fields.Html(
        help="What everyone in the cycle should know: aims, rules, whom to ask."
    )
    planning_due = fields.Date(string="Goals signed until")
    self_due = fields.Date(string="Self-evaluation until")
    manager_due = fields.Date(string="Manager's evaluation until")
    evaluation_ids = fields.One2many("hr.performance.evaluation", "cycle_id", readonly=True)
    evaluation_count = fields.Integer(compute="_compute_counts")
    goal_count = fields.Integer(compute="_compute_counts")
    batch_ids = fields.One2many(
        "hr.performance.batch",
        "cycle_id",
        readonly=True,
        # Who may not read jobs could not read the cycle with all its fields either.
        groups="hr_performance.group_officer,hr_performance.group_auditor",
    )

    _code_unique = models.Constraint(
        "UNIQUE(company_id, code)", "A cycle with this code exists already in the company."
    )
    _dates_order = models.Constraint(
        "CHECK(date_start <= date_end)", "A cycle cannot end before it starts."
    )

    @api.constrains("parent_id", "date_start", "date_end")
    def _check_parent(self):
        if self._has_cycle():
            raise ValidationError(self.env._("A cycle cannot be a part of itself."))
        for cycle in self.filtered("parent_id"):
            parent = cycle.parent_id
            if cycle.date_start < parent.date_start or cycle.date_end > parent.date_end:
                raise ValidationError(
                    self.env._(
                        "%(cycle)s lies outside %(parent)s (%(start)s to %(end)s).",
                        cycle=cycle.name,
                        parent=parent.name,
                        start=parent.date_start,
                        end=parent.date_end,
                    )
                )

    def _get_wholes(self):
        """Return the cycle itself and those that it is a part of, at any depth."""
        wholes = self
        while wholes.parent_id - wholes:
            wholes |= wholes.parent_id
        return wholes

    def _compute_counts(self):
        evaluations = dict(
            self.env["hr.performance.evaluation"]._read_group(
                [("cycle_id", "in", self.ids)], ["cycle_id"], ["__count"]
            )
        )
        goals = dict(
            self.env["hr.performance.goal"]._read_group(
                [("cycle_id", "in", self.ids)], ["cycle_id"], ["__count"]
            )
        )
        for cycle in self:
            cycle.evaluation_count = evaluations.get(cycle, 0)
            cycle.goal_count = goals.get(cycle, 0)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_started(self):
        if started := self.filtered(lambda cycle: cycle.state != "draft"):
            raise UserError(
                self.env._(
                    "%s was launched already: it can be cancelled, not deleted.",
                    ", ".join(started.mapped("name")),
                )
            )

    def _get_roles(self):
        roles = self.env["hr.performance.line.mixin"]._get_hr_roles()
        return {cycle.id: roles for cycle in self}

    def write(self, vals):
        self._check_settled(vals)
        return super().write(vals)

    @api.model
    def _get_settled_names(self):
        """Names of the fields that the launch fixes."""
        return {"date_start", "date_end", "template_id", "company_id", "code", "period"}

    def _check_settled(self, vals):
        """Period and template are fixed once people are in the cycle."""
        if changed := sorted(self._get_settled_names() & vals.keys()):
            for cycle in self.filtered(lambda one: one.state != "draft"):
                labels = [self._fields[name]._description_string(self.env) for name in changed]
                raise UserError(
                    self.env._(
                        "%(cycle)s is launched: %(fields)s cannot change any more.",
                        cycle=cycle.name,
                        fields=", ".join(labels),
                    )
                )
