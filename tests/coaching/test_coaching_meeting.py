from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from .common import CoachingCase


@tagged("post_install", "-at_install")
class TestCoachingMeeting(CoachingCase):
    """Talks and their meetings, from the calendar and from the list of expected talks."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for person in cls.manager, cls.employee:
            person.user_id.tz = person.tz = "Asia/Shanghai"

    def book(self, talk, by=None, **values):
        wizards = self.as_user(
            self.env["hr.performance.book.talk.wizard"], by or self.manager
        ).with_context(tz="Asia/Shanghai")
        wizards.create({"coaching_id": talk.id, **values}).action_apply()
        return talk.calendar_event_id

    def test_single_talk(self):
        """C1: also a single talk is a real meeting: at ten on its day, private, with both."""
        with self.at("2024-07-10"):
            talk = self.plan_talk(date="2024-07-17", participant_ids=[(6, 0, self.boss.ids)])
            event = self.book(talk)
        self.assertEqual(
            (str(event.start), str(event.stop)), ("2024-07-17 02:00:00", "2024-07-17 02:30:00")
        )
        people = self.manager | self.employee | self.boss
        self.assertEqual(event.partner_ids, people.user_id.partner_id)
        self.assertEqual((event.privacy, event.user_id), ("private", self.manager.user_id))
        with self.assertRaisesRegex(UserError, "in the calendar already"):
            self.book(talk)

    def test_both_move_together(self):
        """C1: another day on the record moves the meeting, and the other way round."""
        with self.at("2024-07-10"):
            talk = self.plan_talk(date="2024-07-17")
            event = self.book(talk, start="2024-07-18 06:00:00")
            self.assertEqual(str(talk.date), "2024-07-18")
            self.as_user(talk, self.manager).date = "2024-07-22"
        self.assertEqual(
            (str(event.start), str(event.stop)), ("2024-07-22 06:00:00", "2024-07-22 06:30:00")
        )
        event.write({"start": "2024-07-23 06:00:00", "stop": "2024-07-23 06:30:00"})
        self.assertEqual(str(talk.date), "2024-07-23")

    def test_cancelled_talk_leaves_the_calendar(self):
        """C1: the meeting goes with the last talk that it stands for, not before."""
        with self.at("2024-07-08"):
            talks = self.plan_talk(kind="stand_up") | self.plan_talk(
                self.colleague, kind="stand_up"
            )
            event = self.book(talks[0], start="2024-07-09 01:00:00")
            talks[1].calendar_event_id = event
            talks[0].action_cancel("Employee is ill")
            self.assertTrue(event.active, "the others still meet")
            talks[1].action_cancel("Everybody is ill")
            self.assertFalse(event.active)

    def test_who_books(self):
        """C1: those who lead the person and HR; not the person, colleagues, or after the talk."""
        talk = self.plan_talk(date="2024-07-17")
        for person in (self.employee, self.colleague, self.auditor):
            with self.assertRaises(AccessError):
                self.book(talk, by=person, start="2024-07-18 06:00:00")
        held = self.hold("2024-07-10")
        with self.assertRaisesRegex(UserError, "cannot be changed"):
            self.book(held, start="2024-07-18 06:00:00")
        event = self.book(talk, by=self.officer, start="2024-07-18 06:00:00")
        self.assertEqual(event.partner_ids, (self.manager | self.employee).user_id.partner_id)

    def test_goals_before_it_is_saved(self):
        """C2: choosing the person shows their goals, which a stand-up leaves out."""
        evaluation = self.sign_goals(self.employee)
        talks = self.as_user(self.env["hr.performance.coaching"], self.manager)
        with self.at("2024-07-20"):
            self.assertEqual(talks.new({}).display_name, "New talk")
            form = Form(talks)
            form.employee_id = self.employee
            self.assertEqual(len(form.line_ids), 1)
            form.kind = "stand_up"
            self.assertEqual(len(form.line_ids), 0)
            form.kind = "one_on_one"
            talk = form.save()
        self.assertEqual(talk.line_ids.goal_id, evaluation.goal_ids)

    def test_expected_talk_that_is_planned(self):
        """C1: an expected talk leads to the one that is planned for it, not to a second one."""
        evaluation = self.sign_goals(self.employee)
        with self.at("2024-07-05"):
            talk = self.plan_talk(date="2024-08-20", kind="quarterly_review")
            july, august = self.as_user(self.slots(evaluation)[:2], self.manager)
            self.assertEqual(august.planned_id, talk)
            self.assertEqual(august.action_open_coaching()["res_id"], talk.id)
            self.assertFalse(july.planned_id)
            self.assertNotIn("res_id", july.action_open_coaching())
        # The person does not read what is planned, and is shown nothing of it.
        self.assertFalse(self.as_user(august, self.employee).planned_id)

    def test_stand_up_of_a_team_at_once(self):
        """C1, C2: the talks of one stand-up are closed in one step; one of them moves alone."""
        self.sign_goals(self.employee, self.colleague)
        with self.at("2024-07-08"):
            talks = self.plan_talk(kind="stand_up") | self.plan_talk(
                self.colleague, kind="stand_up"
            )
            event = self.book(talks[0], start="2024-07-09 01:00:00")
            talks[1].calendar_event_id = event
            self.as_user(talks[1], self.manager).date = "2024-07-11"
        self.assertEqual(str(event.start), "2024-07-09 01:00:00")
        with self.at("2024-07-11"):
            self.as_user(talks, self.manager).action_hold()
        self.assertEqual(set(talks.mapped("state")), {"held"})
        self.assertEqual(talks.activity_ids.user_id, (self.employee | self.colleague).user_id)
