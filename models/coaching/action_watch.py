from odoo import api, models

from .action import OPEN_STATES
from .action_steps import STUCK


class ActionWatch(models.Model):
    """Nobody waits for an action in vain: who gave it learns that it is stuck (C3, G3)."""

    _inherit = "hr.performance.action"

    @api.model
    def _cron_follow_up(self):
        """Every night: what is overdue, or has lost its owner; company by company."""
        cron = self.env["ir.cron"]
        groups = self._read_group(
            [("state", "in", OPEN_STATES), ("escalated_on", "=", False)],
            ["company_id"],
            ["id:recordset"],
        )
        cron._commit_progress(remaining=len(groups))
        for company, actions in groups:
            actions._escalate(company._get_performance_today())
            if not cron._commit_progress(1):
                return

    def _escalate(self, today):
        """One to-do for each, once; a new owner or a new day begins again."""
        stuck = self.filtered(lambda one: one.due < today or not one.owner_id.active)
        # Those who do it themselves have the to-do of the owner.
        told = stuck.filtered(lambda one: one._get_follower() - one.owner_id.user_id)
        told._create_tasks(STUCK, [one._prepare_stuck(today) for one in told])
        stuck._with_pass().write({"escalated_on": today})

    def _prepare_stuck(self, today):
        user = self._get_follower()
        speaking = self.with_context(lang=user.lang).env
        if self.owner_id.active:
            summary = speaking._(
                "Overdue: %(action)s (%(owner)s)", action=self.name, owner=self.owner_id.name
            )
        else:
            summary = speaking._(
                "%(owner)s has left, please choose another owner: %(action)s",
                action=self.name,
                owner=self.owner_id.name,
            )
        return {"user_id": user.id, "summary": summary, "date_deadline": today}
