from odoo import fields, models


class CalendarEvent(models.Model):
    _inherit = "calendar.event"

    performance_coaching_ids = fields.One2many(
        "hr.performance.coaching",
        "calendar_event_id",
        string="Coaching records",
        groups="base.group_user",
    )

    def write(self, vals):
        """A meeting that is moved in the calendar moves the planned talk with it."""
        result = super().write(vals)
        if {"start", "start_date"} & vals.keys():
            # Whoever may move the meeting moves the talk, without reading it.
            self.sudo().performance_coaching_ids._follow_meeting()
        return result
