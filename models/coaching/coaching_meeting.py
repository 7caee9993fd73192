from datetime import datetime, timedelta

import pytz

from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Command


class CoachingMeeting(models.Model):
    """The meeting of a talk in the calendars of those who take part (requirement C1).

    One meeting may stand for several talks: the stand-up of a team.
    """

    _inherit = "hr.performance.coaching"

    def write(self, vals):
        result = super().write(vals)
        if "date" in vals:
            for talk in self:
                talk._move_meeting()
        return result

    def _get_zone(self):
        return pytz.timezone(self.leader_id.tz or "UTC")

    def _book(self, start):
        """Put a planned talk into the calendars."""
        self.ensure_one()
        self.check_access("write")
        self._check_planned()
        if self.calendar_event_id.sudo().active:  # only whether there is one
            raise UserError(
                self.env._("%s is in the calendar already: move it there.", self.display_name)
            )
        values = self._prepare_meeting(
            self.kind, self.employee_id | self.leader_id | self.participant_ids, start
        )
        stop = start + timedelta(hours=self.duration)
        event = self.env["calendar.event"].create({**values, "stop": stop})
        self.write({"calendar_event_id": event.id})
        self._follow_meeting()

    @api.model
    def _prepare_meeting(self, kind, people, start):
        """Values of a meeting: private, with nothing of what is talked about."""
        # The address of a report's user or contact, which is what an invitation needs.
        people_sudo = people.sudo()
        partners = self.env["res.partner"]
        for employee in people_sudo:
            partners |= employee.user_id.partner_id or employee.work_contact_id
        names = [one.name for one in people_sudo if one.user_id != self.env.user]
        label = dict(self._fields["kind"]._description_selection(self.env))[kind]
        name = self.env._("%(kind)s: %(names)s", kind=label, names=", ".join(names))
        return {
            "name": label if kind == "stand_up" and len(names) > 1 else name,
            "start": start,
            "partner_ids": [Command.set(partners.ids)],
            "privacy": "private",
            "user_id": self.env.uid,
        }

    def _move_meeting(self):
        """Another day: the meeting moves with the talk, at the same time of day.

        The stand-up of a team stays where it is, when one of them talks on another day.
        """
        # Whoever may move the talk moves its meeting, also one that somebody else has booked.
        event_sudo = self.calendar_event_id.sudo()
        if self.state != "planned" or not event_sudo.active or event_sudo.allday:
            return
        zone = self._get_zone()
        local = pytz.utc.localize(event_sudo.start).astimezone(zone)
        if local.date() == self.date or len(event_sudo.performance_coaching_ids) > 1:
            return
        moved = zone.localize(datetime.combine(self.date, local.time()))
        start = moved.astimezone(pytz.utc).replace(tzinfo=None)
        event_sudo.write({"start": start, "stop": start + (event_sudo.stop - event_sudo.start)})

    def _follow_meeting(self):
        """Take over the day of the meeting, in the time zone of whoever leads the talk."""
        for talk in self.filtered(lambda one: one.state == "planned"):
            start = pytz.utc.localize(talk.calendar_event_id.start)
            day = start.astimezone(talk._get_zone()).date()
            if talk.date != day:
                talk.write({"date": day})
