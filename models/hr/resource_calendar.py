from datetime import datetime, time

from odoo import models


class ResourceCalendar(models.Model):
    _inherit = "resource.calendar"

    def _get_performance_working_days(self, company, start, end, zone):
        """Days on which the company works: by this calendar, less public holidays."""
        self.ensure_one()
        first = zone.localize(datetime.combine(start, time.min))
        last = zone.localize(datetime.combine(end, time.max))
        holidays = [
            ("time_type", "=", "leave"),
            ("resource_id", "=", False),
            ("company_id", "in", [False, company.id]),
        ]
        intervals = self._work_intervals_batch(first, last, domain=holidays, tz=zone)[False]
        return {interval_start.date() for interval_start, _stop, _what in intervals}
