from odoo import api, models
from odoo.exceptions import ValidationError


class CoachingGuard(models.Model):
    """Who may lead a talk, and that a held one stays as it was recorded."""

    _inherit = "hr.performance.coaching"

    @api.constrains("employee_id", "leader_id", "date", "held_on")
    def _check_leader(self):
        for obstacle in self._get_leader_obstacles().values():
            raise ValidationError(obstacle)

    def _get_leader_obstacles(self):
        """Return {id: sentence} for talks whose leader cannot lead them, in a query per leader."""
        line = self.env["hr.performance.line.mixin"]
        obstacles = {}
        # Who leads whom is a fact of the organisation, whatever the asker may read of it.
        all_sudo = self.sudo()
        tenures = (all_sudo.leader_id | all_sudo.employee_id)._get_performance_tenures()
        for leader_sudo, talks_sudo in all_sudo.grouped("leader_id").items():
            led = line._get_led_ids(leader_sudo)
            for talk in talks_sudo:
                is_led = talk.employee_id.id in led
                if obstacle := talk._get_leader_obstacle(is_led, tenures):
                    obstacles[talk.id] = obstacle
        return obstacles

    def _get_leader_obstacle(self, is_led, tenures):
        leader, employee = self.leader_id, self.employee_id
        if leader == employee:
            return self.env._("%s cannot lead a talk with themselves.", employee.name)
        day = self.held_on or self.date
        gone = (leader | employee).filtered(
            lambda one: not (one.active and tenures[one.id].is_employed(day))
        )
        if gone:
            return self.env._(
                "%(name)s has left the company, or is not employed on %(day)s. Please choose"
                " somebody who is there, or cancel the talk with a reason.",
                name=gone[0].name,
                day=day,
            )
        if is_led or leader.user_id.has_group("hr_performance.group_officer"):
            return None
        return self.env._(
            "%(leader)s does not lead %(employee)s. A coaching talk is led by a manager above the"
            " person, or by HR.",
            leader=leader.name,
            employee=employee.name,
        )

    def write(self, vals):
        result = super().write(vals)
        if "employee_id" in vals:
            self.check_access("write")  # nor may a talk be given to somebody else's report
        return result
