from odoo import fields, models


class StrategyEvent(models.Model):
    _inherit = "calendar.event"

    performance_meeting_ids = fields.One2many(
        "hr.performance.strategy.meeting",
        "calendar_event_id",
        string="Strategy meetings",
        groups="base.group_user",
    )

    def write(self, vals):
        """A meeting that is moved in the calendar moves with its event."""
        result = super().write(vals)
        if {"start", "stop", "start_date", "stop_date", "duration"} & vals.keys():
            # Whoever may move the event moves the meeting, without reading it.
            self.sudo().performance_meeting_ids._follow_event()
        return result
