from odoo import api, fields, models
from odoo.fields import Domain

from ...rules import flows

TASK = "hr_performance.activity_type_retrospective_action"


class RetrospectiveAction(models.Model):
    """What is to be changed before the next cycle, by whom and until when (requirement I1)."""

    _name = "hr.performance.retrospective.action"
    _description = "Action of a retrospective"
    _inherit = [
        "hr.performance.link.mixin",
        "hr.performance.workflow.mixin",
        "mail.thread",
        "mail.activity.mixin",
    ]
    _order = "state desc, due, id"

    _workflow = flows.RETROSPECTIVE_ACTION
    _checked_links = {"retrospective_id": "write"}
    _protected_fields = ("state", "closed_on", "close_reason")

    retrospective_id = fields.Many2one(
        "hr.performance.retrospective", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="retrospective_id.company_id", store=True, index=True)
    finding_id = fields.Many2one(
        "hr.performance.retrospective.finding",
        domain="[('retrospective_id', '=', retrospective_id)]",
        ondelete="set null",
        index="btree_not_null",
    )
    name = fields.Char(string="Action", required=True)
    owner_id = fields.Many2one("hr.employee", required=True, index=True, ondelete="restrict")
    is_owner = fields.Boolean(compute="_compute_is_owner", search="_search_is_owner")
    due = fields.Date(required=True, index=True)
    state = fields.Selection(
        [("todo", "To do"), ("done", "Done"), ("cancelled", "Given up")],
        default=flows.RETROSPECTIVE_ACTION.initial,
        required=True,
        readonly=True,
        tracking=True,
        index=True,
    )
    closed_on = fields.Date(string="Closed on", readonly=True, copy=False)
    close_reason = fields.Text(string="Given up because", readonly=True, copy=False)

    @api.depends("owner_id")
    @api.depends_context("uid")
    def _compute_is_owner(self):
        for action in self:
            action.is_owner = action.sudo().owner_id.user_id == self.env.user  # whose task it is

    def _search_is_owner(self, operator, value):
        if operator != "in":
            return NotImplemented
        return Domain("owner_id.user_id", "=", self.env.uid)

    def _get_roles(self):
        roles = self.env["hr.performance.line.mixin"]._get_hr_roles()
        return {one.id: roles | ({flows.OWNER} if one.is_owner else set()) for one in self}

    @api.model_create_multi
    def create(self, vals_list):
        actions = super().create(vals_list)
        actions.retrospective_id._check_open()
        actions._ask_owners()
        return actions

    def write(self, vals):
        if not self._has_pass():
            self.check_access("write")  # first: a refusal names the cycle
            self.retrospective_id._check_open(moved="retrospective_id" in vals)
        result = super().write(vals)
        if vals.keys() & {"owner_id", "due"}:
            self.activity_unlink([TASK])
            self.filtered(lambda one: one.state == "todo")._ask_owners()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_closed(self):
        self.retrospective_id._check_open()

    def _ask_owners(self):
        for action in self.filtered("owner_id.user_id"):
            # Who gives the action need not see anything else of the owner.
            action.sudo().activity_schedule(
                TASK,
                date_deadline=action.due,
                summary=action.name,
                user_id=action.owner_id.user_id.id,
            )

    def action_finish(self):
        self._transit("finish", closed_on=fields.Date.context_today(self))

    def _after_finish(self, reason=None):
        self.activity_feedback([TASK])

    def action_cancel(self, reason):
        """It is not needed any more, or cannot be done."""
        self._transit(
            "cancel",
            reason=reason,
            close_reason=reason,
            closed_on=fields.Date.context_today(self),
        )

    def _after_cancel(self, reason=None):
        self.activity_unlink([TASK])
