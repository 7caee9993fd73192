from odoo import models

from ...rules.flows import MANAGER

TO_DO = "mail.mail_activity_data_todo"


class GoalRevisionTodo(models.Model):
    """To-dos of a revision: for whoever must approve, then for those who must sign."""

    _inherit = "hr.performance.goal.revision"

    def _update_todos(self):
        """Close what is done and ask whoever is next."""
        self.activity_unlink([TO_DO])
        asked = {}
        for revision in self:
            for user in revision._get_todo_users():
                asked.setdefault((user, revision.state), self.browse())
                asked[user, revision.state] |= revision
        for (user, state), revisions in asked.items():
            summary = (
                self.env._("Approve the goal revision")
                if state == "requested"
                else self.env._("Read and sign the new goals")
            )
            revisions.activity_schedule(TO_DO, user_id=user.id, summary=summary)

    def _get_todo_users(self):
        """Return the users whose part is missing and who can be told."""
        self.ensure_one()
        employee, manager = self.employee_id.user_id, self._get_manager_user()
        if self.state == "requested":
            hr = self.employee_id.hr_responsible_id
            awaited = self._get_awaited_approvals()
            users = manager if MANAGER in awaited else self.env["res.users"]
            if awaited - {MANAGER} and hr != self.employee_id.user_id:
                users |= hr
        elif self.state == "approved":
            awaited = self.agreement_id._get_awaited_roles()
            users = employee if "employee" in awaited else self.env["res.users"]
            users |= manager if "manager" in awaited else self.env["res.users"]
        else:
            users = self.env["res.users"]
        return users.filtered("active")

    def _get_manager_user(self):
        """The manager of the evaluation, or today's one where that one has no login."""
        self.ensure_one()
        return self.manager_id.user_id or self.employee_id.parent_id.user_id
