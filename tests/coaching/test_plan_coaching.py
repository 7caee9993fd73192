from datetime import date

from odoo.exceptions import UserError
from odoo.tests import tagged

from odoo.addons.mail.tests.common import MailCase

from .common import CoachingCase


@tagged("post_install", "-at_install")
class TestPlanCoaching(MailCase, CoachingCase):
    """“Plan my quarter”: the talks of a cycle as real meetings."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company.resource_calendar_id.tz = "Asia/Shanghai"
        for person in cls.manager, cls.employee, cls.colleague:
            person.user_id.tz = person.tz = "Asia/Shanghai"
        cls.env["resource.calendar.leaves"].create(
            {
                "name": "Festival",
                "company_id": cls.company.id,
                "date_from": "2024-09-16 16:00:00",
                "date_to": "2024-09-17 15:59:59",
            }
        )

    def plan(self, by=None, **values):
        wizards = self.as_user(self.env["hr.performance.plan.coaching.wizard"], by or self.manager)
        wizard = wizards.create({"weekday": "1", "position": "middle", "hour": 10, **values})
        wizard.action_preview()
        return wizard

    def proposed(self, wizard, employee):
        return wizard.line_ids.filtered(lambda one: one.employee_id == employee).mapped("start")

    def talks(self):
        return self.env["hr.performance.coaching"].search([("leader_id", "=", self.manager.id)])

    def test_days_and_time(self):
        """C1: the chosen weekday at the chosen time of the manager's zone; one after the other."""
        self.sign_goals(self.employee, self.colleague)
        wizard = self.plan()
        starts = sorted(map(str, wizard.line_ids.mapped("start")))
        self.assertEqual(
            starts,
            [
                "2024-07-16 02:00:00",
                "2024-07-16 02:30:00",
                "2024-08-13 02:00:00",
                "2024-08-13 02:30:00",
                "2024-09-10 02:00:00",
                "2024-09-10 02:30:00",
            ],
        )

    def test_holidays_and_leaves_are_skipped(self):
        """C1: public holidays and leaves of either move the talk to the next working day."""
        self.sign_goals(self.employee, self.colleague)
        leaves = self.env["resource.calendar.leaves"]
        for person, day in ((self.employee, "2024-08-13"), (self.manager, "2024-07-16")):
            leaves.create(
                {
                    "name": "Private matter",
                    "resource_id": person.resource_id.id,
                    "calendar_id": person.resource_calendar_id.id,
                    "company_id": self.company.id,
                    "date_from": f"{day} 00:00:00",
                    "date_to": f"{day} 12:00:00",
                }
            )
        wizard = self.plan()
        self.assertEqual(
            [str(start.date()) for start in self.proposed(wizard, self.employee)],
            ["2024-07-17", "2024-08-14", "2024-09-10"],
        )
        self.assertEqual(
            [str(start.date()) for start in self.proposed(wizard, self.colleague)],
            ["2024-07-17", "2024-08-13", "2024-09-10"],
        )
        self.assertNotIn("Private", str(wizard.line_ids.mapped("remark")))
        festival = self.plan(position="last", weekday="1", per_day=1)
        self.assertNotIn(
            date(2024, 9, 17), [start.date() for start in festival.line_ids.mapped("start")]
        )

    def test_meetings_are_real_and_not_doubled(self):
        """C1: calendar events with both, planned records; a second run adds nothing."""
        self.sign_goals(self.employee, self.colleague)
        self.plan().action_apply()
        talks = self.talks()
        self.assertEqual(len(talks), 6)
        event = talks.filtered(lambda one: one.employee_id == self.employee)[0].calendar_event_id
        self.assertEqual(
            event.partner_ids,
            self.manager.user_id.partner_id | self.employee.user_id.partner_id,
        )
        self.assertEqual(event.privacy, "private")
        again = self.plan()
        self.assertFalse(again.line_ids.filtered("included"))
        with self.assertRaisesRegex(UserError, "nothing to plan"):
            again.action_apply()
        self.assertEqual(len(self.talks()), 6)

    def test_invitations(self):
        """C1: an e-mail for each meeting, or none where the calendar is enough."""
        self.sign_goals(self.employee)
        for invite, number in ((False, 0), (True, 3)):
            with self.mock_mail_gateway():
                self.plan(invite=invite).action_apply()
                self.env.flush_all()
                self.assertEqual(len(self._new_mails), number)
            planned = self.talks().filtered(lambda one: one.state == "planned")
            self.as_user(planned, self.manager).action_cancel("Another day")

    def test_two_dialogs_do_not_double(self):
        """C1: a plan that was proposed before another one was booked adds nothing either."""
        self.sign_goals(self.employee)
        first, second = self.plan(), self.plan(hour=14)
        first.action_apply()
        with self.assertRaises(UserError):
            second.action_apply()
        self.assertEqual(len(self.talks()), 3)

    def test_stand_up_is_one_meeting(self):
        """C1: the weekly stand-up, switched on in the template, is one meeting for the team."""
        self.template.cadence_ids = [(0, 0, {"kind": "stand_up", "every": "weekly"})]
        self.sign_goals(self.employee, self.colleague)
        self.plan(kind="stand_up", weekday="0", hour=9, position="first").action_apply()
        talks = self.talks()
        self.assertEqual(len(talks), 26)
        self.assertEqual(len(talks.calendar_event_id), 13)

    def test_stand_up_that_is_not_expected(self):
        """C1: without such a cadence, the sentence says what to do."""
        self.sign_goals(self.employee)
        with self.assertRaisesRegex(UserError, "no such cadence"):
            self.plan(kind="stand_up")

    def test_manager_of_nobody(self):
        """C1: who leads nobody in a running cycle learns so; another's reports are not planned."""
        self.sign_goals(self.employee)
        for person in (self.employee, self.officer, self.boss):
            with self.assertRaisesRegex(UserError, "manager of nobody"):
                self.plan(by=person)
        with self.assertRaisesRegex(UserError, "manager of nobody"):
            self.plan(by=self.boss, cycle_id=self.cycle.id)

    def test_when_it_is_too_late(self):
        """C1: a cycle that is over, or evaluated, says so; it does not deny the reports."""
        self.sign_goals(self.employee)
        with self.at("2024-10-02"), self.assertRaisesRegex(UserError, "Q3 2024: .* 2024-09-30"):
            self.plan()
        with self.at("2024-10-02"), self.assertRaisesRegex(UserError, "That time is over"):
            self.plan(cycle_id=self.cycle.id)
        self.template.cadence_ids = [(0, 0, {"kind": "stand_up", "every": "weekly"})]
        with self.at("2024-09-30"), self.assertRaisesRegex(UserError, "expects no more talks"):
            self.plan(kind="stand_up").action_apply()

    def test_in_the_middle_of_the_quarter(self):
        """C1: only days to come are proposed, on the chosen weekday of what is left of a month."""
        self.sign_goals(self.employee)
        with self.at("2024-08-20"):
            days = [str(start.date()) for start in self.proposed(self.plan(), self.employee)]
        self.assertEqual(days, ["2024-08-27", "2024-09-10"])

    def test_own_meetings_are_kept_free(self):
        """C1: a time at which the manager is busy already is not proposed."""
        self.sign_goals(self.employee)
        self.as_user(self.env["calendar.event"], self.manager).create(
            {"name": "Board", "start": "2024-07-16 01:00:00", "stop": "2024-07-16 02:30:00"}
        )
        self.assertEqual(str(self.proposed(self.plan(), self.employee)[0]), "2024-07-16 02:30:00")

    def test_moved_meeting_moves_the_talk(self):
        """C1: the planned day follows the calendar; cancelling takes the meeting out of it."""
        self.sign_goals(self.employee)
        self.plan().action_apply()
        talk = self.talks()[-1]
        event = self.as_user(talk.calendar_event_id, self.manager)
        event.write({"start": "2024-07-18 02:00:00", "stop": "2024-07-18 02:30:00"})
        self.assertEqual(str(talk.date), "2024-07-18")
        self.as_user(talk, self.manager).action_cancel("Both are travelling")
        self.assertFalse(talk.calendar_event_id.active)

    def test_queries_do_not_grow(self):
        """G8: proposing the days costs the same for 4 reports and for 8."""
        reports = [self.person(f"p{index}", parent_id=self.manager.id) for index in range(8)]
        costs = []
        for some in (reports[:4], reports[4:]):
            self.sign_goals(*some)
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            wizard = self.plan(per_day=8)
            self.env.flush_all()
            costs.append(self.env.cr.sql_log_count - before)
        self.assertEqual(len(wizard.line_ids), 24)
        self.assertLessEqual(costs[1], costs[0] + 2)

    def test_booking_many(self):
        """G8: meetings of 8 reports cost no more queries than those of 4, besides their mails."""
        reports = [self.person(f"b{index}", parent_id=self.manager.id) for index in range(12)]
        costs = []
        for some in (reports[:4], reports[4:]):
            self.sign_goals(*some)
            wizard = self.plan(per_day=8, invite=False)
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            wizard.action_apply()
            self.env.flush_all()
            costs.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual(costs[1], costs[0])
