from datetime import datetime, time

from odoo import models


class ResourceCalendar(models.Model):
    _inherit = "resource.calendar"

    def _get_performance_working_days(self, company, start, end, zone):
        """Days on which the company works: by this calendar, less public holidays."""
        intervals = self._get_performance_working_hours(company, start, end, zone)
        return {begin.date() for begin, _stop in intervals}

    def _get_performance_working_hours(self, company, start, end, zone):
        """Pairs of times between which the company works, in its time zone, without the zone."""
        self.ensure_one()
        first = zone.localize(datetime.combine(start, time.min))
        last = zone.localize(datetime.combine(end, time.max))
        holidays = [
            ("time_type", "=", "leave"),
            ("resource_id", "=", False),
            ("company_id", "in", [False, company.id]),
        ]
        intervals = self._work_intervals_batch(first, last, domain=holidays, tz=zone)[False]
        return [
            (begin.replace(tzinfo=None), stop.replace(tzinfo=None))
            for begin, stop, _what in intervals
        ]
