from datetime import date

from odoo.tests import tagged

from .appeal_common import AppealCase


@tagged("post_install", "-at_install")
class TestAppealClock(AppealCase):
    """A3: three working days by the company's calendar, visible; reminder and escalation."""

    def setUp(self):
        super().setUp()
        self.calendar = self.company.resource_calendar_id
        self.calendar.tz = "Asia/Shanghai"

    def holiday(self, day):
        """A public holiday of the local day (UTC+8)."""
        self.env["resource.calendar.leaves"].create(
            {
                "name": "Holiday",
                "company_id": self.company.id,
                "date_from": f"{self.days_after(day, -1)} 16:00:00",
                "date_to": f"{day} 15:59:59",
            }
        )

    def watch(self, moment):
        with self.moment(moment):
            self.env.invalidate_all()
            self.env["hr.performance.appeal"]._cron_watch()

    def tasks(self, appeal, kind):
        kind = self.env.ref(f"hr_performance.activity_type_appeal_{kind}")
        return appeal.sudo().activity_ids.filtered(lambda one: one.activity_type_id == kind)

    def test_over_a_holiday(self):
        """A3: filed on Thursday at 18:30, Friday is a public holiday: until Wednesday."""
        self.holiday(date(2024, 10, 11))
        with self.moment("2024-10-10 10:30:00"):
            appeal = self.file()
            self.assertEqual(appeal.due, date(2024, 10, 16))
            self.assertEqual((appeal.days_left, appeal.hours_left, appeal.time_used), (3, 0, 0))

    def test_local_day(self):
        """A3: the day of the company counts, not that of the server."""
        with self.moment("2024-10-09 16:30:00"):  # Thursday, half past midnight there
            self.assertEqual(self.file().due, date(2024, 10, 15))

    def test_half_day(self):
        """A3: a day with a morning only is a working day; the clock knows its hours."""
        friday = self.calendar.attendance_ids.filtered(lambda one: one.dayofweek == "4")
        friday.filtered(lambda one: one.day_period != "morning").unlink()
        with self.moment("2024-10-10 10:30:00"):
            appeal = self.file()
            self.assertEqual(appeal.due, date(2024, 10, 15))
        with self.moment("2024-10-11 02:00:00"):  # 10:00 there
            self.env.invalidate_all()
            self.assertEqual((appeal.days_left, appeal.hours_left), (2, 2))
            self.assertIn("Working days left: 2, and today 02:00 h", appeal.clock)

    def test_visible(self):
        """A3: person, HR and reviewer see the same clock: in time, last day, late."""
        with self.moment("2024-10-10 01:00:00"):
            appeal = self.assign(self.file())
        for moment, level, words in (
            ("2024-10-11 01:00:00", "fine", "Working days left: 2"),
            ("2024-10-14 01:00:00", "soon", "Working days left: 1"),
            ("2024-10-15 01:00:00", "soon", "Last day"),
            ("2024-10-15 15:30:00", "soon", "Last day"),
            ("2024-10-15 16:30:00", "late", "Late: due on 10/15/2024"),
        ):
            for person in (self.employee, self.officer, self.stranger):
                with self.moment(moment):
                    self.env.invalidate_all()
                    seen = self.as_user(appeal, person)
                    self.assertEqual((seen.clock_level, words in seen.clock), (level, True))

    def test_remind_and_escalate_once(self):
        """A3: one reminder with one working day left, one escalation after; not every hour."""
        with self.moment("2024-10-10 01:00:00"):
            appeal = self.assign(self.file())
        self.watch("2024-10-11 01:00:00")
        self.assertFalse(self.tasks(appeal, "due"))
        for hour in ("01", "02"):
            self.watch(f"2024-10-14 {hour}:00:00")
            self.assertEqual(self.tasks(appeal, "due").user_id, self.stranger.user_id)
            self.assertEqual(len(self.tasks(appeal, "due")), 1)
        self.watch("2024-10-15 10:00:00")
        self.assertFalse(self.tasks(appeal, "late"))
        for hour in ("17", "18"):
            self.watch(f"2024-10-15 {hour}:00:00")
            late = self.tasks(appeal, "late")
            self.assertIn(self.admin.user_id, late.user_id)
            self.assertNotIn(self.officer.user_id, late.user_id)
            self.assertEqual(len(late), len(late.user_id), "one for each administrator")

    def test_nobody_assigned(self):
        """A3: without a reviewer the reminder goes to HR."""
        with self.moment("2024-10-10 01:00:00"):
            appeal = self.file()
        self.watch("2024-10-14 01:00:00")
        self.assertIn(self.admin.user_id, self.tasks(appeal, "due").user_id)

    def test_what_was_taken(self):
        """A3: working days taken and lateness are kept; nothing is watched any more."""
        with self.moment("2024-10-10 01:00:00"):
            appeal = self.assign(self.file())
        with self.moment("2024-10-16 01:00:00"):
            self.examine(appeal)
            self.settle(appeal)
        self.assertEqual((appeal.days_taken, appeal.late), (4, True))
        self.assertFalse(appeal.clock)
        self.watch("2024-10-18 01:00:00")
        self.assertFalse(self.tasks(appeal, "late"))

    def test_calendar_lost(self):
        """A3: a company that loses its calendar still sees the day; nothing crashes."""
        with self.moment("2024-10-10 01:00:00"):
            appeal = self.file()
        self.company.resource_calendar_id = False
        with self.moment("2024-10-11 01:00:00"):
            self.env.invalidate_all()
            self.assertIn("10/15/2024", appeal.clock)
