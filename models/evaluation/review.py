from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules import flows
from ..core.acting import get_acting_link
from ..setup.template_role import REVIEW_ROLES

# What the reviewer writes, and nobody else
_WRITTEN = {
    "summary",
    "line_ids",
    "dimension_line_ids",
    "goal_line_ids",
    "indicator_line_ids",
    "evidence_ids",
}


class Review(models.Model):
    """What one reviewer in one role says about one person.

    Withheld from everybody else until the record rules open it: the self-evaluation to the
    manager when both are submitted, the manager's review to the employee after the release
    (requirement E7).
    """

    _name = "hr.performance.review"
    _description = "Review"
    _inherit = [
        "hr.performance.computed.mixin",
        "hr.performance.of.evaluation.mixin",
        "hr.performance.line.mixin",
        "hr.performance.workflow.mixin",
    ]
    _order = "evaluation_id, role, id"

    _workflow = flows.REVIEW
    _protected_fields = (
        "state",
        "submitted_at",
        "decline_reason",
        "reopen_reason",
        "entered_by_id",
        "is_taken_in",
        "external_id",
        "is_carried",
        "part_due",
    )

    evaluation_id = fields.Many2one(ondelete="cascade")
    role = fields.Selection(REVIEW_ROLES, required=True, index=True)
    reviewer_id = fields.Many2one(
        "hr.employee", index=True, ondelete="restrict", help="Empty: somebody outside the company."
    )
    state = fields.Selection(
        [("pending", "To do"), ("submitted", "Submitted"), ("declined", "Declined")],
        default=flows.REVIEW.initial,
        required=True,
        readonly=True,
        index=True,
    )
    summary = fields.Text(help="The reviewer's own report in a few sentences.")
    line_ids = fields.One2many("hr.performance.review.line", "review_id", string="Judgements")
    dimension_line_ids = fields.One2many(
        "hr.performance.review.line",
        "review_id",
        string="Dimensions",
        domain=[("dimension_id", "!=", False)],
    )
    goal_line_ids = fields.One2many(
        "hr.performance.review.line",
        "review_id",
        string="Goals",
        domain=[("goal_id", "!=", False)],
    )
    evidence_ids = fields.Many2many("ir.attachment")
    submitted_at = fields.Datetime(readonly=True, copy=False)
    decline_reason = fields.Text(readonly=True, copy=False)
    reopen_reason = fields.Text(string="Given back because", readonly=True, copy=False)
    entered_by_id = fields.Many2one(
        "res.users",
        readonly=True,
        copy=False,
        help="Who typed in a review that was given on paper.",
    )

    date_due = fields.Date(string="Until", compute="_compute_date_due")
    released_at = fields.Datetime(related="evaluation_id.released_at", string="Released on")

    _reviewer_unique = models.Constraint(
        "UNIQUE(evaluation_id, role, reviewer_id)", "This reviewer is asked already in this role."
    )

    @api.depends("role", "employee_id")
    def _compute_display_name(self):
        roles = dict(self._fields["role"]._description_selection(self.env))
        for review in self:
            # The subject's name only; whoever may see the review knows whom it is about.
            name = review.sudo().employee_id.name
            review.display_name = f"{name or ''} · {roles.get(review.role, '')}"

    @api.depends("role", "cycle_id.self_due", "cycle_id.manager_due")
    def _compute_date_due(self):
        for review in self:
            own = review.role == "self"
            review.date_due = review.cycle_id.self_due if own else review.cycle_id.manager_due

    def _get_roles(self):
        """The reviewer acts; HR types in what somebody without a login wrote on paper."""
        roles = super()._get_roles()
        for review in self:
            reviewer_sudo = review.sudo().reviewer_id  # decides about access
            user = reviewer_sudo.user_id
            on_paper = reviewer_sudo and not user and flows.OFFICER in roles[review.id]
            by_link = review.role == "self" and review.is_mine
            if user == self.env.user or by_link or on_paper:
                roles[review.id] = roles[review.id] | {flows.REVIEWER}
        return roles

    @api.model_create_multi
    def create(self, vals_list):
        reviews = super().create(vals_list)
        reviews._check_reviewers()
        # Reviewers find the dimensions, and for the own report the goals, ready to fill in. They
        # have no right to add lines themselves; sudo() drops the caller's default_*.
        self.env["hr.performance.review.line"].sudo().create(
            [vals for review in reviews.sudo() for vals in review._prepare_lines()]
        )
        return reviews

    def _check_reviewers(self):
        for review_sudo in self.sudo():  # compares people whom the asker may not read
            own = review_sudo.reviewer_id == review_sudo.employee_id
            if own != (review_sudo.role == "self"):
                raise UserError(
                    self.env._(
                        "%s: nobody reviews themselves except in the self-evaluation.",
                        review_sudo.employee_id.name,
                    )
                )
            if not review_sudo._can_be_asked():
                raise UserError(
                    self.env._(
                        "%s: reviewers can be asked only while the evaluation is open.",
                        review_sudo.evaluation_id.display_name,
                    )
                )

    def _can_be_asked(self):
        """Whether a reviewer can be asked now."""
        return self.evaluation_id.state == "evaluating"

    def _is_open(self):
        """Whether the review can be given now."""
        return self.evaluation_id.state in ("evaluating", "calibrating")

    def _prepare_lines(self):
        dimensions = self.cycle_id.template_id.line_ids.dimension_id
        lines = [
            {"review_id": self.id, "dimension_id": dimension.id}
            for dimension in dimensions
            if dimension._is_reviewed() or self.role == "self"
        ]
        if self.role in ("self", "manager"):
            goals = self.evaluation_id.goal_ids._get_counted()
            lines += [{"review_id": self.id, "goal_id": goal.id} for goal in goals]
        return lines + self._prepare_indicator_lines()

    def write(self, vals):
        self.check_access("write")  # first: a refusal tells whether a review is submitted
        if vals.keys() & {"evaluation_id", "role", "reviewer_id"}:
            raise UserError(self.env._("A review stays with its person, role and reviewer."))
        if vals.keys() & _WRITTEN:
            self._check_editable()
        return super().write(vals)

    def _check_editable(self):
        """Only the reviewer writes a review, and only before it is submitted."""
        roles = self._get_all_roles()
        for review in self:
            if review.state != "pending":
                raise UserError(
                    self.env._("%s is submitted and cannot change any more.", review.display_name)
                )
            if flows.REVIEWER not in roles[review.id]:
                raise UserError(
                    self.env._("%s can only be written by its reviewer.", review.display_name)
                )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_pending(self):
        if self.filtered(lambda review: review.state != "pending"):
            raise UserError(self.env._("A review that was given cannot be deleted."))

    # Steps

    def action_submit(self):
        self._transit("submit", submitted_at=fields.Datetime.now())
        if self.has_access("read"):
            return None
        # An anonymous answer given on paper: whoever typed it in reads it no more.
        return self.env["ir.actions.act_window"]._for_xml_id("hr_performance.review_action")

    def action_decline(self, reason):
        """Answer that one cannot judge this person at all."""
        self._transit("decline", reason=reason, decline_reason=reason)

    def action_reopen(self, reason):
        """Give a review back to its reviewer, before the release."""
        self._transit("reopen", reason=reason, submitted_at=False)

    def _check_submit(self):
        for review in self:
            if not review._is_open():
                raise UserError(self.env._("%s: the evaluation is not open.", review.display_name))
            if review.role in ("self", "manager") and not any(
                line._is_answered() for line in review.line_ids
            ):
                raise UserError(
                    self.env._("%s is still empty. Please judge first.", review.display_name)
                )

    def _after_submit(self, reason=None):
        for review in self:
            by_link = get_acting_link(self.env)
            if review.reviewer_id and not review.reviewer_id.user_id and not by_link:
                review.write({"entered_by_id": self.env.uid})
        self._mark_submitted(True)
        self._get_named().evaluation_id._update_ratings()

    def _check_reopen(self):
        if self.filtered(lambda review: review.evaluation_id.released_at):
            raise UserError(self.env._("The result is released: its reviews are closed."))

    def _after_reopen(self, reason=None):
        self._mark_submitted(False)
        self._get_named().evaluation_id._update_ratings()
        today = fields.Date.context_today(self)
        for review in self:
            note = f"{today} {self.env.user.name}: {reason}"
            review.write({"reopen_reason": "\n".join(filter(None, [review.reopen_reason, note]))})
            # The person reads this thread, and the reason may tell what the review says.
            review.evaluation_id.message_post(
                body=self.env._(
                    "A review was given back to its reviewer: %s",
                    dict(self._fields["role"]._description_selection(self.env))[review.role],
                )
            )

    def _get_deciding(self):
        """Those whose submission tells how far the evaluation is."""
        return self

    def _mark_submitted(self, submitted):
        deciding = self._get_deciding()
        for role, field in (("self", "self_submitted"), ("manager", "manager_submitted")):
            deciding.filtered(lambda one, role=role: one.role == role).evaluation_id.write(
                {field: submitted}
            )
