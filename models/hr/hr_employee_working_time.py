from odoo import models


class HrEmployeeWorkingTime(models.Model):
    _inherit = "hr.employee"

    def _get_performance_working_time(self, start, end):
        """Return {employee id: Intervals at work}, less public holidays and personal leaves.

        With a few queries per working calendar, not per person. Only whether somebody is there
        is told, never why they are not.
        """
        found = {}
        people_sudo = self.sudo()  # see above
        by_calendar = people_sudo.grouped(
            lambda one: one.resource_calendar_id or one.company_id.resource_calendar_id
        )
        for calendar, people in by_calendar.items():
            domain = [
                ("time_type", "=", "leave"),
                ("company_id", "in", [False, *people.company_id.ids]),
            ]
            intervals = calendar._work_intervals_batch(
                start, end, resources=people.resource_id, domain=domain
            )
            for employee in people:
                found[employee.id] = intervals[employee.resource_id.id]
        return found
