from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command


class MeetingMixin(models.AbstractModel):
    """A meeting with an event in the calendars of those who take part, moved from either side.

    The event is private and carries no content. An heir tells in ``_get_meeting_people`` who takes
    part, in ``_get_meeting_name`` what stands in the calendar, and in ``_event_fields`` what else
    changes the event.
    """

    _name = "hr.performance.meeting.mixin"
    _description = "Meeting in the calendar"
    _inherit = ["hr.performance.link.mixin"]
    _checked_links = {"calendar_event_id": "write"}  # the event follows the meeting

    _event_fields = frozenset({"start", "duration"})

    start = fields.Datetime()
    duration = fields.Float(string="Duration (hours)", default=1.0, required=True, digits=(16, 2))
    calendar_event_id = fields.Many2one(
        "calendar.event",
        string="In the calendar",
        index="btree_not_null",
        ondelete="set null",
        readonly=True,
        copy=False,
    )
    is_planned = fields.Boolean(string="In the calendars", compute="_compute_is_planned")

    _duration_range = models.Constraint(
        "CHECK(duration > 0 AND duration <= 24)", "A meeting lasts between 0 and 24 hours."
    )

    @api.depends("calendar_event_id.active")
    def _compute_is_planned(self):
        for meeting in self:
            # Only whether there is one: the event itself is private to who takes part.
            meeting.is_planned = meeting.calendar_event_id.sudo().active

    def _get_meeting_people(self):
        """Return the employees who take part."""
        raise NotImplementedError

    def _get_meeting_name(self):
        """Return what stands in the calendar."""
        return self.display_name

    def write(self, vals):
        result = super().write(vals)
        if self._event_fields & vals.keys():
            self._update_event()
        return result

    def action_plan(self):
        """Put the meeting into the calendars of those who take part."""
        self.check_access("write")
        for meeting in self.filtered(lambda one: not one.is_planned):
            if not meeting.start:
                raise UserError(
                    self.env._(
                        "%s: please choose the day and time of the meeting first.",
                        meeting.display_name,
                    )
                )
            event = self.env["calendar.event"].create(
                {**meeting._prepare_event(), "user_id": self.env.uid}
            )
            meeting.calendar_event_id = event

    def _update_event(self):
        for meeting in self.filtered(lambda one: one.is_planned and one.start):
            # Whoever may move the meeting moves its event, also one that HR has entered.
            meeting.calendar_event_id.sudo().write(meeting._prepare_event())

    def _prepare_event(self):
        self.ensure_one()
        # The address of somebody's user or contact, which is what an invitation needs.
        people_sudo = self._get_meeting_people().sudo()
        partners = self.env["res.partner"]
        for employee in people_sudo:
            partners |= employee.user_id.partner_id or employee.work_contact_id
        return {
            "name": self._get_meeting_name(),
            "start": self.start,
            "stop": self._get_stop(),
            "partner_ids": [Command.set(partners.ids)],
            "privacy": "private",
        }

    def _follow_event(self):
        """The event was moved in the calendar: the meeting moves with it."""
        for meeting in self:
            event = meeting.calendar_event_id
            start, stop = event.start, event.stop
            if event.active and (start, stop) != (meeting.start, meeting._get_stop()):
                hours = (stop - start).total_seconds() / 3600
                meeting.write({"start": start, "duration": hours})

    def _get_stop(self):
        return self.start and self.start + timedelta(hours=self.duration)
