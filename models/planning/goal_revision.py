from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ...rules import flows
from ...rules.flows import MANAGER, OFFICER

OPEN_STATES = ("requested", "approved")
# What was asked for is kept as it was asked for.
ASKED_FIELDS = {"evaluation_id", "reason_kind", "explanation", "mass_name", "line_ids"}


class GoalRevision(models.Model):
    """A requested change of one person's signed goals (requirement P8).

    Approving it changes no goal: it puts up the next version of the Goal Confirmation for signing.
    The goals take the new values when both sides have signed; until then the version in force
    counts. A market change that concerns many people is one request: the same reason, one
    revision for each of them, so that everybody reads, decides and signs only their own part.
    """

    _name = "hr.performance.goal.revision"
    _description = "Goal revision"
    _inherit = [
        "hr.performance.of.evaluation.mixin",
        "hr.performance.line.mixin",
        "hr.performance.computed.mixin",
        "hr.performance.workflow.mixin",
        "hr.performance.private.thread.mixin",
        "mail.activity.mixin",
    ]
    _order = "id desc"
    _mail_post_access = "read"

    _workflow = flows.REVISION
    _protected_fields = (
        "state",
        "requested_by_id",
        "requested_at",
        "needs_hr",
        "manager_approved_by_id",
        "manager_approved_at",
        "hr_approved_by_id",
        "hr_approved_at",
        "closing_reason",
        "agreement_id",
        "smart_record",
    )

    reason_kind = fields.Selection(
        [
            ("market", "Market change"),
            ("strategy", "Strategy change"),
            ("resources", "Resources"),
            ("other", "Other"),
        ],
        string="Reason",
        required=True,
        default="market",
        tracking=True,
    )
    explanation = fields.Text(required=True, help="What changed, and why the goals must follow.")
    mass_name = fields.Char(
        string="Part of the request", help="Names a request that concerns several people."
    )
    line_ids = fields.One2many("hr.performance.goal.revision.line", "revision_id", copy=True)
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("requested", "To approve"),
            ("approved", "To sign"),
            ("applied", "In force"),
            ("refused", "Refused"),
            ("withdrawn", "Withdrawn"),
            ("returned", "Sent back"),
        ],
        default=flows.REVISION.initial,
        required=True,
        readonly=True,
        tracking=True,
        index=True,
    )
    requested_by_id = fields.Many2one(
        "res.users", string="Requested by", readonly=True, ondelete="restrict", copy=False
    )
    requested_at = fields.Datetime(string="Requested on", readonly=True, copy=False)
    needs_hr = fields.Boolean(string="HR approves too", readonly=True, copy=False)
    manager_approved_by_id = fields.Many2one(
        "res.users",
        string="Approved by the manager",
        readonly=True,
        ondelete="restrict",
        copy=False,
    )
    manager_approved_at = fields.Datetime(string="Manager's approval", readonly=True, copy=False)
    hr_approved_by_id = fields.Many2one(
        "res.users", string="Approved by HR", readonly=True, ondelete="restrict", copy=False
    )
    hr_approved_at = fields.Datetime(string="HR's approval", readonly=True, copy=False)
    closing_reason = fields.Text(string="Not put into force because", readonly=True, copy=False)
    agreement_id = fields.Many2one(
        "hr.performance.agreement",
        string="New version",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    can_approve = fields.Boolean(
        string="To approve by me", compute="_compute_waiting", search="_search_can_approve"
    )
    can_withdraw = fields.Boolean(compute="_compute_waiting")
    waiting_for = fields.Char(
        string="Waiting for", compute="_compute_waiting", help="Whose part is still missing."
    )

    _open_unique = models.UniqueIndex(
        "(evaluation_id) WHERE state IN ('requested', 'approved')",
        "The goals of this person are under revision already.",
    )

    @api.depends("employee_id", "cycle_id")
    def _compute_display_name(self):
        for revision in self:
            revision.display_name = self.env._(
                "Goal revision %(employee)s, %(cycle)s",
                employee=revision.employee_id.name,
                cycle=revision.cycle_id.name,
            )

    @api.depends("state", "manager_approved_by_id", "hr_approved_by_id", "agreement_id.state")
    @api.depends_context("uid", "lang")
    def _compute_waiting(self):
        labels = self.env["hr.performance.workflow.labels"]
        for revision in self:
            revision.can_approve = bool(revision._get_approval_role())
            revision.can_withdraw = (
                "withdraw" in (revision.allowed_transitions or [])
                and not revision._get_withdrawal_refusal()
            )
            names = [labels._get_role(role) for role in sorted(revision._get_awaited())]
            revision.waiting_for = ", ".join(names)

    def _search_can_approve(self, operator, value):
        if operator != "in":
            return NotImplemented
        found = self.search([("state", "=", "requested"), ("is_mine", "=", False)])
        return Domain("id", "in", found.filtered("can_approve").ids)

    # What was asked for stays

    def write(self, vals):
        if ASKED_FIELDS & vals.keys():
            self._check_draft()
        result = super().write(vals)
        if "evaluation_id" in vals:
            self.check_access("write")  # nor may a request be moved to somebody else's goals
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_requested(self):
        self._check_draft()

    def _check_draft(self):
        for revision in self:
            if revision.state != "draft" and not self._has_pass():
                raise UserError(
                    self.env._(
                        "%s is requested already: what it asks for is kept. To change it, withdraw"
                        " it and request a new one.",
                        revision.sudo().display_name,  # only the name
                    )
                )

    # Approving

    def _get_awaited_approvals(self):
        """Return the roles whose approval is still missing."""
        self.ensure_one()
        if self.state != "requested":
            return set()
        awaited = set() if self.manager_approved_by_id else {MANAGER}
        if self.needs_hr and not self.hr_approved_by_id:
            awaited.add(OFFICER)
        return awaited

    def _get_awaited(self):
        """Return the roles whose part is still missing, whatever part it is."""
        if self.state == "approved":
            return self.agreement_id._get_awaited_roles()
        return self._get_awaited_approvals()

    def _get_approval_role(self):
        """Return the role in which the current user can approve now, None without one.

        Where manager and HR approve, they are two people: nobody approves for both sides.
        """
        self.ensure_one()
        mine = self._get_awaited_approvals() & self._get_roles()[self.id]
        if self.env.user in (self.manager_approved_by_id, self.hr_approved_by_id):
            return None
        return MANAGER if MANAGER in mine else next(iter(mine), None)

    def _record_approval(self):
        """Keep the current user's approval, and go on where nothing is missing."""
        now = fields.Datetime.now()
        for revision in self:
            side = "manager" if revision._get_approval_role() == MANAGER else "hr"
            revision.write({f"{side}_approved_by_id": self.env.uid, f"{side}_approved_at": now})
        self._settle()

    def _settle(self):
        """Put up for signing what nobody's part is missing to."""
        self.filtered(
            lambda one: one.state == "requested" and not one._get_awaited()
        )._transit_by_system("accept")

    # Steps

    def action_request(self):
        """Request; many people at once in the background."""
        self._run_step("request")

    def action_approve(self):
        """Approve for the own side; many people at once in the background."""
        self._run_step("approve")

    def action_refuse(self, reason):
        self._transit("refuse", reason=reason, closing_reason=reason)

    def action_withdraw(self):
        self._transit("withdraw")

    def _run_step(self, step):
        self.check_access("read")
        kinds = dict(
            self.env["hr.performance.batch"]._fields["kind"]._description_selection(self.env)
        )
        for cycle, revisions in self.grouped("cycle_id").items():
            # A setting of the company, which not everybody reads.
            if len(revisions) <= cycle.company_id.sudo().performance_batch_limit:
                getattr(revisions, f"_do_{step}")()
            else:
                kind = f"revision_{step}"
                self.env["hr.performance.batch"]._run(kind, revisions, cycle, kinds[kind])

    def _do_request(self):
        self._transit("request", requested_by_id=self.env.uid, requested_at=fields.Datetime.now())

    def _do_approve(self):
        self._transit("approve")

    def _batch_request(self, batch):
        self.filtered(lambda one: one.state == "draft")._do_request()

    def _batch_approve(self, batch):
        self.filtered("can_approve")._do_approve()

    def action_open_agreement(self):
        """Open the new version, to read and to sign it."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("New version"),
            "res_model": "hr.performance.agreement",
            "view_mode": "form",
            "res_id": self.agreement_id.id,
        }
