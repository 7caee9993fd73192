from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .pip_common import PipCase


@tagged("post_install", "-at_install")
class TestPipCourse(PipCase):
    """R5: check-ins, extension and end of a plan."""

    def setUp(self):
        super().setUp()
        self.env["resource.calendar.leaves"].create(
            {
                "name": "Festival week",
                "company_id": self.company.id,
                "calendar_id": self.company.resource_calendar_id.id,
                "date_from": "2024-11-10 16:00:00",
                "date_to": "2024-11-17 15:59:59",
            }
        )
        self.pip = self.running(self.evaluation)

    def days(self, state=None):
        checkins = self.pip.checkin_ids
        return [str(one.date_due) for one in checkins if not state or one.state == state]

    def test_weekly_check_ins(self):
        """R5: one a week, on its last working day; none in a week without working days."""
        self.assertEqual(self.days()[:4], ["2024-10-25", "2024-11-01", "2024-11-08", "2024-11-22"])
        self.assertEqual(self.days()[-1], "2024-12-19", "the last week is clipped to the plan")
        self.assertEqual(self.pip.next_checkin, date(2024, 10, 25))
        first = self.pip.checkin_ids[0]
        self.assertEqual(first.line_ids.goal_id, self.pip.goal_ids)
        self.assertEqual(first.activity_ids.user_id, self.manager.user_id)
        self.assertFalse(self.pip.checkin_ids[1].activity_ids, "one to-do at a time")

    def test_holding(self):
        """R5: progress per goal and support given; the course is drawn, the next is asked for."""
        first, second = self.pip.checkin_ids[:2]
        led = self.as_user(first, self.manager)
        with self.assertRaisesRegex(UserError, "Answer customers.*Support given"):
            led.action_hold()
        with self.assertRaisesRegex(UserError, "still to come"):
            self.check_in(first, 24, held_on="2024-11-01")
        with self.at("2024-10-25"):
            self.check_in(first, 24, held_on=False)
            self.check_in(second, None)
        goal = self.pip.goal_ids
        points = [(one["date"], one["value"]) for one in goal.series["points"]]
        self.assertEqual(points, [("2024-10-25", 24)], "what was not measured is no 0")
        self.assertFalse(goal.is_reached)
        self.assertEqual(self.pip.checkin_ids[2].activity_ids.user_id, self.manager.user_id)
        with self.assertRaisesRegex(UserError, "cannot change any more"):
            led.write({"summary": "Otherwise"})

    def test_own_words(self):
        """R5: only the employee writes them, also after the record is closed."""
        first = self.pip.checkin_ids[0]
        for person in (self.manager, self.officer):
            with self.assertRaisesRegex(AccessError, "by the employee alone"):
                self.as_user(first, person).write({"employee_words": "I agree with all"})
        self.as_user(first, self.employee).write({"employee_words": "The system is slow"})
        self.check_in(first, 24)
        self.as_user(first, self.employee).write({"employee_words": "The system was slow"})
        self.assertEqual(first.employee_words, "The system was slow")

    def test_missed_escalates_once(self):
        """R5, G3: the manager above learns of a missed check-in, one night after it was due."""
        first = self.pip.checkin_ids[0]
        checkins = self.env["hr.performance.pip.checkin"]
        with self.at("2024-10-25"):
            checkins._cron_follow_up()
            self.assertFalse(first.escalated)
        with self.at("2024-10-26"):
            checkins._cron_follow_up()
            checkins._cron_follow_up()
        missed = first.activity_ids.filtered(lambda one: one.user_id == self.boss.user_id)
        self.assertEqual(len(missed), 1)
        with self.at("2024-10-28"):
            self.pip.invalidate_recordset(["missed_count"])
            self.assertEqual(self.pip.missed_count, 1)
            self.check_in(first, 24)
        self.assertFalse(first.activity_ids)
        self.assertTrue(first.is_late)

    def test_extension(self):
        """R5: once or more, with reason; the check-ins go on and the old end stays readable."""
        led = self.as_user(self.pip, self.manager)
        count = len(self.pip.checkin_ids)
        with self.assertRaisesRegex(UserError, "extension ends later"):
            led.action_extend("More time", "2024-12-01")
        with self.assertRaisesRegex(UserError, "reason"):
            led.action_extend(" ", "2025-01-05")
        led.action_extend("Three weeks of sick leave", "2025-01-05")
        led.action_extend("The new system came late", "2025-01-19")
        self.assertEqual(str(self.pip.original_end), "2024-12-19")
        ends = [str(one.date_to) for one in self.pip.extension_ids]
        self.assertEqual(ends, ["2025-01-05", "2025-01-19"])
        self.assertEqual(self.days()[count:][-1], "2025-01-17")
        with self.assertRaises(UserError):
            self.pip.extension_ids.write({"reason": "None"})
        with self.assertRaisesRegex(UserError, "up to"):
            self.as_user(self.pip, self.employee).action_extend("Please", "2025-03-01")

    def test_success(self):
        self.check_in(self.pip.checkin_ids[0], 11)
        self.as_user(self.pip, self.manager).action_succeed("Reached in week one")
        self.assertTrue(self.pip.goal_ids.is_reached)
        self.assertEqual(self.pip.state, "succeeded")
        self.assertEqual(set(self.pip.checkin_ids.mapped("state")), {"held", "cancelled"})

    def test_closed_plan(self):
        """R5: a check-in for a closed plan is refused."""
        self.as_user(self.pip, self.officer).action_cancel("The person changes jobs")
        first = self.pip.checkin_ids[0]
        with self.assertRaisesRegex(UserError, "not running any more"):
            self.as_user(first, self.manager).write({"summary": "Late"})
        with self.assertRaisesRegex(UserError, "not running any more"):
            self.as_user(first, self.employee).write({"employee_words": "Late"})
        with self.assertRaisesRegex(UserError, "not possible in the state"):
            self.as_user(first, self.manager).action_hold()
        with self.assertRaisesRegex(UserError, "is closed"):
            self.as_user(self.pip.task_ids, self.manager).write({"result": "Late"})

    def test_legal_guard(self):
        """R5: a termination is recommended on a complete file only; all gaps are named."""
        hr = self.as_user(self.pip, self.officer)
        with self.at("2024-11-04"):
            with self.assertRaisesRegex(
                UserError, "support that was promised(.|\n)*check-ins that were due: 2024-10-25"
            ):
                hr.action_fail("Not reached", "termination_recommended")
            self.as_user(self.pip.task_ids, self.manager).write({"done_on": "2024-10-30"})
            for checkin in self.pip.checkin_ids[:2]:
                self.check_in(checkin, 30)
            with self.assertRaisesRegex(UserError, "what follows"):
                hr.action_fail("Not reached", None)
            with self.assertRaisesRegex(UserError, "up to"):
                self.as_user(self.pip, self.manager).action_fail("No", "termination_recommended")
            hr.action_fail("Not reached in two weeks", "termination_recommended")
        self.assertEqual(self.pip.next_step, "termination_recommended")
        self.assertEqual(self.pip.conclusion, "Not reached in two weeks")

    def test_legal_guard_needs_signed_goals(self):
        """R5: each of the four: signed goals, evidence, support given, check-ins."""
        with self.at("2024-10-25"):
            self.as_user(self.pip.task_ids, self.manager).write({"done_on": "2024-10-22"})
            self.check_in(self.pip.checkin_ids[0], 30)
            self.assertFalse(self.pip._get_termination_gaps())
            agreement = self.evaluation.agreement_id
            agreement.sudo()._with_pass().write({"state": "superseded"})
            self.assertIn("goals signed", self.pip._get_termination_gaps()[0])
            agreement.sudo()._with_pass().write({"state": "signed"})
            self.pip.standard_ids[0].sudo().with_context(
                **self.pip._with_pass().env.context
            ).evidence = False
            self.assertIn("evidence", self.pip._get_termination_gaps()[0])

    def test_legal_guard_needs_the_acknowledgement(self):
        """R5: acknowledged, or the reason why not; a plan that just runs proves nothing."""
        with self.at("2024-10-25"):
            self.as_user(self.pip.task_ids, self.manager).write({"done_on": "2024-10-22"})
            self.check_in(self.pip.checkin_ids[0], 30)
            running_sudo = self.pip.sudo()._with_pass()
            running_sudo.write({"acknowledged_at": False})
            with self.assertRaisesRegex(UserError, "acknowledgement, or why there is none"):
                self.as_user(self.pip, self.officer).action_fail("No", "termination_recommended")
            running_sudo.write({"start_reason": "Refused in front of two witnesses"})
            self.assertFalse(self.pip._get_termination_gaps())

    def test_legal_guard_needs_a_checkin(self):
        """R5: before the first check-in is due nothing is missed, and nothing was followed up."""
        with self.at("2024-10-20"):
            self.as_user(self.pip.task_ids, self.manager).write({"done_on": "2024-10-20"})
            with self.assertRaisesRegex(UserError, "at least one check-in that was held"):
                self.as_user(self.pip, self.officer).action_fail("No", "termination_recommended")
