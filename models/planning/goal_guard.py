from odoo import api, fields, models
from odoo.exceptions import UserError

# What somebody signs: these do not change once the goals are put up for signing.
SIGNED_FIELDS = {
    "name", "cycle_id", "level", "employee_id", "department_id", "parent_id", "kind", "why",
    "weight", "date_start", "date_due", "confidence", "cancelled", "metric", "unit", "method",
    "baseline", "target", "low", "high", "floor", "cap", "how", "no_parent_reason",
    "confidence_note", "manager_note",
    "is_additive", "part_of_id",
}  # fmt: skip
# A link shows the name of what it leads to.
LINKS = ("parent_id", "part_of_id", "strategy_meeting_id", "theme_id", "template_id")
OWNER_FIELDS = {"cycle_id", "level", "employee_id", "department_id"}

# Opens signed goals for a revision that both sides signed; by identity, see workflow_mixin.
_REVISING = object()
_PASS = "hr_performance_revising"


class GoalGuard(models.Model):
    """Goals that are put up for signing, or signed, are closed to everybody."""

    _inherit = "hr.performance.goal"

    is_agreed = fields.Boolean(compute="_compute_locked", help="Signed by employee and manager.")
    is_locked = fields.Boolean(compute="_compute_locked")
    lock_reason = fields.Char(string="Closed because", compute="_compute_locked")

    @api.depends("evaluation_id.agreement_id.state", "evaluation_id.state", "cycle_id.state")
    def _compute_locked(self):
        for goal in self:
            # Whether a goal is closed must not depend on what the asker may read.
            goal_sudo = goal.sudo()
            goal.lock_reason = goal_sudo._get_lock_reason()
            goal.is_locked = bool(goal.lock_reason)
            goal.is_agreed = goal_sudo.evaluation_id.agreement_id.state == "signed"

    def _get_lock_reason(self):
        """Return why this goal cannot change now, None when it can."""
        self.ensure_one()
        if self.cycle_id.state in ("closed", "cancelled"):
            return self.env._("the cycle %s is closed.", self.cycle_id.name)
        return self.evaluation_id._get_goals_closed_reason()

    def _check_cycle_open(self):
        """Refuse to change what was measured in a cycle that is over, with or without a result."""
        for goal_sudo in self.sudo():  # see _compute_locked
            if goal_sudo.cycle_id.state in ("closed", "cancelled"):
                raise UserError(
                    self.env._(
                        "The cycle %s is over: what was measured in it stays as it is.",
                        goal_sudo.cycle_id.name,
                    )
                )

    def _with_revision_pass(self):
        """Goals that a signed revision changes. Never public."""
        return self.with_context(**{_PASS: _REVISING})

    def _check_unlocked(self):
        if self.env.context.get(_PASS) is _REVISING:
            return
        for goal_sudo in self.sudo():  # see _compute_locked
            if reason := goal_sudo._get_lock_reason():
                raise UserError(
                    self.env._(
                        "“%(goal)s” cannot be changed: %(reason)s",
                        goal=goal_sudo.name,
                        reason=reason,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        self._check_linked(vals_list)
        goals = super().create([{**vals, "cancelled": False} for vals in vals_list])
        goals._check_unlocked()
        for name in LINKS:
            goals[name].check_access("read")  # also those that came from a default
        return goals

    def write(self, vals):
        self.check_access("write")  # first: a refusal names the goal
        if SIGNED_FIELDS & vals.keys():
            self._check_unlocked()
        self._check_linked([vals])
        result = super().write(vals)
        if OWNER_FIELDS & vals.keys():
            self._move_key_results(vals)
            self._check_unlocked()  # nor may a goal be moved into signed ones
            self.check_access("write")  # nor given to somebody whose goals are not the writer's
        return result

    def _move_key_results(self, vals):
        """Key results go where their objective goes."""
        moved = self.key_result_ids - self
        if moved:
            moved.write({name: vals[name] for name in OWNER_FIELDS & vals.keys()})

    @api.model
    def _check_linked(self, vals_list):
        """Check before anything else: a refusal names the goal that a link leads to."""
        for name in LINKS:
            ids = {vals[name] for vals in vals_list if vals.get(name)}
            self[name].browse(ids).exists().check_access("read")

    @api.ondelete(at_uninstall=False)
    def _unlink_except_locked(self):
        self._check_unlocked()
