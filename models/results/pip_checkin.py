from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ...rules import flows

# What the leader of the talk records, closed once it is held
_RECORDED = {"held_on", "summary", "support_given", "line_ids"}
_WORDS = {"employee_words"}


class PipCheckin(models.Model):
    """A weekly follow-up of a plan: progress per goal, support given, the employee's own words."""

    _name = "hr.performance.pip.checkin"
    _description = "Check-in of an improvement plan"
    _inherit = [
        "hr.performance.computed.mixin",
        "hr.performance.line.mixin",
        "hr.performance.workflow.mixin",
        "hr.performance.task.mixin",
        "hr.performance.private.thread.mixin",
        "mail.activity.mixin",
    ]
    _order = "date_due, id"

    _workflow = flows.PIP_CHECKIN
    _protected_fields = ("state", "pip_id", "window_from", "date_due", "recorded_at", "escalated")

    pip_id = fields.Many2one(
        "hr.performance.pip",
        string="Plan",
        required=True,
        index=True,
        ondelete="restrict",
        readonly=True,
    )
    employee_id = fields.Many2one(
        related="pip_id.employee_id", store=True, index=True, precompute=True
    )
    manager_id = fields.Many2one(related="pip_id.manager_id", store=True, index=True)
    company_id = fields.Many2one(
        related="pip_id.company_id", store=True, index=True, precompute=True
    )
    plan_state = fields.Selection(related="pip_id.state", string="State of the plan")
    window_from = fields.Date(string="Week from", required=True, readonly=True)
    date_due = fields.Date(string="Due", required=True, readonly=True, index=True)
    held_on = fields.Date(string="Held on", help="The day on which you talked. Empty: today.")
    state = fields.Selection(
        [("planned", "Planned"), ("held", "Held"), ("cancelled", "Cancelled")],
        default=flows.PIP_CHECKIN.initial,
        required=True,
        readonly=True,
        index=True,
    )
    is_missed = fields.Boolean(string="Missed", compute="_compute_is_missed")
    is_late = fields.Boolean(string="Held late", compute="_compute_is_missed")
    line_ids = fields.One2many("hr.performance.pip.checkin.line", "checkin_id", string="Progress")
    summary = fields.Text(string="What was discussed")
    support_given = fields.Text(
        string="Support given",
        help="What the company did for the person since the last check-in.",
    )
    employee_words = fields.Text(
        string="Employee's own words", help="Only the employee writes here."
    )
    recorded_at = fields.Datetime(string="Recorded on", readonly=True, copy=False)
    escalated = fields.Boolean(readonly=True, copy=False)

    _due_unique = models.Constraint(
        "UNIQUE(pip_id, date_due)", "There is a check-in of this plan for that day already."
    )

    @api.depends("employee_id", "date_due")
    def _compute_display_name(self):
        for checkin in self:
            checkin.display_name = self.env._(
                "Check-in with %(employee)s, %(date)s",
                employee=checkin.sudo().employee_id.name or "",  # a name, for whoever reads it
                date=checkin.held_on or checkin.date_due or "",
            )

    @api.depends("state", "date_due", "held_on")
    def _compute_is_missed(self):
        today = fields.Date.context_today(self)
        for checkin in self:
            due = checkin.date_due
            checkin.is_missed = checkin.state == "planned" and bool(due) and due < today
            checkin.is_late = bool(checkin.held_on and due and checkin.held_on > due)

    def write(self, vals):
        if not self._has_pass():
            self.check_access("write")  # first: a refusal names the person
            self._check_author(vals.keys())
        return super().write(vals)

    def _check_author(self, names):
        """The leader records what was discussed; the employee's words are the employee's own."""
        roles = self._get_roles()
        for checkin in self:
            on_paper = not checkin.sudo().employee_id.user_id  # whether they could write themselves
            mine = flows.EMPLOYEE in roles[checkin.id]
            words, others = names & _WORDS, names - _WORDS
            if words and not mine and not (on_paper and flows.OFFICER in roles[checkin.id]):
                raise AccessError(
                    self.env._(
                        "%s: the employee's own words are written by the employee alone. HR enters"
                        " them from paper for somebody without a login.",
                        checkin.display_name,
                    )
                )
            if others and mine:
                raise AccessError(
                    self.env._(
                        "%s is recorded by whoever leads the plan. Your own words have a field of"
                        " their own.",
                        checkin.display_name,
                    )
                )
            checkin._check_open(names)

    def _check_open(self, names):
        if self.plan_state != "active":
            raise UserError(self.env._("%s: the plan is not running any more.", self.display_name))
        if self.state != "planned" and names & _RECORDED:
            raise UserError(
                self.env._("%s is recorded and cannot change any more.", self.display_name)
            )

    # Steps

    def action_hold(self):
        """Close the record of a check-in that has taken place."""
        self._transit("hold")

    def _check_hold(self):
        for checkin in self:
            checkin._check_open(set())
            today = fields.Date.context_today(self)
            if checkin.held_on and checkin.held_on > today:
                raise UserError(
                    self.env._(
                        "%(checkin)s cannot have been held on %(date)s: that day is still to come.",
                        checkin=checkin.display_name,
                        date=checkin.held_on,
                    )
                )
            if gaps := checkin._get_gaps():
                raise UserError(
                    self.env._(
                        "%(checkin)s is not complete. Missing: %(gaps)s.",
                        checkin=checkin.display_name,
                        gaps=", ".join(gaps),
                    )
                )

    def _get_gaps(self):
        gaps = [line.goal_id.name for line in self.line_ids if not line.standing]
        if not (self.support_given or "").strip():
            gaps.append(self._fields["support_given"]._description_string(self.env))
        return gaps

    def _after_hold(self, reason=None):
        today = fields.Date.context_today(self)
        for checkin in self:
            checkin.write(
                {
                    "held_on": checkin.held_on or today,
                    "recorded_at": fields.Datetime.now(),
                }
            )
        self.activity_feedback(
            ["hr_performance.activity_type_pip_checkin", "hr_performance.activity_type_pip_missed"]
        )
