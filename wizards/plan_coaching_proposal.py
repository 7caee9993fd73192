from collections import defaultdict
from datetime import datetime, time, timedelta

import pytz

from odoo import fields, models

from ..rules.meeting_day import by_preference


class PlanCoachingProposal(models.TransientModel):
    """Which day and time the dialog proposes: when both are at work and the manager is free."""

    _inherit = "hr.performance.plan.coaching.wizard"

    def _prepare_lines(self):
        """Return the values of a line per expected talk; a few queries for all of them."""
        windows = self._get_windows()
        people = self.env["hr.employee"].union(*(one.employee_id for one, _window in windows))
        leader = self.env.user.employee_id
        first, last = self._get_span(windows)
        working = (people | leader.sudo(False))._get_performance_working_time(first, last)
        planned = self._get_planned_days(people)
        calendar = {
            "working": working,
            "leader": leader.id,
            "busy": self._get_busy(first, last),
        }
        return [
            self._prepare_line(evaluation, window, planned, calendar)
            for evaluation, window in windows
            if window.due >= fields.Date.context_today(self)
        ]

    def _prepare_line(self, evaluation, window, planned, calendar):
        employee = evaluation.sudo().employee_id  # of an evaluation that the user reads
        vals = {
            "employee_id": employee.id,
            "window_from": window.start,
            "window_to": window.due,
            "included": False,
        }
        if day := next((d for d in planned[employee.id] if window.start <= d <= window.due), None):
            return {**vals, "remark": self.env._("Planned or held already: %s", day)}
        start = self._find_start(employee, window, calendar)
        if not start:
            return {
                **vals,
                "remark": self.env._("No day on which both are at work at this time."),
            }
        utc = start.astimezone(pytz.utc).replace(tzinfo=None)
        return {**vals, "start": utc, "included": True, "remark": self._describe(start)}

    def _describe(self, start):
        if start.weekday() == int(self.weekday):
            return False
        return self.env._("Another day, because both are at work on it.")

    def _find_start(self, employee, window, calendar):
        """Return when the talk can start, None if at no time of the window."""
        now = pytz.utc.localize(fields.Datetime.now()).astimezone(self._get_zone())
        first = max(window.start, now.date() + timedelta(days=1))
        days = [first + timedelta(days=offset) for offset in range((window.due - first).days + 1)]
        for day in by_preference(days, int(self.weekday), self.position):
            # A stand-up is one meeting of the whole team, other talks follow each other.
            for index in range(1 if self.kind == "stand_up" else self.per_day):
                start = self._get_start(day, index)
                if self._is_free(employee, start, calendar):
                    if self.kind != "stand_up":
                        stop = start + timedelta(hours=self.duration)
                        calendar["busy"].append((start, stop))
                    return start
        return None

    def _is_free(self, employee, start, calendar):
        stop = start + timedelta(hours=self.duration)
        if any(begin < stop and start < end for begin, end in calendar["busy"]):
            return False
        return all(
            any(begin <= start and stop <= end for begin, end, _what in calendar["working"][one])
            for one in (employee.id, calendar["leader"])
        )

    def _get_span(self, windows):
        zone = self._get_zone()
        first = min(window.start for _one, window in windows)
        last = max(window.due for _one, window in windows)
        return (
            zone.localize(datetime.combine(first, time.min)),
            zone.localize(datetime.combine(last, time.max)),
        )

    def _get_planned_days(self, people):
        """Return {employee id: days on which a talk that counts is planned or was held}."""
        days = defaultdict(list)
        cadence = self.cycle_id.template_id.cadence_ids.filtered(lambda one: one.kind == self.kind)
        talks = self.env["hr.performance.coaching"].search(
            [
                ("employee_id", "in", people.ids),
                ("kind", "in", cadence._get_counting_kinds()),
                ("state", "!=", "cancelled"),
            ],
            order="date",
        )
        for talk in talks:
            days[talk.employee_id.id].append(talk.held_on or talk.date)
        return days

    def _get_busy(self, first, last):
        """Own meetings in this time, as [(start, stop)]."""
        events = self.env["calendar.event"].search(
            [
                ("partner_ids", "in", self.env.user.partner_id.ids),
                ("show_as", "=", "busy"),
                ("start", "<=", last.astimezone(pytz.utc).replace(tzinfo=None)),
                ("stop", ">=", first.astimezone(pytz.utc).replace(tzinfo=None)),
            ]
        )
        localize = pytz.utc.localize
        return [(localize(event.start), localize(event.stop)) for event in events]
