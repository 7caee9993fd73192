from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

RUNNING = ("planning", "executing")


class GoalWithConfidence(models.Model):
    """The history of a goal's confidence, and who owns the goal."""

    _inherit = "hr.performance.goal"

    confidence_ids = fields.One2many(
        "hr.performance.goal.confidence", "goal_id", string="Confidence over time"
    )
    can_confide = fields.Boolean(
        string="My confidence",
        compute="_compute_can_confide",
        help="Its confidence is mine to give.",
    )

    @api.depends("employee_id", "department_id", "cycle_id.state", "cancelled", "is_locked")
    @api.depends_context("uid")
    def _compute_can_confide(self):
        for goal in self:
            goal_sudo = goal.sudo()  # whose goal it is decides, whatever the asker may read
            owner_sudo = goal_sudo._get_owner()
            mine = goal_sudo._is_confidence_of(owner_sudo, self.env.user)
            goal.can_confide = mine and not goal_sudo._get_confidence_refusal()

    def _get_owner(self):
        """Who answers for the goal: the employee, or the manager of the department."""
        self.ensure_one()
        return self.employee_id or self.department_id.manager_id

    def _check_confidence_open(self, owner, user):
        """Refuse a confidence that is not the owner's own, or comes at the wrong time.

        For somebody without a login an HR officer enters it, as with the other own words.
        """
        self.ensure_one()
        if not self._is_confidence_of(owner, user):
            raise AccessError(
                self.env._(
                    "“%s”: confidence is the owner's own word. Nobody else can give it.", self.name
                )
            )
        if refusal := self._get_confidence_refusal():
            raise UserError(refusal)

    def _is_confidence_of(self, owner, user):
        return self._may_answer() if self.level == "employee" else owner.user_id == user

    def _get_confidence_refusal(self):
        """Return why nobody can give a confidence now, None when its owner can."""
        reason = self._get_lock_reason()
        if reason and not self.is_agreed:
            return self.env._(
                "“%(goal)s”: no confidence can be given now: %(reason)s",
                goal=self.name,
                reason=reason,
            )
        if self.cycle_id.state not in RUNNING or self.cancelled:
            return self.env._(
                "“%s” is not being worked on: confidence is given while its cycle runs.",
                self.name,
            )
        return None

    @api.model_create_multi
    def create(self, vals_list):
        goals = super().create(vals_list)
        self.env["hr.performance.goal.confidence"]._record(goals.filtered("confidence"))
        return goals

    def write(self, vals):
        result = super().write(vals)
        history = self.env["hr.performance.goal.confidence"]
        if vals.get("confidence") and not history._is_recording():
            history._record(self)
        return result

    def _after_signals(self):
        """Called when a signal of these goals changed."""
