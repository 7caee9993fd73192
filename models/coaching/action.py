from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Domain

from ...rules import flows

TRAINING_KINDS = ("sharing", "course", "mentoring")
OPEN_STATES = ("todo", "accepted")
# What the owner writes; the rest is up to those who gave the action.
OWNER_FIELDS = {"answer", "result"}
GIVEN_FIELDS = {
    "name", "problem", "point_id", "kind", "owner_id", "due", "skill_id", "skill_level_id",
}  # fmt: skip


class Action(models.Model):
    """What is done about a problem: training for a capability, coordination for a resource.

    The owner may sit in another department. They read this record and the text of the problem
    given here, and nothing of the talk that it comes from (requirement C3).
    """

    _name = "hr.performance.action"
    _description = "Action about a problem"
    _inherit = [
        "hr.performance.link.mixin",
        "hr.performance.computed.mixin",
        "hr.performance.line.mixin",
        "hr.performance.workflow.mixin",
        "hr.performance.task.mixin",
        "hr.performance.private.thread.mixin",
        "mail.activity.mixin",
    ]
    _order = "due, id"

    _mail_post_access = "read"  # the person concerned takes part in the discussion
    _workflow = flows.ACTION
    _checked_links = {"point_id": "read"}
    _protected_fields = ("state", "accepted_at", "closed_at", "close_reason", "escalated_on")

    name = fields.Char(string="What to do", required=True)
    point_id = fields.Many2one(
        "hr.performance.coaching.point",
        string="Comes from",
        required=True,
        index=True,
        ondelete="restrict",
    )
    employee_id = fields.Many2one(
        related="point_id.employee_id", store=True, index=True, precompute=True, string="For"
    )
    leader_id = fields.Many2one(
        related="point_id.leader_id", store=True, index=True, precompute=True
    )
    company_id = fields.Many2one(related="point_id.company_id", store=True, index=True)
    problem = fields.Text(
        compute="_compute_from_point",
        store=True,
        readonly=False,
        required=True,
        precompute=True,
        help="The owner reads this text: leave out what they need not know.",
    )
    kind = fields.Selection(
        [
            ("sharing", "Internal sharing"),
            ("course", "Course"),
            ("mentoring", "Mentoring"),
            ("coordination", "Coordination"),
            ("other", "Other"),
        ],
        compute="_compute_from_point",
        store=True,
        readonly=False,
        required=True,
        precompute=True,
        index=True,
    )
    owner_id = fields.Many2one("hr.employee", required=True, index=True, ondelete="restrict")
    due = fields.Date(required=True, index=True)
    skill_id = fields.Many2one(
        "hr.skill", string="Skill to raise", index="btree_not_null", ondelete="set null"
    )
    skill_type_id = fields.Many2one(related="skill_id.skill_type_id")
    skill_level_id = fields.Many2one(
        "hr.skill.level",
        string="Level to reach",
        domain="[('skill_type_id', '=', skill_type_id)]",
        ondelete="set null",
    )
    answer = fields.Text(string="Owner's answer")
    result = fields.Text()
    state = fields.Selection(
        [
            ("todo", "To do"),
            ("accepted", "Accepted"),
            ("done", "Done"),
            ("declined", "Declined"),
            ("cancelled", "Cancelled"),
        ],
        default=flows.ACTION.initial,
        required=True,
        readonly=True,
        tracking=True,
        index=True,
        group_expand=True,
    )
    accepted_at = fields.Datetime(readonly=True, copy=False)
    closed_at = fields.Datetime(readonly=True, copy=False)
    close_reason = fields.Text(string="Reason", readonly=True, copy=False)
    escalated_on = fields.Date(
        string="Escalated on",
        readonly=True,
        copy=False,
        help="The day on which whoever follows it up was told that it is stuck.",
    )
    is_owner = fields.Boolean(
        string="For me to do", compute="_compute_is_owner", search="_search_is_owner"
    )

    def _line_manager_path(self):
        return "leader_id"

    @api.depends("point_id")
    def _compute_from_point(self):
        kinds = {"capability": "sharing", "resource": "coordination", "other": "other"}
        for action in self:
            point = action.point_id
            action.problem = action.problem or point.problem
            action.kind = action.kind or kinds.get(point.classification)

    @api.depends("owner_id")
    @api.depends_context("uid")
    def _compute_is_owner(self):
        for action in self:
            action.is_owner = action.sudo().owner_id.user_id == self.env.user  # whose task it is

    def _search_is_owner(self, operator, value):
        if operator != "in":
            return NotImplemented
        return Domain("owner_id.user_id", "=", self.env.uid)

    @api.constrains("kind", "skill_id", "skill_level_id", "point_id")
    def _check_kind(self):
        # The kind fits the problem, whether or not the asker may read the problem.
        for action_sudo in self.sudo():
            wanted = action_sudo.point_id.classification
            if wanted == "resource" and action_sudo.kind in TRAINING_KINDS:
                raise ValidationError(
                    self.env._(
                        "“%s”: a missing resource is not solved by training. Please choose"
                        " “Coordination”, or “Other”.",
                        action_sudo.name,
                    )
                )
            if wanted == "capability" and action_sudo.kind == "coordination":
                raise ValidationError(
                    self.env._(
                        "“%s”: a missing capability leads to internal sharing, a course or"
                        " mentoring. Please choose one of them, or “Other”.",
                        action_sudo.name,
                    )
                )
            if action_sudo.skill_id and action_sudo.kind not in TRAINING_KINDS:
                raise ValidationError(
                    self.env._("“%s”: only training raises a skill.", action_sudo.name)
                )

    @api.constrains("owner_id", "company_id")
    def _check_owner(self):
        for action_sudo in self.sudo():  # a fact, whatever the asker may read
            if not action_sudo.owner_id.active:
                raise ValidationError(
                    self.env._(
                        "“%(action)s”: %(owner)s has left the company. Please choose another"
                        " owner.",
                        action=action_sudo.name,
                        owner=action_sudo.owner_id.name,
                    )
                )
            if action_sudo.owner_id.company_id != action_sudo.company_id:
                raise ValidationError(
                    self.env._(
                        "“%s”: the owner belongs to another company, and could not read it. Please"
                        " choose somebody of the same company.",
                        action_sudo.name,
                    )
                )

    # ORM overrides

    @api.model_create_multi
    def create(self, vals_list):
        actions = super().create(vals_list)
        actions._ask_owner()
        return actions

    def write(self, vals):
        self.check_access("write")  # first: a refusal names the action
        self._check_writer(vals)
        result = super().write(vals)
        if {"owner_id", "due"} & vals.keys():
            self._ask_again()
        return result

    def _check_writer(self, vals):
        if self._has_pass() or not (GIVEN_FIELDS | OWNER_FIELDS) & vals.keys():
            return
        roles = self._get_roles()
        for action in self:
            if "point_id" in vals and vals["point_id"] != action.point_id.id:
                raise UserError(
                    self.env._("An action stays with its problem. Please enter a new one instead.")
                )
            if action.state not in OPEN_STATES:
                raise UserError(
                    self.env._("“%s” is closed and cannot change any more.", action.name)
                )
            if GIVEN_FIELDS & vals.keys() and not roles[action.id] & {flows.MANAGER, *flows.HR}:
                raise AccessError(
                    self.env._(
                        "“%s”: only those who gave the action change it. Please answer in the text"
                        " “Owner's answer”, or decline with a reason.",
                        action.name,
                    )
                )
