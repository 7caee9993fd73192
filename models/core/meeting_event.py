from odoo import models


class MeetingEvent(models.Model):
    """An event of the calendar that stands for a meeting of the process."""

    _inherit = "calendar.event"

    def write(self, vals):
        """A meeting that is moved in the calendar moves with its event."""
        result = super().write(vals)
        if {"start", "stop", "start_date", "stop_date", "duration"} & vals.keys():
            # Whoever may move the event moves the meeting, without reading it.
            for meetings_sudo in self.sudo()._get_performance_meetings():
                meetings_sudo._follow_event()
        return result

    def _get_performance_meetings(self):
        """Meetings that stand in the calendar by these events, model by model."""
        return []
