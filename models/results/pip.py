from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

from ...rules import flows

NEXT_STEPS = [
    ("continue", "Continues in the job"),
    ("other_job", "Another job"),
    ("demotion", "Demotion review"),
    ("termination_recommended", "Termination recommended"),
]
DURATION_DAYS = 60


class Pip(models.Model):
    """Performance Improvement Plan of one person (requirement R5).

    It rests on standards that were not met, with evidence, never on a rank. The manager or HR
    drafts it; the employee reads nothing of it before HR has approved it.
    """

    _name = "hr.performance.pip"
    _description = "Performance Improvement Plan"
    _inherit = [
        "hr.performance.link.mixin",
        "hr.performance.computed.mixin",
        "hr.performance.line.mixin",
        "hr.performance.workflow.mixin",
        "hr.performance.private.thread.mixin",
        "mail.activity.mixin",
    ]
    _order = "date_start desc, id desc"
    # The employee reads this thread from the approval on, see `pip_thread.py`: nobody else's words
    # go into it.
    _mail_post_access = "write"

    _workflow = flows.PIP
    _checked_links = {"evaluation_id": "read"}
    _protected_fields = (
        "state",
        "drafted_by_id",
        "submitted_by_id",
        "drafting_until",
        "approved_at",
        "approved_by_id",
        "acknowledged_at",
        "employee_comment",
        "start_reason",
        "closed_on",
        "conclusion",
        "next_step",
        "cancel_reason",
        "original_end",
    )

    evaluation_id = fields.Many2one(
        "hr.performance.evaluation",
        required=True,
        index=True,
        ondelete="restrict",
        help="The released evaluation in which standards were not met.",
    )
    employee_id = fields.Many2one(
        related="evaluation_id.employee_id", store=True, index=True, precompute=True
    )
    company_id = fields.Many2one(
        related="evaluation_id.company_id", store=True, index=True, precompute=True
    )
    manager_id = fields.Many2one(
        "hr.employee",
        compute="_compute_manager_id",
        store=True,
        precompute=True,
        index=True,
        ondelete="restrict",
        help="Who leads the person when the plan is drafted, and keeps access to it.",
    )
    date_start = fields.Date(
        string="From", required=True, default=fields.Date.context_today, tracking=True
    )
    date_end = fields.Date(
        string="To",
        required=True,
        default=lambda self: fields.Date.add(
            fields.Date.context_today(self), days=DURATION_DAYS - 1
        ),
        tracking=True,
    )
    original_end = fields.Date(string="First agreed until", readonly=True, copy=False)
    expectation = fields.Text(
        help="What is expected of the person, in plain words; the goals below make it measurable."
    )
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("submitted", "For approval by HR"),
            ("hr_approved", "Approved by HR"),
            ("active", "Running"),
            ("succeeded", "Succeeded"),
            ("failed", "Not succeeded"),
            ("cancelled", "Cancelled"),
        ],
        default=flows.PIP.initial,
        required=True,
        readonly=True,
        tracking=True,
        index=True,
        group_expand=True,
    )
    standard_ids = fields.One2many(
        "hr.performance.pip.standard", "pip_id", string="Standards not met"
    )
    goal_ids = fields.One2many("hr.performance.pip.goal", "pip_id", string="Goals of the plan")
    task_ids = fields.One2many(
        "hr.performance.pip.task", "pip_id", string="Actions, milestones and support"
    )
    checkin_ids = fields.One2many(
        "hr.performance.pip.checkin", "pip_id", string="Check-ins", readonly=True
    )
    extension_ids = fields.One2many(
        "hr.performance.pip.extension", "pip_id", string="Extensions", readonly=True
    )
    drafted_by_id = fields.Many2one(
        "res.users",
        string="Drafted by",
        readonly=True,
        copy=False,
        default=lambda self: not self.env.su and self.env.user,
        help="Empty where an approved outcome opened the draft.",
    )
    submitted_by_id = fields.Many2one(
        "res.users", string="Put before HR by", readonly=True, copy=False
    )
    drafting_until = fields.Integer(
        string="Messages of the draft",
        readonly=True,
        copy=False,
        help="The last message that was written before the approval.",
    )
    approved_at = fields.Datetime(string="Approved on", readonly=True, copy=False)
    approved_by_id = fields.Many2one("res.users", string="Approved by", readonly=True, copy=False)
    acknowledged_at = fields.Datetime(string="Acknowledged on", readonly=True, copy=False)
    employee_comment = fields.Text(string="Employee's comment", readonly=True, copy=False)
    start_reason = fields.Text(
        string="Started without acknowledgement because", readonly=True, copy=False
    )
    closed_on = fields.Date(string="Closed on", readonly=True, copy=False)
    conclusion = fields.Text(readonly=True, copy=False)
    next_step = fields.Selection(NEXT_STEPS, string="What follows", readonly=True, copy=False)
    cancel_reason = fields.Text(string="Cancelled because", readonly=True, copy=False)
    missed_count = fields.Integer(
        string="Check-ins missed", compute="_compute_checkin_counts", help="Due and not held."
    )
    held_count = fields.Integer(string="Check-ins held", compute="_compute_checkin_counts")
    next_checkin = fields.Date(string="Next check-in", compute="_compute_checkin_counts")

    _order_of_dates = models.Constraint(
        "CHECK(date_start < date_end)", "A plan ends after it starts."
    )
    _living_unique = models.UniqueIndex(
        "(employee_id) WHERE state IN ('draft', 'submitted', 'hr_approved', 'active')",
        "There is an improvement plan for this person already. Please continue that one, extend it"
        " or close it first.",
    )

    @api.depends("evaluation_id")
    def _compute_manager_id(self):
        for pip in self:
            evaluation_sudo = pip.evaluation_id.sudo()  # who leads is a fact of the organisation
            pip.manager_id = evaluation_sudo.employee_id.parent_id or evaluation_sudo.manager_id

    @api.depends("employee_id", "evaluation_id")
    def _compute_display_name(self):
        for pip in self:
            # Names only, for those who may read the plan.
            evaluation_sudo = pip.evaluation_id.sudo()
            if not evaluation_sudo:
                pip.display_name = self.env._("New improvement plan")
                continue
            pip.display_name = self.env._(
                "Improvement plan: %(employee)s, after %(cycle)s",
                employee=evaluation_sudo.employee_id.name or "",
                cycle=evaluation_sudo.cycle_id.name or "",
            )

    @api.depends("checkin_ids.state", "checkin_ids.date_due")
    def _compute_checkin_counts(self):
        today = fields.Date.context_today(self)
        for pip in self:
            planned = pip.checkin_ids.filtered(lambda one: one.state == "planned")
            pip.held_count = len(pip.checkin_ids.filtered(lambda one: one.state == "held"))
            pip.missed_count = len(planned.filtered(lambda one, today=today: one.date_due < today))
            pip.next_checkin = min(planned.mapped("date_due"), default=False)

    @api.constrains("evaluation_id")
    def _check_evaluation(self):
        for pip in self:
            if not pip.evaluation_id.released_at:
                raise ValidationError(
                    self.env._(
                        "%s: a plan rests on a released evaluation, and this one is not released"
                        " yet.",
                        pip.evaluation_id.display_name,
                    )
                )

    # ORM overrides

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            self._check_leaders(vals_list)
        return super().create(vals_list)

    @api.model
    def _check_leaders(self, vals_list):
        """Refuse before anything is written: that a plan exists already is not for everybody."""
        proposed = self.env.context.get("default_evaluation_id")
        ids = {vals.get("evaluation_id", proposed) for vals in vals_list}
        evaluations = self.env["hr.performance.evaluation"].browse(ids - {None, False})
        roles = evaluations._get_roles()
        if any(not roles[one.id] & {flows.MANAGER, *flows.HR} for one in evaluations):
            raise AccessError(
                self.env._("An improvement plan is drafted by whoever leads the person, or by HR.")
            )

    def write(self, vals):
        if not self._has_pass():
            self.check_access("write")  # first: a refusal names the person
            if "evaluation_id" in vals:
                raise UserError(self.env._("A plan stays with its evaluation."))
            if vals.keys() & {"date_start", "date_end", "expectation"}:
                self._check_drafted()
            self._check_living()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_draft(self):
        self._check_drafted()

    def _check_drafted(self):
        """Refuse to change what the plan says once it is out of its author's hands."""
        if self._has_pass():
            return
        for pip_sudo in self.sudo():  # settled is settled, whoever asks
            if pip_sudo.state != "draft":
                states = dict(self._fields["state"]._description_selection(self.env))
                raise UserError(
                    self.env._(
                        "%(plan)s cannot be changed any more: it is “%(state)s”. HR can send it"
                        " back before the approval; a running plan can be extended.",
                        plan=pip_sudo.display_name,
                        state=states[pip_sudo.state],
                    )
                )

    def _check_living(self):
        if self._has_pass():
            return
        for pip_sudo in self.sudo():  # closed is closed, whoever asks
            if pip_sudo.state in ("succeeded", "failed", "cancelled"):
                raise UserError(
                    self.env._("%s is closed and cannot change.", pip_sudo.display_name)
                )
