from odoo import fields, models
from odoo.exceptions import UserError

from ...rules import flows

PLAN = "hr_performance.activity_type_risk_plan"


class RiskSteps(models.Model):
    """The steps of a risk, and who is told of them."""

    _inherit = "hr.performance.risk"

    def _get_roles(self):
        """The owner of the plan, who may be the person or anybody else, has a part too."""
        roles = super()._get_roles()
        owned = self.filtered("is_owner")
        return roles | {risk.id: roles[risk.id] | {flows.OWNER} for risk in owned}

    def action_handle(self):
        """A plan with an owner and a date stands against it."""
        self._transit("handle")

    def _check_handle(self):
        for risk in self:
            missing = [
                self._fields[name]._description_string(self.env)
                for name in ("plan", "owner_id", "due")
                if not risk[name]
            ]
            if missing:
                raise UserError(
                    self.env._(
                        "%(risk)s is handled once it has a plan, an owner and a date. Missing:"
                        " %(missing)s.",
                        risk=risk.display_name,
                        missing=", ".join(missing),
                    )
                )

    def _after_handle(self, reason=None):
        for risk in self.filtered("owner_id.user_id"):
            risk.activity_schedule(
                PLAN,
                date_deadline=risk.due,
                summary=risk.display_name,
                user_id=risk.owner_id.user_id.id,
            )

    def action_accept(self, reason):
        """Live with it: nothing is done about it, with a reason."""
        self._transit("accept", reason=reason, accept_reason=reason)

    def _after_accept(self, reason=None):
        self.activity_unlink([PLAN])

    def action_reopen(self, reason):
        """The plan, or living with it, does not do."""
        self._transit("reopen", reason=reason, accept_reason=False)

    def _after_reopen(self, reason=None):
        self.activity_unlink([PLAN])
        for risk in self:
            risk.message_post(body=self.env._("Opened again: %s", reason))

    def action_close(self):
        """The danger is over."""
        self._transit("close", closed_on=fields.Date.context_today(self))

    def _check_close(self):
        for risk in self:
            if risk.origin == "system" and risk.goal_id.warning == "at_risk":
                raise UserError(
                    self.env._(
                        "%(risk)s closes by itself when the warning ends (%(why)s). Until then a"
                        " plan can be put in place, or the risk accepted with a reason.",
                        risk=risk.display_name,
                        why=risk.why,
                    )
                )

    def _after_close(self, reason=None):
        self.activity_feedback([PLAN])
