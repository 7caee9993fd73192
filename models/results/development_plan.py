from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ...rules import flows

# Each side writes its own words; the rest they write together.
_OWN_WORDS = {"employee_view": flows.EMPLOYEE, "manager_view": flows.MANAGER}


class DevelopmentPlan(models.Model):
    """Where somebody wants to go, and what is done for it (requirement R6).

    Employee and manager write it together; it holds when both have agreed. Changing it afterwards
    needs both again.
    """

    _name = "hr.performance.development.plan"
    _description = "Development plan"
    _inherit = [
        "hr.performance.link.mixin",
        "hr.performance.computed.mixin",
        "hr.performance.line.mixin",
        "hr.performance.workflow.mixin",
        "hr.mixin",
        "hr.performance.private.thread.mixin",
        "mail.activity.mixin",
    ]
    _order = "state, date_start desc, id desc"
    _mail_post_access = "read"

    _workflow = flows.DEVELOPMENT_PLAN
    _protected_fields = (
        "state",
        "employee_agreed_at",
        "manager_agreed_at",
        "manager_agreed_by_id",
        "cancel_reason",
    )

    employee_id = fields.Many2one(
        "hr.employee",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self.env.user.employee_id.id,
    )
    company_id = fields.Many2one(
        related="employee_id.company_id", store=True, index=True, precompute=True
    )
    date_start = fields.Date(string="From", required=True, default=fields.Date.context_today)
    date_end = fields.Date(
        string="To",
        required=True,
        default=lambda self: fields.Date.add(fields.Date.context_today(self), years=1),
    )
    track = fields.Selection(
        [("expert", "Expert"), ("management", "Management"), ("other", "Another way")],
        required=True,
        default="expert",
        help="Expert: deeper in the own field. Management: leading people.",
    )
    target_job_id = fields.Many2one("hr.job", string="Job aimed at", ondelete="restrict")
    strengths = fields.Text(help="What the person does well and should build on.")
    gaps = fields.Text(help="What is missing for the present job, or for the one aimed at.")
    employee_view = fields.Text(
        string="Employee's words", help="Where the employee wants to go, and why."
    )
    manager_view = fields.Text(string="Manager's words", help="How the manager sees it.")
    action_ids = fields.One2many("hr.performance.development.action", "plan_id", string="Actions")
    open_action_count = fields.Integer(string="Open actions", compute="_compute_progress")
    progress = fields.Float(string="Done (%)", compute="_compute_progress", digits=(16, 0))
    state = fields.Selection(
        [
            ("draft", "To agree"),
            ("agreed", "Agreed"),
            ("done", "Done"),
            ("cancelled", "Cancelled"),
        ],
        default=flows.DEVELOPMENT_PLAN.initial,
        required=True,
        readonly=True,
        tracking=True,
        index=True,
        group_expand=True,
    )
    employee_agreed_at = fields.Datetime(readonly=True, copy=False)
    manager_agreed_at = fields.Datetime(readonly=True, copy=False)
    manager_agreed_by_id = fields.Many2one("res.users", readonly=True, copy=False)
    cancel_reason = fields.Text(string="Cancelled because", readonly=True, copy=False)

    _dates_order = models.Constraint("CHECK(date_start < date_end)", "A plan ends after it starts.")
    _living_unique = models.UniqueIndex(
        "(employee_id) WHERE state IN ('draft', 'agreed')",
        "There is a development plan for this person already. Please continue that one.",
    )

    @api.depends("employee_id", "date_start", "date_end")
    def _compute_display_name(self):
        for plan in self:
            plan.display_name = self.env._(
                "Development plan: %(employee)s, %(start)s – %(end)s",
                employee=plan.sudo().employee_id.name or "",  # a name, for whoever reads the plan
                start=plan.date_start or "",
                end=plan.date_end or "",
            )

    @api.depends("action_ids.done_on")
    def _compute_progress(self):
        for plan in self:
            done = plan.action_ids.filtered("done_on")
            plan.open_action_count = len(plan.action_ids - done)
            plan.progress = 100 * len(done) / len(plan.action_ids) if plan.action_ids else 0

    # ORM overrides

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            self._check_people(vals_list)
        plans = super().create(vals_list)
        if not self._has_pass():
            for plan, vals in zip(plans, vals_list, strict=True):
                plan._check_words(vals)
        return plans

    @api.model
    def _check_people(self, vals_list):
        """Refuse before anything is written: that a plan exists already is not for everybody."""
        proposed = self.default_get(["employee_id"]).get("employee_id")
        wanted = {vals.get("employee_id", proposed) for vals in vals_list}
        open_to = self._get_subordinate_ids() | set(self.env.user.employee_ids.ids)
        if wanted - open_to and not self._get_hr_roles():
            raise AccessError(
                self.env._("A development plan is written by the person, their line, or HR.")
            )

    def write(self, vals):
        if not self._has_pass():
            self.check_access("write")  # first: a refusal names the person
            if "employee_id" in vals:
                raise UserError(self.env._("A development plan stays with its person."))
            for plan in self:
                plan._check_words(vals)
            if set(vals) & self._get_content_names():
                self._check_drafted()
                self._forget_consent()
        return super().write(vals)

    @api.model
    def _get_content_names(self):
        return {
            "date_start", "date_end", "track", "target_job_id", "strengths", "gaps",
            "employee_view", "manager_view",
        }  # fmt: skip

    def _check_words(self, vals):
        """Nobody puts words into the other's mouth."""
        roles = self._get_roles()[self.id]
        paper = flows.OFFICER in roles and not self.sudo().employee_id.user_id  # no login
        for name, role in _OWN_WORDS.items():
            meant = role in roles or (role == flows.MANAGER and flows.OFFICER in roles)
            if vals.get(name) and not meant and not paper:
                raise AccessError(
                    self.env._(
                        "“%(field)s” of %(plan)s is not yours to write.",
                        field=self._fields[name]._description_string(self.env),
                        plan=self.display_name,
                    )
                )

    def _check_drafted(self):
        for plan_sudo in self.sudo():  # settled is settled, whoever asks
            if plan_sudo.state != "draft":
                raise UserError(
                    self.env._(
                        "%s is not open for changes. An agreed plan can be opened again with a"
                        " reason; both sides agree again then.",
                        plan_sudo.display_name,
                    )
                )

    def _forget_consent(self):
        """What one side has agreed to is not what it is now."""
        agreed_sudo = self.sudo().filtered(  # follows from the change that was allowed
            lambda one: one.employee_agreed_at or one.manager_agreed_at
        )
        agreed_sudo._with_pass().write(
            {
                "employee_agreed_at": False,
                "manager_agreed_at": False,
                "manager_agreed_by_id": False,
            }
        )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_draft(self):
        self._check_drafted()

    # Steps

    def action_agree(self):
        """Agree with the plan as it is now; it holds when both sides have."""
        for plan in self:
            plan.check_access("read")
            mine = flows.EMPLOYEE in plan._get_roles()[plan.id]
            now = fields.Datetime.now()
            if mine:
                plan._transit("agree", employee_agreed_at=now)
            else:
                plan._transit("agree", manager_agreed_at=now, manager_agreed_by_id=self.env.user.id)

    def _check_agree(self):
        for plan in self:
            if not plan.action_ids:
                raise UserError(
                    self.env._(
                        "%s has no action yet. Please add at least one, with a date.",
                        plan.display_name,
                    )
                )

    def _after_agree(self, reason=None):
        both = self.filtered(lambda one: one.employee_agreed_at and one.manager_agreed_at)
        # Without a login the employee agrees in the talk; HR notes that on paper elsewhere.
        alone = self.filtered(lambda one: not one.employee_id.user_id and one.manager_agreed_at)
        (both | alone)._transit_by_system("complete")

    def action_reopen(self, reason):
        """Change an agreed plan: both sides agree again."""
        self._transit(
            "reopen",
            reason=reason,
            employee_agreed_at=False,
            manager_agreed_at=False,
            manager_agreed_by_id=False,
        )

    def _after_reopen(self, reason=None):
        for plan in self:
            plan.message_post(body=self.env._("Opened again: %s", reason))

    def action_finish(self):
        """All that was agreed is done, or its time is over."""
        self._transit("finish")

    def action_cancel(self, reason):
        """The plan is given up, with the reason."""
        self._transit("cancel", reason=reason, cancel_reason=reason)
