from odoo import fields, models
from odoo.exceptions import UserError


class HrEmployeeLaunch(models.Model):
    _inherit = "hr.employee"

    def _get_launch_obstacles(self, cycle):
        """Return {employee id: sentence} for those who cannot be in this cycle, and why."""
        inside = self._get_inside(cycle)
        day = self._get_launch_day(cycle)
        tenures = self._get_performance_tenures()
        return {
            employee.id: obstacle
            for employee in self
            if (
                obstacle := employee._get_launch_obstacle(
                    cycle, day, tenures[employee.id], employee.id in inside
                )
            )
        }

    def _get_inside(self, cycle):
        """Ids of the employees who are in the cycle already."""
        found = self.env["hr.performance.evaluation"]._read_group(
            [("cycle_id", "=", cycle.id), ("employee_id", "in", self.ids)], ["employee_id"]
        )
        return {employee.id for (employee,) in found}

    def _get_launch_obstacle(self, cycle, day, tenure, inside):
        if inside:
            return self.env._("is in the cycle already")
        if self.company_id != cycle.company_id:
            return self.env._("belongs to another company")
        if not tenure.days_by_place(cycle.date_start, cycle.date_end):
            return self.env._("is not employed in the cycle")
        if not tenure.is_employed(day):
            return self.env._("is not employed on %s: add later, or has left", day)
        if not tenure.place(day):
            return self.env._("has no department")
        if not self.parent_id:
            return self.env._("has no manager")
        return None

    def _get_launch_day(self, cycle):
        """Whose department counts when: today, or the nearest day of the cycle."""
        today = fields.Date.context_today(self)
        return min(max(today, cycle.date_start), cycle.date_end)

    def _performance_batch_launch(self, batch):
        """Open an evaluation with an empty Goal Confirmation for each employee."""
        cycle = batch.cycle_id
        cycle.check_access("write")
        inside = self._get_inside(cycle)
        newcomers = self.filtered(lambda employee: employee.id not in inside)
        if obstacles := newcomers._get_launch_obstacles(cycle):
            raise UserError(
                "\n".join(f"{self.browse(key).name} {why}" for key, why in obstacles.items())
            )
        tenures = newcomers._get_performance_tenures()
        day = self._get_launch_day(cycle)
        # Nobody creates evaluations by hand: launching does, for those HR has chosen.
        evaluations_sudo = (
            self.env["hr.performance.evaluation"]
            .sudo()
            .with_context(mail_create_nolog=True, mail_create_nosubscribe=True)
            ._with_pass()
            .create(
                [
                    {
                        "cycle_id": cycle.id,
                        "employee_id": employee.id,
                        "manager_id": employee.parent_id.id,
                        "department_id": tenures[employee.id].place(day),
                        "job_id": employee.job_id.id,
                    }
                    for employee in newcomers
                ]
            )
        )
        evaluations_sudo._open_agreements()
