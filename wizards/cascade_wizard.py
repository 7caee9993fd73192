from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command

DEFAULT_WEIGHT = 20.0


class CascadeWizard(models.TransientModel):
    """Hand one goal down to departments or people of the own line, as proposals (P2)."""

    _name = "hr.performance.cascade.wizard"
    _description = "Cascade a goal"
    _inherit = ["hr.performance.split.mixin", "hr.mixin"]

    cycle_id = fields.Many2one(
        "hr.performance.cycle",
        string="For the cycle",
        compute="_compute_cycle_id",
        compute_sudo=False,
        store=True,
        precompute=True,
        readonly=False,
        required=True,
    )
    # Computed with all rights: only ids, from which the dialog lets the user choose.
    is_officer = fields.Boolean(compute="_compute_candidates", compute_sudo=True)
    candidate_ids = fields.Many2many(
        "hr.employee",
        string="People below",
        compute="_compute_candidates",
        compute_sudo=True,
    )
    candidate_department_ids = fields.Many2many(
        "hr.department",
        string="Departments below",
        compute="_compute_candidates",
        compute_sudo=True,
    )
    employee_ids = fields.Many2many("hr.employee", string="People")
    department_ids = fields.Many2many("hr.department", string="Departments")
    weight = fields.Float(
        string="Weight of the new goals (%)",
        compute="_compute_weight",
        compute_sudo=False,
        store=True,
        precompute=True,
        readonly=False,
        digits=(16, 2),
    )
    line_ids = fields.One2many("hr.performance.cascade.wizard.line", "wizard_id")

    @api.model
    def default_get(self, fields):
        values = super().default_get(fields)
        self._check_leader()
        return values

    def _check_leader(self):
        if not self.env["hr.performance.goal"]._leads_anybody():
            raise UserError(
                self.env._(
                    "You are manager of nobody, so there is nobody to whom you could hand a goal"
                    " down. If that is wrong, please ask HR to check who is your report."
                )
            )

    @api.model
    def _is_officer(self):
        return self.env.user.has_group("hr_performance.group_officer")

    @api.depends("goal_id")
    def _compute_cycle_id(self):
        for wizard in self:
            wizard.cycle_id = wizard.goal_id.cycle_id

    @api.depends("goal_id")
    def _compute_weight(self):
        for wizard in self:
            wizard.weight = wizard.goal_id.weight or DEFAULT_WEIGHT

    @api.depends_context("uid")
    def _compute_candidates(self):
        goals = self.env["hr.performance.goal"]
        self.is_officer = self._is_officer()
        # HR chooses from everybody; no need to list them.
        people = () if self._is_officer() else goals._get_subordinate_ids()
        departments = () if self._is_officer() else goals._get_led_department_ids()
        self.candidate_ids = [Command.set(list(people))]
        self.candidate_department_ids = [Command.set(list(departments))]

    @api.onchange("employee_ids", "department_ids", "cycle_id")
    def _onchange_receivers(self):
        """Keep one line per receiver, with what was entered for it."""
        people, departments = self.employee_ids._origin, self.department_ids._origin
        kept = self.line_ids.filtered(
            lambda line: (
                line.employee_id._origin in people
                if line.employee_id
                else line.department_id._origin in departments
            )
        )
        commands = [Command.unlink(line.id) for line in self.line_ids - kept]
        commands += [
            Command.create({"employee_id": one.id}) for one in people - kept.employee_id._origin
        ]
        commands += [
            Command.create({"department_id": one.id})
            for one in departments - kept.department_id._origin
        ]
        self.line_ids = commands
        self._distribute()

    def _get_given(self):
        """What goals that were handed down before have of the target."""
        goal = self.goal_id._origin
        goal.check_access("read")
        # Whose they are is not told, only what they make together.
        given_sudo = goal.sudo().child_ids.filtered(
            lambda child: (
                child.cycle_id == self.cycle_id
                and not (child.cancelled or child.part_of_id)
                and (child.metric, child.unit, child.method)
                == (goal.metric, goal.unit, goal.method)
            )
        )
        return sum(given_sudo.mapped("target"))

    def action_apply(self):
        """Create a proposal for everyone who is ticked and has no obstacle."""
        self.ensure_one()
        self.goal_id.check_access("read")
        self._check_leader()
        self._check_scope()
        chosen = self._get_chosen()
        if not chosen:
            raise UserError(
                self.env._(
                    "There is nobody to hand the goal down to. Please choose departments or people;"
                    " for those who cannot get it now, the list says why."
                )
            )
        self._check_balance()
        goals = self.env["hr.performance.goal"]._propose([line._prepare_goal() for line in chosen])
        return self._get_created_action(
            goals, self.env._("Handed down: %s", self.goal_id.display_name)
        )

    def _check_scope(self):
        """Nobody hands goals down outside the own line; HR does everywhere in the company."""
        if self._is_officer():
            return
        goals = self.env["hr.performance.goal"]
        people, departments = goals._get_subordinate_ids(), goals._get_led_department_ids()
        outside = self.line_ids.filtered(
            lambda line: (
                line.employee_id.id not in people
                if line.employee_id
                else line.department_id.id not in departments
            )
        )
        if outside:
            raise AccessError(
                self.env._(
                    "You do not lead %s. A goal can be handed down to people and departments of"
                    " your own line.",
                    ", ".join(outside.mapped("name")),
                )
            )
