from odoo import api, fields, models
from odoo.exceptions import AccessError

from ...rules import flows

LIVING = ("proposed", "member")
# Whom and where: another person or pool is another row.
_FIXED = {"employee_id", "pool_id"}


class Talent(models.Model):
    """Somebody's time in a talent pool, from the proposal to the exit (requirement R4).

    The person never learns of it, nor do colleagues; managers read those of their line where the
    company says so. No field of the employee leads here. Kept for good: who returns has a new row.
    """

    _name = "hr.performance.talent"
    _description = "Talent pool membership"
    _inherit = [
        "hr.performance.computed.mixin",
        "hr.performance.line.mixin",
        "hr.performance.link.mixin",
        "hr.performance.workflow.mixin",
        "hr.performance.task.mixin",
        "hr.performance.private.thread.mixin",
        "mail.activity.mixin",
    ]
    _order = "pool_id, state, employee_id, id desc"
    _check_company_auto = True

    _workflow = flows.TALENT
    _protected_fields = (
        "state",
        "source_outcome_id",
        "proposed_by_id",
        "decided_by_id",
        "dismiss_reason",
        "entry_date",
        "reviewed_on",
        "review_note",
        "exit_date",
        "exit_reason",
        "told_for",
    )
    _checked_links = {"employee_id": "read", "pool_id": "read"}

    employee_id = fields.Many2one("hr.employee", required=True, index=True, ondelete="restrict")
    pool_id = fields.Many2one(
        "hr.performance.talent.pool",
        string="Talent pool",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    company_id = fields.Many2one(
        "res.company", compute="_compute_place", store=True, precompute=True, index=True
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Department at entry",
        compute="_compute_place",
        store=True,
        precompute=True,
        index=True,
    )
    job_id = fields.Many2one(
        "hr.job",
        string="Job position at entry",
        compute="_compute_place",
        store=True,
        precompute=True,
    )
    is_here = fields.Boolean(
        string="With the company", related="employee_id.active", related_sudo=True
    )
    state = fields.Selection(
        [
            ("proposed", "Proposed"),
            ("member", "Member"),
            ("left", "Left"),
            ("dismissed", "Dismissed"),
        ],
        default=flows.TALENT.initial,
        required=True,
        readonly=True,
        tracking=True,
        index=True,
        group_expand=True,
    )
    entry_reason = fields.Text(string="Entry reason", required=True, tracking=True)
    source_outcome_id = fields.Many2one(
        "hr.performance.outcome", string="Follows from", readonly=True, ondelete="restrict"
    )
    proposed_by_id = fields.Many2one("res.users", string="Proposed by", readonly=True)
    decided_by_id = fields.Many2one("res.users", string="Decided by", readonly=True)
    dismiss_reason = fields.Text(string="Dismissed because", readonly=True)
    entry_date = fields.Date(string="Entry", readonly=True, tracking=True)
    review_date = fields.Date(
        string="Look again on",
        tracking=True,
        index=True,
        help="Empty: by the months of the pool, once the person is in it.",
    )
    reviewed_on = fields.Date(string="Last looked at", readonly=True)
    review_note = fields.Text(string="Found then", readonly=True, tracking=True)
    exit_date = fields.Date(string="Exit", readonly=True, tracking=True)
    exit_reason = fields.Text(string="Exit reason", readonly=True, tracking=True)
    told_for = fields.Date(string="Told about the review on", readonly=True, copy=False)

    _living_unique = models.UniqueIndex(
        "(employee_id, pool_id) WHERE state IN ('proposed', 'member')",
        "This person is in this pool, or proposed for it, already.",
    )
    _dates_order = models.Constraint(
        "CHECK(exit_date >= entry_date)", "Nobody leaves a pool before they came into it."
    )

    @api.depends("employee_id")
    def _compute_place(self):
        """As it is when the row is made; where people work later changes no past."""
        for talent in self:
            talent.company_id = talent.employee_id.company_id
            talent.department_id = talent.employee_id.department_id
            talent.job_id = talent.employee_id.job_id

    @api.depends("employee_id", "pool_id")
    def _compute_display_name(self):
        for talent in self:
            # Names only, for those who may read the row.
            talent_sudo = talent.sudo()
            talent.display_name = (
                f"{talent_sudo.employee_id.name or ''} · {talent_sudo.pool_id.name or ''}"
            )

    @api.model_create_multi
    def create(self, vals_list):
        self.flush_model(["state"])  # the index asks the table who is in a pool
        talents = super().create(vals_list)
        fresh_sudo = talents.sudo().filtered(lambda one: not one.proposed_by_id)
        fresh_sudo._with_pass().write({"proposed_by_id": self.env.uid})  # who it is, not what
        return talents

    def write(self, vals):
        if _FIXED & vals.keys() and not self._has_pass():
            raise AccessError(
                self.env._(
                    "Person and pool of a membership do not change. Please take the person out and"
                    " propose them anew."
                )
            )
        if "entry_reason" in vals and any(one.state != "proposed" for one in self):
            raise AccessError(
                self.env._("The reason of the entry is kept as it was when HR decided about it.")
            )
        return super().write(vals)
