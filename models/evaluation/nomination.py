from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import email_normalize

from ...rules import flows
from ...rules.nomination import EMPLOYEE, HR, MANAGER
from .nomination_checks import OPEN

_ASKED = ("evaluation_id", "role", "reviewer_id", "external_name", "external_email")


class Nomination(models.Model):
    """Somebody who is to review one person: proposed, approved, then asked (requirement E3).

    The person reads only whom they proposed themselves; whom manager or HR named stays unknown to
    them. What becomes of the review is told nowhere here.
    """

    _name = "hr.performance.nomination"
    _description = "Nomination of a reviewer"
    _inherit = [
        "hr.performance.link.mixin",
        "hr.performance.computed.mixin",
        "hr.performance.of.evaluation.mixin",
        "hr.performance.line.mixin",
        "hr.performance.workflow.mixin",
    ]
    _order = "cycle_id, evaluation_id, role, id"  # the newest cycle first

    _workflow = flows.NOMINATION
    _checked_links = {"evaluation_id": "read"}
    _protected_fields = (
        "state",
        "side",
        "proposer_id",
        "decided_by_id",
        "decided_at",
        "decision_reason",
    )

    evaluation_id = fields.Many2one(
        ondelete="cascade", default=lambda self: self._get_own_evaluation()
    )
    role = fields.Selection(
        [
            ("peer", "Peer"),
            ("report", "Direct report"),
            ("other", "Other department or customer"),
        ],
        required=True,
        default="peer",
    )
    reviewer_id = fields.Many2one(
        "hr.employee", string="Colleague", index="btree_not_null", ondelete="restrict"
    )
    external_name = fields.Char(
        string="Somebody outside", help="A customer or a partner; gets a personal link by e-mail."
    )
    external_email = fields.Char(string="E-mail")
    external_lang = fields.Selection(
        "_get_languages", string="Language", default=lambda self: self.env.lang
    )
    reviewer_name = fields.Char(string="Reviewer", compute="_compute_reviewer_name")
    note = fields.Char(string="Why", help="What this reviewer can judge.")
    side = fields.Selection(
        [(EMPLOYEE, "Employee"), (MANAGER, "Manager"), (HR, "HR")],
        string="Named by",
        readonly=True,
        index=True,
    )
    proposer_id = fields.Many2one("res.users", string="Proposed by", readonly=True)
    state = fields.Selection(
        [
            ("proposed", "Proposed"),
            ("approved", "Approved"),
            ("refused", "Refused"),
            ("withdrawn", "Withdrawn"),
        ],
        default=flows.NOMINATION.initial,
        required=True,
        readonly=True,
        index=True,
    )
    decided_by_id = fields.Many2one("res.users", string="Decided by", readonly=True, copy=False)
    decided_at = fields.Datetime(string="Decided on", readonly=True, copy=False)
    decision_reason = fields.Text(string="Reason", readonly=True, copy=False)

    _one_reviewer = models.Constraint(
        "CHECK((reviewer_id IS NULL) <> (external_name IS NULL)"
        " AND (external_name IS NULL) = (external_email IS NULL))",
        "Please choose a colleague, or give name and e-mail of somebody outside.",
    )
    _reviewer_once = models.UniqueIndex(
        "(evaluation_id, reviewer_id, side)"
        " WHERE reviewer_id IS NOT NULL AND state IN ('proposed', 'approved')",
        "This colleague is proposed or asked already.",
    )

    @api.model
    def _get_languages(self):
        return self.env["res.lang"].get_installed()

    @api.model
    def _get_own_evaluation(self):
        """Whoever names reviewers for themselves need not say for whom."""
        if not self.env.context.get("name_for_me"):
            return False
        return self.env["hr.performance.evaluation"].search(
            [("is_mine", "=", True), ("state", "in", OPEN)], limit=1
        )

    @api.depends("reviewer_id", "external_name")
    def _compute_reviewer_name(self):
        for nomination in self:
            nomination.reviewer_name = nomination.external_name or nomination.reviewer_id.name

    @api.depends("reviewer_id", "external_name", "employee_id")
    def _compute_display_name(self):
        for nomination in self:
            nomination.display_name = nomination.reviewer_name and self.env._(
                "%(reviewer)s for %(employee)s",
                reviewer=nomination.reviewer_name,
                employee=nomination.employee_id.name or "",
            )

    def _get_person_key(self):
        """What tells reviewers apart: the employee, or the address."""
        return self.reviewer_id.id or self.external_email

    @api.model_create_multi
    def create(self, vals_list):
        """Propose reviewers; those who need no approval are asked at once.

        :raises AccessError: the person is neither oneself nor in the own line, nor one as HR
        :raises UserError: why somebody cannot be asked (Requirement E3)
        """
        vals_list = [self._with_defaults(vals) for vals in vals_list]
        evaluations = self.env["hr.performance.evaluation"].browse(
            {vals["evaluation_id"] for vals in vals_list if vals.get("evaluation_id")}
        )
        # First: refusals and constraints name people, and run before the record rules do.
        evaluations.check_access("read")
        sides = evaluations._get_nominating_sides()
        if any(not side for side in sides.values()):
            raise AccessError(
                self.env._(
                    "Reviewers are named by the person, by those above, or by HR (not on the own"
                    " file)."
                )
            )
        evaluations._check_proposals(vals_list, sides)
        nominations = super().create(vals_list)
        nominations._settle(sides)
        return nominations

    def write(self, vals):
        """Only why somebody is named can still be said better, until it is decided."""
        self.check_access("write")  # first: a refusal tells that there is such a proposal
        if vals.keys() - {"note"} and not self._has_pass():
            raise UserError(
                self.env._(
                    "Who is named for whom stays. Please withdraw it and name somebody else."
                )
            )
        return super().write(vals)

    @api.model
    def _with_defaults(self, vals):
        """The values with what the caller sends as defaults, and a clean address."""
        context = self.env.context
        defaults = {
            name: context[f"default_{name}"] for name in _ASKED if f"default_{name}" in context
        }
        vals = {"role": "peer", **defaults, **vals}
        for name in ("external_name", "external_email"):
            vals[name] = (vals.get(name) or "").strip() or False
        if vals["external_email"]:
            vals["external_email"] = email_normalize(vals["external_email"]) or False
        return vals

    def _settle(self, sides):
        """Note who names them; approve what needs nobody else."""
        process_sudo = self.sudo()._with_pass()  # the caller was checked in create
        for side, ones in process_sudo.grouped(lambda one: sides[one.evaluation_id.id]).items():
            ones.write({"side": side, "proposer_id": self.env.uid})
        ready = process_sudo.filtered(lambda one: not one._needs_approval())
        if ready:
            ready._transit("approve", decided_at=fields.Datetime.now())

    def _needs_approval(self):
        rule = self.cycle_id._get_reviewer_rules()[self.role]
        return rule.needs_approval(self.side, outside=not self.reviewer_id)
