from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

from ...rules import flows

LIVING = ("open", "handled", "accepted")


class Risk(models.Model):
    """What endangers a goal, and what is planned against it (requirement C5).

    Found by the system when a goal's warning is “at risk”: one living risk per goal, updated while
    the warning lasts and closed when it ends. Or entered by hand, by whoever answers for the goal
    or leads them.
    """

    _name = "hr.performance.risk"
    _description = "Risk of a goal"
    _inherit = [
        "hr.performance.link.mixin",
        "hr.performance.line.mixin",
        "hr.performance.computed.mixin",
        "hr.performance.workflow.mixin",
        "hr.performance.private.thread.mixin",
        "mail.activity.mixin",
    ]
    _order = "state, exposure desc, id desc"
    _mail_post_access = "read"

    _workflow = flows.RISK
    _checked_links = {"goal_id": "read"}
    _protected_fields = (
        "state",
        "origin",
        "pace_level",
        "confidence_level",
        "closed_on",
        "close_reason",
        "accept_reason",
    )

    goal_id = fields.Many2one("hr.performance.goal", required=True, index=True, ondelete="cascade")
    employee_id = fields.Many2one(
        "hr.employee",
        string="Answers for the goal",
        compute="_compute_people",
        store=True,
        index=True,
    )
    manager_id = fields.Many2one("hr.employee", compute="_compute_people", store=True, index=True)
    cycle_id = fields.Many2one(related="goal_id.cycle_id", store=True, index=True)
    company_id = fields.Many2one(related="goal_id.company_id", store=True, index=True)
    origin = fields.Selection(
        [("person", "Entered by hand"), ("system", "Found by the system")],
        string="Found",
        default="person",
        required=True,
        readonly=True,
        index=True,
    )
    cause = fields.Text(help="What endangers the goal.")
    why = fields.Char(
        string="Warning now",
        related="goal_id.warning_reason",
        help="What the figures and the owner's confidence say today.",
    )
    pace_level = fields.Selection(
        [("on_track", "On track"), ("lagging", "Lagging"), ("at_risk", "At risk")],
        string="Pace",
        readonly=True,
        tracking=True,
    )
    confidence_level = fields.Selection(
        [("on_track", "Confident"), ("lagging", "Attention"), ("at_risk", "At risk")],
        string="Owner's confidence",
        readonly=True,
        tracking=True,
    )
    probability = fields.Integer(
        default=3, aggregator="avg", help="From 1 (hardly) to 5 (almost certainly).", tracking=True
    )
    impact = fields.Integer(
        default=3, aggregator="avg", help="From 1 (small) to 5 (the goal is lost).", tracking=True
    )
    exposure = fields.Integer(
        compute="_compute_exposure",
        store=True,
        aggregator="avg",
        help="Probability × impact, 1 to 25.",
    )
    plan = fields.Text(
        string="Contingency plan", help="What is done to prevent it, and what if it happens."
    )
    owner_id = fields.Many2one(
        "hr.employee",
        string="Plan's owner",
        index=True,
        ondelete="restrict",
        tracking=True,
        help="They read this risk, whoever they are.",
    )
    due = fields.Date(string="Plan due", index=True, tracking=True)
    state = fields.Selection(
        [
            ("open", "Open"),
            ("handled", "Handled"),
            ("accepted", "Accepted"),
            ("closed", "Closed"),
        ],
        default=flows.RISK.initial,
        required=True,
        readonly=True,
        tracking=True,
        index=True,
    )
    accept_reason = fields.Text(string="Accepted because", readonly=True, copy=False)
    close_reason = fields.Text(string="Closed because", readonly=True, copy=False)
    closed_on = fields.Date(readonly=True, copy=False)
    is_owner = fields.Boolean(
        string="My plan", compute="_compute_is_owner", search="_search_is_owner"
    )

    can_revise = fields.Boolean(related="goal_id.can_revise", string="Can be revised")

    _range = models.Constraint(
        "CHECK(probability BETWEEN 1 AND 5 AND impact BETWEEN 1 AND 5)",
        "Probability and impact are numbers from 1 to 5.",
    )
    _living_unique = models.UniqueIndex(
        "(goal_id) WHERE origin = 'system' AND state IN ('open', 'handled', 'accepted')",
        "There is a risk found by the system on this goal already.",
    )

    @api.depends(
        "goal_id.employee_id",
        "goal_id.evaluation_id.manager_id",
        "goal_id.department_id.manager_id.parent_id",
    )
    def _compute_people(self):
        for risk in self:
            goal = risk.goal_id
            risk.employee_id = goal._get_owner() if goal else False
            risk.manager_id = goal.evaluation_id.manager_id or risk.employee_id.parent_id

    @api.depends("probability", "impact")
    def _compute_exposure(self):
        for risk in self:
            risk.exposure = risk.probability * risk.impact

    @api.depends("goal_id")
    def _compute_display_name(self):
        for risk in self:
            risk.display_name = self.env._("Risk: %s", risk.goal_id.sudo().name or "")  # its name

    @api.depends("owner_id")
    @api.depends_context("uid")
    def _compute_is_owner(self):
        for risk in self:
            risk.is_owner = risk.sudo().owner_id.user_id == self.env.user  # whose task it is

    def _search_is_owner(self, operator, value):
        if operator != "in":
            return NotImplemented
        return Domain("owner_id.user_id", "=", self.env.uid)

    @api.constrains("origin", "cause")
    def _check_cause(self):
        for risk in self:
            if risk.origin == "person" and not (risk.cause or "").strip():
                raise ValidationError(
                    self.env._("%s: please say what endangers the goal.", risk.display_name)
                )

    @api.constrains("owner_id", "company_id")
    def _check_owner(self):
        for risk_sudo in self.sudo():  # a fact, whatever the asker may read
            owner_sudo = risk_sudo.owner_id
            if owner_sudo and not owner_sudo.active:
                raise ValidationError(
                    self.env._(
                        "%(risk)s: %(owner)s has left the company. Please choose another owner.",
                        risk=risk_sudo.display_name,
                        owner=owner_sudo.name,
                    )
                )
            if owner_sudo and owner_sudo.company_id != risk_sudo.company_id:
                raise ValidationError(
                    self.env._(
                        "%(risk)s: %(owner)s belongs to another company.",
                        risk=risk_sudo.display_name,
                        owner=owner_sudo.name,
                    )
                )

    # ORM overrides

    @api.model_create_multi
    def create(self, vals_list):
        risks = super().create(vals_list)
        if not self._has_pass():
            risks._check_goal_runs()
        return risks

    def write(self, vals):
        if not self._has_pass():
            self.check_access("write")  # first: a refusal names the goal
            self._check_living(vals)
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_found(self):
        for risk_sudo in self.sudo():  # a fact, whoever asks
            if risk_sudo.origin == "system" or risk_sudo.state != "open":
                raise UserError(
                    self.env._(
                        "%s is part of the goal's history. Close it or accept it instead of"
                        " deleting it.",
                        risk_sudo.display_name,
                    )
                )

    def _check_goal_runs(self):
        self.goal_id.check_access("read")
        for risk_sudo in self.sudo():  # whether the goal runs, whatever the asker may read
            goal_sudo = risk_sudo.goal_id
            if goal_sudo.cancelled or goal_sudo.cycle_id.state in ("closed", "cancelled"):
                raise UserError(
                    self.env._(
                        "“%s” is not being worked on any more: there is nothing to risk.",
                        goal_sudo.name,
                    )
                )

    def _check_living(self, vals):
        for risk_sudo in self.sudo():  # closed is closed, whoever asks
            if risk_sudo.state == "closed":
                raise UserError(
                    self.env._("%s is closed and cannot change.", risk_sudo.display_name)
                )
            if "goal_id" in vals and vals["goal_id"] != risk_sudo.goal_id.id:
                raise UserError(
                    self.env._("A risk stays with its goal. Please enter a new one instead.")
                )
