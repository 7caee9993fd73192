from datetime import timedelta

import pytz

from odoo import models

from ...rules import cadence


class PipSchedule(models.Model):
    """The weekly check-ins of a plan: on the last working day of each week (requirement R5)."""

    _inherit = "hr.performance.pip"

    def _plan_checkins(self, start):
        """Add the check-ins from ``start`` to the end of the plan.

        A week without any working day expects none; a week that has its check-in keeps it.

        :raises UserError: the company has no working calendar
        """
        vals_list = []
        working_days = self._get_working_days(start)
        for pip in self:
            taken = set(pip.checkin_ids.mapped("date_due"))
            working = working_days[pip.company_id]
            for window in cadence.expected(cadence.Kind.WEEKLY, start, pip.date_end):
                days = [day for day in working if window.start <= day <= window.due]
                if days and max(days) not in taken:
                    vals_list.append(
                        {
                            "pip_id": pip.id,
                            "window_from": window.start,
                            "date_due": max(days),
                        }
                    )
        # Nobody adds check-ins by hand: they follow from the plan.
        checkins = self.env["hr.performance.pip.checkin"].sudo()._with_pass().create(vals_list)
        self.env["hr.performance.pip.checkin.line"].sudo().create(  # come with the check-in
            [
                {"checkin_id": checkin.id, "goal_id": goal.id}
                for checkin in checkins
                for goal in checkin.pip_id.goal_ids
            ]
        )
        checkins._ask_for_next()

    def _get_working_days(self, start):
        """Return {company: its working days from ``start`` to the end of the last plan}."""
        found = {}
        for company, pips in self.grouped("company_id").items():
            calendar = company._get_performance_calendar()
            zone = pytz.timezone(calendar.tz or "UTC")
            end = max(pips.mapped("date_end"))
            found[company] = calendar._get_performance_working_days(company, start, end, zone)
        return found

    def _plan_extension(self, old_end):
        self._plan_checkins(old_end + timedelta(days=1))


class PipCheckinTasks(models.Model):
    """Who is asked to hold check-ins, and who learns of those that were missed (G3)."""

    _inherit = "hr.performance.pip.checkin"

    TASK = "hr_performance.activity_type_pip_checkin"
    MISSED = "hr_performance.activity_type_pip_missed"

    def _ask_for_next(self):
        """One to-do per plan: its next check-in, for whoever leads the person."""
        asked = self.browse()
        for plan in self.pip_id.filtered("manager_id.user_id"):
            open_ones = plan.checkin_ids.filtered(lambda one: one.state == "planned")
            asked |= open_ones.sorted("date_due")[:1]
        asked = (asked & self).filtered(lambda one: not one.activity_ids)
        asked._create_tasks(
            self.TASK,
            [
                {"user_id": one.pip_id.manager_id.user_id.id, "date_deadline": one.date_due}
                for one in asked
            ],
        )

    def _after_hold(self, reason=None):  # pylint: disable=missing-return
        super()._after_hold(reason=reason)
        self.pip_id.checkin_ids.filtered(lambda one: one.state == "planned")._ask_for_next()

    def _cron_follow_up(self):
        """Every night: ask for the next check-in of each running plan, escalate missed ones."""
        running = self.search([("state", "=", "planned"), ("pip_id.state", "=", "active")])
        running._ask_for_next()
        for company, checkins in running.grouped("company_id").items():
            today = company._get_performance_today()
            missed = checkins.filtered(
                lambda one, today=today: one.date_due < today and not one.escalated
            )
            missed._escalate(today)

    def _escalate(self, today):
        above = {
            checkin: checkin.manager_id.parent_id.user_id or checkin.pip_id.approved_by_id
            for checkin in self
        }
        # The person concerned must not be told of their own manager's omission by a to-do.
        told = self.filtered(lambda one: above[one] and above[one] != one.employee_id.user_id)
        told._create_tasks(
            self.MISSED,
            [{"user_id": above[one].id, "date_deadline": today} for one in told],
        )
        self._with_pass().write({"escalated": True})
