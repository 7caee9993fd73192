from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules import flows
from ..evaluation.appeal_decision import PLAN


class DevelopmentEntry(models.Model):
    """From a released result to the plan for what comes next (requirements A4, R6)."""

    _inherit = "hr.performance.evaluation"

    can_plan_development = fields.Boolean(compute="_compute_can_plan_development")

    @api.depends("released_at")
    @api.depends_context("uid")
    def _compute_can_plan_development(self):
        roles = self._get_roles()
        for evaluation in self:
            side = roles[evaluation.id] & {flows.EMPLOYEE, flows.MANAGER, *flows.HR}
            evaluation.can_plan_development = bool(evaluation.released_at and side)

    def action_open_development_plan(self):
        """Open the development plan of the person; begin one where there is none.

        :raises UserError: not the person, their line or HR, or the result is not released yet
        """
        self.ensure_one()
        self.check_access("read")
        if not self.can_plan_development:
            raise UserError(
                self.env._(
                    "%s: a development plan is begun by the person, their line or HR, after the"
                    " release of the result.",
                    self.display_name,
                )
            )
        plan = self.env["hr.performance.development.plan"]._open_for(self.employee_id)
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Development plan"),
            "res_model": plan._name,
            "view_mode": "form",
            "res_id": plan.id,
        }


class DevelopmentAfterAppeal(models.Model):
    """A decided appeal leads on to the plan that both sides are asked for (requirement A4)."""

    _inherit = "hr.performance.appeal"

    can_plan_development = fields.Boolean(compute="_compute_can_plan_development")

    @api.depends("state", "evaluation_id")
    @api.depends_context("uid")
    def _compute_can_plan_development(self):
        decided = self.filtered(lambda one: one.state in ("upheld", "partly", "rejected"))
        # The reviewer of the appeal may not read the evaluation, and plans nothing.
        open_to = decided.evaluation_id._filtered_access("read")
        for appeal in self:
            appeal.can_plan_development = appeal in decided and (
                appeal.evaluation_id in open_to and appeal.evaluation_id.can_plan_development
            )

    def action_open_development_plan(self):
        """Open or begin the development plan of the person; see the evaluation."""
        self.ensure_one()
        self.check_access("read")
        return self.evaluation_id.action_open_development_plan()


class DevelopmentTasks(models.Model):
    """Whoever has agreed has done what the decided appeal asked for."""

    _inherit = "hr.performance.development.plan"

    def _after_agree(self, reason=None):
        result = super()._after_agree(reason=reason)
        # The own to-do, on files that the plan does not name.
        files_sudo = self.env["hr.performance.evaluation"].sudo()
        files = files_sudo.search([("employee_id", "in", self.employee_id.ids)])
        files.activity_feedback([PLAN], user_id=self.env.uid)
        return result
