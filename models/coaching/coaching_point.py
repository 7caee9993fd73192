from collections import defaultdict

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...rules import flows
from .action_steps import DECLINED, DONE


class CoachingPoint(models.Model):
    """One problem raised in a talk, followed to its end (requirements C2, C3)."""

    _name = "hr.performance.coaching.point"
    _description = "Problem raised in a talk"
    _inherit = ["hr.performance.follow.up.mixin"]
    _order = "due, id"

    _workflow = flows.COACHING_POINT
    _talk_field = "coaching_id"
    _subject_field = "problem"
    # What was said about the problem: closed with the talk. What becomes of it is the flow's.
    _recorded_fields = frozenset({
        "coaching_id", "problem", "classification", "resource_kind", "solution", "owner_id", "due",
    })  # fmt: skip

    coaching_id = fields.Many2one(
        "hr.performance.coaching",
        string="Raised in",
        required=True,
        index=True,
        ondelete="cascade",
    )
    employee_id = fields.Many2one(
        related="coaching_id.employee_id", store=True, index=True, precompute=True
    )
    leader_id = fields.Many2one(
        related="coaching_id.leader_id", store=True, index=True, precompute=True
    )
    cycle_id = fields.Many2one(related="coaching_id.cycle_id", store=True, string="Cycle")
    company_id = fields.Many2one(related="coaching_id.company_id", store=True, index=True)
    raised_on = fields.Date(string="Raised on", compute="_compute_raised_on", store=True)
    problem = fields.Text(required=True)
    classification = fields.Selection(
        [("capability", "Capability"), ("resource", "Resource"), ("other", "Other")],
        required=True,
        default="capability",
        index=True,
        help="Capability leads to training, a resource to coordination with another department.",
    )
    resource_kind = fields.Selection(
        [
            ("people", "People"),
            ("budget", "Budget"),
            ("tool", "Tool"),
            ("process", "Cross-department process"),
        ],
        string="Which resource",
    )
    solution = fields.Text()
    action_ids = fields.One2many("hr.performance.action", "point_id", string="Actions")
    action_count = fields.Integer(compute="_compute_action_count")
    action_progress = fields.Char(string="Actions done", compute="_compute_action_count")

    def _line_manager_path(self):
        return "leader_id"

    @api.depends("coaching_id.held_on", "coaching_id.date")
    def _compute_raised_on(self):
        for point in self:
            point.raised_on = point.coaching_id.held_on or point.coaching_id.date

    @api.depends("employee_id", "raised_on")
    def _compute_display_name(self):
        """Not the problem: an action shows where it comes from also to an owner elsewhere."""
        for point in self:
            point.display_name = self.env._(
                "Problem of %(employee)s, %(date)s",
                employee=point.employee_id.name or "",
                date=point.raised_on or "",
            )

    @api.depends("action_ids.state")
    def _compute_action_count(self):
        counts = defaultdict(dict)
        groups = self.env["hr.performance.action"]._read_group(
            [("point_id", "in", self.ids)], ["point_id", "state"], ["__count"]
        )
        for point, state, count in groups:
            counts[point.id][state] = count
        for point in self:
            found = counts[point.id]
            point.action_count = sum(found.values())
            point.action_progress = False
            if found:
                point.action_progress = self.env._(
                    "%(done)s of %(all)s", done=found.get("done", 0), all=point.action_count
                )

    @api.constrains("problem")
    def _check_problem(self):
        if any(not point.problem.strip() for point in self):
            raise ValidationError(self.env._("Please say what the problem is."))

    def _after_finish(self, reason=None):
        self._drop_questions()

    def _after_drop(self, reason=None):
        self._drop_questions()

    def _drop_questions(self):
        """Nobody is asked any more whether an action has solved the problem."""
        self.action_ids.activity_unlink([DONE, DECLINED])

    def action_open_actions(self):
        """What is done about it. The first action is entered at once, from what was said."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("hr_performance.action_action")
        may_give = bool(self._get_roles()[self.id] & {flows.MANAGER, *flows.HR})
        if may_give and self.state == "open" and not self.action_count:
            action |= {"view_mode": "form", "views": [(False, "form")]}
        return {
            **action,
            "domain": [("point_id", "=", self.id)],
            "context": {"create": may_give, **self._prepare_action_defaults()},
        }

    def _prepare_action_defaults(self):
        """The solution is what to do, until the same day; of a capability by the same owner."""
        defaults = {"default_point_id": self.id}
        if self.solution:
            defaults["default_name"] = self.solution.strip().split("\n")[0]
        if self.due and self.due >= fields.Date.context_today(self):
            defaults["default_due"] = self.due
        if self.classification == "capability" and self.owner_id.active:
            defaults["default_owner_id"] = self.owner_id.id
        return defaults
