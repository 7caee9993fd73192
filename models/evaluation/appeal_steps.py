from odoo import fields, models
from odoo.exceptions import UserError

from .appeal_filing import ASSIGN

DECIDE = "hr_performance.activity_type_appeal_decide"
REMIND = "hr_performance.activity_type_appeal_due"
LATE = "hr_performance.activity_type_appeal_late"
ESCALATED = 2
TASKS = [ASSIGN, DECIDE, REMIND, LATE]


class AppealSteps(models.Model):
    """Assigning an independent reviewer, and withdrawing (A1, A2)."""

    _inherit = "hr.performance.appeal"

    def _may_assign(self):
        self.ensure_one()
        step = "assign" if self.state == "filed" else "reassign"
        return self.has_access("read") and not self._get_refusals(step)

    def _assign(self, reviewer, reason=None):
        """Assign the independent reviewer, or another one with a reason.

        :raises UserError: the reviewer is not independent, or the step is not this user's
        """
        self.ensure_one()
        self.check_access("read")
        step = "assign" if self.state == "filed" else "reassign"
        # First who may assign: why somebody is barred tells who judged.
        if refusals := self._get_refusals(step):
            raise UserError("\n".join(refusals.values()))
        if bar := self._get_bar(reviewer):
            raise UserError(bar)
        self._transit(
            step,
            reason=reason,
            reviewer_id=reviewer.id,
            reassign_reason=reason if step == "reassign" else False,
            assigned_by_id=self.env.uid,
            assigned_at=fields.Datetime.now(),
            told_level=ESCALATED if self.told_level == ESCALATED else 0,
        )

    def _after_assign(self, reason=None):
        self.activity_feedback(TASKS)
        self._ask_users(
            DECIDE,
            lambda appeal: appeal.reviewer_id.user_id,
            lambda env: env._("Decide the appeal"),
        )

    def _after_reassign(self, reason=None):
        # The one before may have begun: each reviewer answers for the own findings.
        self.file_ids._clear()
        self._after_assign(reason=reason)

    def action_open_file(self):
        """Open what the reviewer works with; its own rules say who reads it."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("File of the appeal"),
            "res_model": "hr.performance.appeal.file",
            "view_mode": "form",
            "res_id": self.file_ids.id,
        }

    def action_withdraw(self):
        """Take the appeal back, for good."""
        self._transit("withdraw")

    def _after_withdraw(self, reason=None):
        self.activity_unlink(TASKS)
        self.statement_ids._forget()
