from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...rules import flows

# What was said about the problem: closed with the talk. What becomes of it is the flow's.
RECORDED_FIELDS = {
    "coaching_id", "problem", "classification", "resource_kind", "solution", "owner_id", "due",
}  # fmt: skip


class CoachingPoint(models.Model):
    """One problem raised in a talk, followed to its end (requirements C2, C3)."""

    _name = "hr.performance.coaching.point"
    _description = "Problem raised in a talk"
    _inherit = [
        "hr.performance.computed.mixin",
        "hr.performance.line.mixin",
        "hr.performance.workflow.mixin",
    ]
    _order = "due, id"

    _workflow = flows.COACHING_POINT
    _protected_fields = ("state", "closed_on", "close_reason")

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
    owner_id = fields.Many2one(
        "hr.employee",
        index=True,
        ondelete="restrict",
        help="The person themselves or somebody who leads them. Others get an action.",
    )
    due = fields.Date()
    state = fields.Selection(
        [("open", "Open"), ("done", "Solved"), ("dropped", "Dropped")],
        default=flows.COACHING_POINT.initial,
        required=True,
        readonly=True,
        index=True,
    )
    closed_on = fields.Date(readonly=True, copy=False)
    close_reason = fields.Text(string="Reason", readonly=True, copy=False)
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

    @api.constrains("owner_id", "coaching_id")
    def _check_owner(self):
        """The owner reads the problem, so it is somebody who may (others get an action)."""
        line = self.env["hr.performance.line.mixin"]
        # Who leads whom is a fact of the organisation, whatever the asker may read of it.
        owned_sudo = self.sudo().filtered("owner_id")
        for owner_sudo, points_sudo in owned_sudo.grouped("owner_id").items():
            led = line._get_led_ids(owner_sudo)
            for point in points_sudo:
                known = point.employee_id | point.leader_id
                if obstacle := point._get_owner_obstacle(
                    owner_sudo in known or point.employee_id.id in led
                ):
                    raise ValidationError(obstacle)

    def _get_owner_obstacle(self, may_read):
        names = {
            "problem": self.problem,
            "owner": self.owner_id.name,
            "employee": self.employee_id.name,
        }
        if not self.owner_id.active:
            return self.env._(
                "“%(problem)s”: %(owner)s has left the company. Please choose another owner.",
                **names,
            )
        if may_read:
            return None
        return self.env._(
            "“%(problem)s”: %(owner)s neither is nor leads %(employee)s, and so cannot read the"
            " record. Please give them an action instead.",
            **names,
        )

    @api.constrains("problem")
    def _check_problem(self):
        if any(not point.problem.strip() for point in self):
            raise ValidationError(self.env._("Please say what the problem is."))

    # Roles and steps

    def _get_roles(self):
        """The owner, who may also be the person themselves, says when it is solved."""
        roles = super()._get_roles()
        # Whose task it is must not depend on what the asker may read.
        owned_sudo = self.sudo().filtered(lambda point: point.owner_id.user_id == self.env.user)
        return roles | {point.id: roles[point.id] | {flows.OWNER} for point in owned_sudo}

    def action_finish(self):
        self._transit("finish", closed_on=fields.Date.context_today(self))

    def action_drop(self, reason):
        """Follow the problem no longer, with a reason."""
        self._transit(
            "drop", reason=reason, close_reason=reason, closed_on=fields.Date.context_today(self)
        )

    def action_reopen(self, reason):
        """It is not solved after all: it comes up again in the next talk."""
        self._transit("reopen", reason=reason, close_reason=reason, closed_on=False)

    def action_open_actions(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("hr_performance.action_action")
        return {
            **action,
            "domain": [("point_id", "=", self.id)],
            "context": {"default_point_id": self.id},
        }

    # Part of the record: open as long as the talk is planned

    @api.model_create_multi
    def create(self, vals_list):
        points = super().create(vals_list)
        points.coaching_id._check_planned()
        return points

    def write(self, vals):
        recorded = bool(RECORDED_FIELDS & vals.keys())
        if recorded:
            self.coaching_id._check_planned()
        result = super().write(vals)
        if "coaching_id" in vals:
            self.check_access("write")  # nor may it be moved into somebody else's talk
            self.coaching_id._check_planned()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_held(self):
        self.coaching_id._check_planned()
