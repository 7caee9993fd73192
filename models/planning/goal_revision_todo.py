from odoo import api, models

from ...rules.flows import EMPLOYEE, MANAGER, OFFICER

TO_DO = "mail.mail_activity_data_todo"


class GoalRevisionTodo(models.Model):
    """To-dos of a revision: for whoever must approve, then for those who must sign."""

    _inherit = "hr.performance.goal.revision"

    def _update_todos(self):
        """Close what is done and ask whoever is next, each in their own language."""
        self.activity_unlink([TO_DO])
        asked = {}
        for revision in self:
            for step, users in revision._get_next().items():
                for user in users.filtered("active"):
                    asked.setdefault((user, step), self.browse())
                    asked[user, step] |= revision
        for (user, step), revisions in asked.items():
            summary = self.with_context(lang=user.lang)._describe_todo(step)
            revisions.activity_schedule(TO_DO, user_id=user.id, summary=summary)

    @api.model
    def _describe_todo(self, step):
        sentences = {
            "approve": self.env._("Approve the goal revision"),
            "say": self.env._("Say your part about the goals of the revision"),
            "note": self.env._("Write your note on a low confidence"),
            "sign": self.env._("Read and sign the new goals"),
        }
        return sentences[step]

    def _get_next(self):
        """Return {step: the users whose part is missing and who can be told}."""
        self.ensure_one()
        nobody = self.env["res.users"]
        awaited, approvals = self._get_awaited(), self._get_awaited_approvals()
        employee = self.employee_id.user_id if EMPLOYEE in awaited else nobody
        manager = self._get_manager_user() if MANAGER in awaited else nobody
        if self.state == "approved":
            return {"sign": employee | manager}
        hr = self.employee_id.hr_responsible_id - self.employee_id.user_id
        approving = MANAGER in approvals
        return {
            "approve": (manager if approving else nobody)
            | (hr if OFFICER in approvals else nobody),
            "say": employee,
            "note": nobody if approving else manager,
        }

    def _get_manager_user(self):
        """The manager of the evaluation, or today's one where that one has no login."""
        self.ensure_one()
        return self.manager_id.user_id or self.employee_id.parent_id.user_id
