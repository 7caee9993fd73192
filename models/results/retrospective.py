from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules import flows


class Retrospective(models.Model):
    """What a cycle taught: figures, findings, actions (requirement I1).

    HR holds it with managers after the cycle. The figures are gathered by the system when it is
    opened and stand still from the day on which it is held.
    """

    _name = "hr.performance.retrospective"
    _description = "Retrospective"
    _inherit = [
        "hr.performance.workflow.mixin",
        "mail.thread",
        "mail.activity.mixin",
    ]
    _order = "cycle_id, id desc"

    _workflow = flows.RETROSPECTIVE
    _protected_fields = ("state", "figure_ids", "held_on", "gathered_at")

    cycle_id = fields.Many2one(
        "hr.performance.cycle",
        required=True,
        index=True,
        ondelete="restrict",
        domain="[('state', 'in', ('communicating', 'closed'))]",
        help="A retrospective looks back at a cycle that has released its results.",
    )
    company_id = fields.Many2one(
        related="cycle_id.company_id", store=True, index=True, precompute=True
    )
    state = fields.Selection(
        [("draft", "In preparation"), ("held", "Held"), ("closed", "Closed")],
        default=flows.RETROSPECTIVE.initial,
        required=True,
        readonly=True,
        tracking=True,
        index=True,
    )
    participant_ids = fields.Many2many(
        "hr.employee", string="Participants", help="They read figures, findings and actions."
    )
    is_participant = fields.Boolean(
        compute="_compute_is_participant", search="_search_is_participant"
    )
    figure_ids = fields.One2many(
        "hr.performance.retrospective.figure", "retrospective_id", readonly=True
    )
    own_figure_ids = fields.One2many(
        "hr.performance.retrospective.figure",
        "retrospective_id",
        string="Figures",
        domain=[("is_own", "=", True)],
        readonly=True,
    )
    gathered_at = fields.Datetime(string="Figures of", readonly=True, copy=False)
    finding_ids = fields.One2many(
        "hr.performance.retrospective.finding", "retrospective_id", string="Findings"
    )
    action_ids = fields.One2many(
        "hr.performance.retrospective.action", "retrospective_id", string="Actions"
    )
    open_action_count = fields.Integer(string="Open actions", compute="_compute_open_action_count")
    guide_version_ids = fields.One2many(
        "hr.performance.guide.version", "retrospective_id", string="New versions of guides"
    )
    minutes = fields.Html()
    held_on = fields.Date(string="Held on", readonly=True, copy=False)

    _cycle_unique = models.Constraint(
        "UNIQUE(cycle_id)", "This cycle has its retrospective already."
    )

    @api.depends("cycle_id.name")
    def _compute_display_name(self):
        for retrospective in self:
            retrospective.display_name = self.env._(
                "Retrospective: %s", retrospective.cycle_id.name or ""
            )

    @api.depends("participant_ids")
    @api.depends_context("uid")
    def _compute_is_participant(self):
        for retrospective in self:
            # Who takes part decides about access, whatever the asker may read of them.
            users_sudo = retrospective.sudo().participant_ids.user_id
            retrospective.is_participant = self.env.user in users_sudo

    def _search_is_participant(self, operator, value):
        if operator != "in":
            return NotImplemented
        return fields.Domain("participant_ids.user_id", "=", self.env.uid)

    @api.depends("action_ids.state")
    def _compute_open_action_count(self):
        for retrospective in self:
            todo = retrospective.action_ids.filtered(lambda one: one.state == "todo")
            retrospective.open_action_count = len(todo)

    def _get_roles(self):
        roles = self.env["hr.performance.line.mixin"]._get_hr_roles()
        return {retrospective.id: roles for retrospective in self}

    # ORM overrides

    @api.model_create_multi
    def create(self, vals_list):
        retrospectives = super().create(vals_list)
        retrospectives.action_gather()
        return retrospectives

    def write(self, vals):
        if not self._has_pass() and vals.keys() & {
            "cycle_id", "finding_ids", "action_ids", "minutes", "participant_ids",
        }:  # fmt: skip
            self.check_access("write")  # first: a refusal names the cycle
            self._check_open(moved="cycle_id" in vals)
        return super().write(vals)

    def _check_open(self, moved=False):
        for retrospective in self:
            if moved:
                raise UserError(self.env._("A retrospective stays with its cycle."))
            if retrospective.state == "closed":
                raise UserError(
                    self.env._("%s is closed and cannot change.", retrospective.display_name)
                )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_draft(self):
        if held := self.filtered(lambda one: one.state != "draft"):
            raise UserError(
                self.env._("%s was held and is kept.", ", ".join(held.mapped("display_name")))
            )

    # Steps

    def action_hold(self):
        """The meeting took place: from now on its figures stand still."""
        self.action_gather()
        self._transit("hold", held_on=fields.Date.context_today(self))

    def _check_hold(self):
        for retrospective in self:
            if retrospective.cycle_id.state not in ("communicating", "closed"):
                raise UserError(
                    self.env._(
                        "%s has not released its results yet: a retrospective is held afterwards.",
                        retrospective.cycle_id.name,
                    )
                )

    def action_close(self):
        """All that was agreed is done or given up."""
        self._transit("close")

    def _check_close(self):
        for retrospective in self:
            todo = retrospective.action_ids.filtered(lambda one: one.state == "todo")
            if todo or not retrospective.finding_ids:
                reason = ", ".join(todo.mapped("name")) or self.env._("no finding is written down")
                raise UserError(
                    self.env._(
                        "%(retrospective)s cannot be closed yet: %(reason)s.",
                        retrospective=retrospective.display_name,
                        reason=reason,
                    )
                )

    def action_open_comparison(self):
        """Open all figures, of this cycle and of those before it."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "hr_performance.retrospective_figure_action"
        )
        return {**action, "domain": [("retrospective_id", "=", self.id)]}
