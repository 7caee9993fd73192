from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Command


class StrategyMeeting(models.Model):
    """A meeting in which leaders turn the strategy into goals (requirement P1).

    Read by those who take part, department managers and HR; everybody else reads its outcome: the
    themes, and the goals of company and departments.
    """

    _name = "hr.performance.strategy.meeting"
    _description = "Strategy meeting"
    _inherit = [
        "hr.performance.link.mixin",
        "hr.performance.strategy.mixin",
        "hr.performance.computed.mixin",
        "hr.mixin",
        "mail.thread",
        "mail.activity.mixin",
    ]
    _order = "start desc, id desc"
    _check_company_auto = True
    _checked_links = {"calendar_event_id": "write"}  # the event follows the meeting

    name = fields.Char(string="Subject", required=True)
    cycle_id = fields.Many2one(
        "hr.performance.cycle", required=True, index=True, check_company=True, ondelete="restrict"
    )
    company_id = fields.Many2one(
        "res.company", related="cycle_id.company_id", store=True, index=True, precompute=True
    )
    start = fields.Datetime(required=True, default=fields.Datetime.now)
    duration = fields.Float(string="Duration (hours)", default=2.0, required=True, digits=(16, 2))
    facilitator_id = fields.Many2one(
        "hr.employee",
        check_company=True,
        index="btree_not_null",
        ondelete="restrict",
        default=lambda self: self.env.user.employee_id.id,
    )
    participant_ids = fields.Many2many("hr.employee", string="Participants", check_company=True)
    agenda = fields.Html(help="What is to be decided, and on what material.")
    minutes = fields.Html(help="What was decided and why. Not for everybody: see the goals.")
    goal_ids = fields.One2many(
        "hr.performance.goal",
        "strategy_meeting_id",
        string="Goals that came out of it",
        domain=[("level", "!=", "employee")],
    )
    goal_count = fields.Integer(compute="_compute_goal_count")
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

    def _compute_goal_count(self):
        counts = dict(
            self.env["hr.performance.goal"]._read_group(
                [("strategy_meeting_id", "in", self.ids)], ["strategy_meeting_id"], ["__count"]
            )
        )
        for meeting in self:
            meeting.goal_count = counts.get(meeting, 0)

    @api.depends("calendar_event_id.active")
    def _compute_is_planned(self):
        for meeting in self:
            # Only whether there is one: the event itself is private to who takes part.
            meeting.is_planned = meeting.calendar_event_id.sudo().active

    @api.constrains("duration", "start", "cycle_id")
    def _check_start(self):
        for meeting in self:
            if meeting.start.date() > meeting.cycle_id.date_end:
                raise ValidationError(
                    self.env._(
                        "%(meeting)s: the meeting decides about the goals of %(cycle)s, so it must"
                        " take place before the cycle ends (%(end)s).",
                        meeting=meeting.name,
                        cycle=meeting.cycle_id.name,
                        end=meeting.cycle_id.date_end,
                    )
                )

    # The calendar

    def write(self, vals):
        result = super().write(vals)
        if "cycle_id" in vals:
            self.check_access("write")  # nor may it be moved into a company led by others
        if {"name", "start", "duration", "participant_ids", "facilitator_id"} & vals.keys():
            self._update_event()
        return result

    def action_plan(self):
        """Put the meeting into the calendars of those who take part."""
        self.check_access("write")
        for meeting in self.filtered(lambda one: not one.is_planned):
            event = self.env["calendar.event"].create(
                {**meeting._prepare_event(), "user_id": self.env.uid}
            )
            meeting.calendar_event_id = event

    def _update_event(self):
        for meeting in self.filtered("is_planned"):
            # Whoever may move the meeting moves its event, also one that HR has entered.
            meeting.calendar_event_id.sudo().write(meeting._prepare_event())

    def _prepare_event(self):
        self.ensure_one()
        # The address of somebody's user or contact, which is what an invitation needs.
        people_sudo = (self.participant_ids | self.facilitator_id).sudo()
        partners = self.env["res.partner"]
        for employee in people_sudo:
            partners |= employee.user_id.partner_id or employee.work_contact_id
        return {
            "name": self.name,
            "start": self.start,
            "stop": self.start + timedelta(hours=self.duration),
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
        return self.start + timedelta(hours=self.duration)
