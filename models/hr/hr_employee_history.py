from odoo import api, fields, models


class EmployeeHistory(models.Model):
    _inherit = "hr.employee"

    def action_open_performance_history(self):
        """Open the picture of this person's history, with what the user may read of it."""
        self.ensure_one()
        return self.env["hr.employee.public"]._prepare_history_action(self.id)


class EmployeePublicHistory(models.Model):
    _inherit = "hr.employee.public"

    performance_is_open = fields.Boolean(compute="_compute_performance_is_open")

    @api.depends_context("uid")
    def _compute_performance_is_open(self):
        """Whether the user leads this person, or is them: only then there is something to see."""
        led = self.env["hr.performance.line.mixin"]._get_subordinate_ids()
        mine = set(self.env.user.employee_ids.ids)
        for person in self:
            person.performance_is_open = person.id in led or person.id in mine

    def action_open_performance_history(self):
        """Open the picture of this person's history, with what the user may read of it."""
        self.ensure_one()
        return self._prepare_history_action(self.id)

    @api.model
    def _prepare_history_action(self, employee_id):
        return {
            "type": "ir.actions.client",
            "tag": "hr_performance.history",
            "name": self.env._("Performance history"),
            "params": {"employee_id": employee_id},
        }
