from datetime import timedelta

import pytz

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...rules.clock import time_left


class ResCompanyAppeal(models.Model):
    """How long an appeal may be filed, and how long its decision may take (A1, A3)."""

    _inherit = "res.company"

    performance_appeal_window = fields.Integer(
        string="Appeals can be filed within (working days)",
        default=5,
        help="Counted from the release of the result.",
    )
    performance_appeal_days = fields.Integer(
        string="Appeals are decided within (working days)",
        default=3,
        help="Counted from the day on which the appeal is filed.",
    )

    @api.constrains("performance_appeal_window", "performance_appeal_days")
    def _check_appeal_days(self):
        for company in self:
            if min(company.performance_appeal_window, company.performance_appeal_days) < 1:
                raise ValidationError(
                    self.env._(
                        "%s: appeals need at least one working day to be filed, and one to be"
                        " decided.",
                        company.name,
                    )
                )

    def _get_performance_zone(self):
        self.ensure_one()
        # As in the deadline: whatever calendars the asker may read.
        return pytz.timezone(self.sudo().resource_calendar_id.tz or "UTC")

    def _get_performance_local(self, moment):
        """The same moment where the company works, without the zone.

        :param datetime moment: naive UTC
        """
        zone = self._get_performance_zone()
        return pytz.utc.localize(moment).astimezone(zone).replace(tzinfo=None)

    def _get_performance_clocks(self, terms):
        """Return for each term what is left of it now, a ``TimeLeft``.

        The working hours of all terms are read at once. A company that has lost its calendar has
        no working hours: only the dates are left.

        :param terms: pairs of the moment at which a term began (naive UTC) and its last day
        """
        self.ensure_one()
        if not terms:
            return []
        calendar = self.sudo().resource_calendar_id  # as in the deadline
        now = self._get_performance_local(fields.Datetime.now())
        starts = [self._get_performance_local(start) for start, _due in terms]
        first = min(starts).date()
        last = max(now.date(), *(due for _start, due in terms)) + timedelta(days=1)
        hours = []
        if calendar:
            zone = self._get_performance_zone()
            hours = calendar._get_performance_working_hours(self, first, last, zone)
        return [
            time_left(start, now, due, hours)
            for start, (_start, due) in zip(starts, terms, strict=True)
        ]

    def _count_performance_days(self, start, end):
        """Working days after the day of ``start`` up to the day of ``end`` (naive UTC)."""
        self.ensure_one()
        calendar = self.sudo().resource_calendar_id  # as in the deadline
        if not calendar:
            return 0
        first, last = (self._get_performance_local(moment).date() for moment in (start, end))
        zone = self._get_performance_zone()
        worked = calendar._get_performance_working_days(self, first, last, zone)
        return sum(day > first for day in worked)
