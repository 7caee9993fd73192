from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...rules import flows


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
    raised_on = fields.Date(compute="_compute_raised_on", store=True)
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

    def _compute_action_count(self):
        counts = dict(
            self.env["hr.performance.action"]._read_group(
                [("point_id", "in", self.ids)], ["point_id"], ["__count"]
            )
        )
        for point in self:
            point.action_count = counts.get(point, 0)

    @api.constrains("problem")
    def _check_problem(self):
        if any(not point.problem.strip() for point in self):
            raise ValidationError(self.env._("Please say what the problem is."))

    def action_open_actions(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("hr_performance.action_action")
        return {
            **action,
            "domain": [("point_id", "=", self.id)],
            "context": {"default_point_id": self.id},
        }
