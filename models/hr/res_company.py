from datetime import timedelta

import pytz

from odoo import fields, models
from odoo.exceptions import UserError

from ...rules.deadline import working_day_deadline

# A deadline of N working days is looked for in so many calendar days.
_HORIZON = 14


class ResCompany(models.Model):
    _inherit = "res.company"

    performance_batch_limit = fields.Integer(
        string="People handled at once",
        default=200,
        help="Larger jobs run in the background, in portions.",
    )
    performance_coaching_days = fields.Integer(
        string="Missing talks escalate after (days)",
        default=7,
        help="Then the manager above is told about coaching talks that did not take place.",
    )
    performance_revision_hr = fields.Boolean(
        string="HR approves goal revisions too",
        help="A revision of signed goals then needs the manager and an HR officer.",
    )

    performance_guide_block = fields.Boolean(
        string="Managers must know the guides",
        help="Managers acknowledge the current guides before they can submit an evaluation.",
    )

    def _get_performance_today(self):
        """Today where the company works: the last day of a term ends at its midnight."""
        self.ensure_one()
        zone = self.sudo().resource_calendar_id.tz or "UTC"  # as in the deadline itself
        return fields.Date.context_today(self.with_context(tz=zone))

    def _get_performance_calendar(self):
        """Return the calendar by which working days are counted, readable whoever asks.

        :raises UserError: the company has none
        """
        self.ensure_one()
        # Public holidays decide, whatever calendar entries the asker may read.
        calendar_sudo = self.sudo().resource_calendar_id
        if not calendar_sudo:
            raise UserError(
                self.env._(
                    "%s has no working calendar, so working days cannot be counted. Please set one"
                    " in the company's settings.",
                    self.name,
                )
            )
        return calendar_sudo

    def _get_performance_deadline(self, event, days):
        """Return the last day of a term of N working days (Formulas, section 7).

        :param datetime event: naive UTC; its day in the calendar's time zone is day 0
        :param int days: working days by the company's calendar and its public holidays
        :raises UserError: the company has no working calendar, or one without working days
        """
        self.ensure_one()
        calendar = self._get_performance_calendar()
        zone = pytz.timezone(calendar.tz or "UTC")
        event_day = pytz.utc.localize(event).astimezone(zone).date()
        until = event_day + timedelta(days=days * 3 + _HORIZON)
        working = calendar._get_performance_working_days(self, event_day, until, zone)
        deadline = working_day_deadline(event_day, days, working)
        if not deadline:
            raise UserError(
                self.env._(
                    "The working calendar %(calendar)s has fewer than %(days)s working days"
                    " before %(until)s.",
                    calendar=calendar.name,
                    days=days,
                    until=until,
                )
            )
        return deadline
