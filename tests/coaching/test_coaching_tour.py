from datetime import timedelta

from odoo.tests import tagged

from ..common import PerformanceHttpCase


@tagged("post_install", "-at_install")
class TestCoachingTour(PerformanceHttpCase):
    """Coaching in the browser: each step by the one who takes it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.cycle = cls.create_cycle()
        cls.company.resource_calendar_id.tz = "UTC"
        for person in (cls.manager, cls.employee):
            person.user_id.tz = person.tz = "UTC"

    def setUp(self):
        super().setUp()
        self.evaluation = self.launch(self.cycle, self.employee)
        goal = self.add_goal(self.evaluation)
        self.agree(self.evaluation)
        self.measure(goal, 10)
        self.talks = self.as_user(self.env["hr.performance.coaching"], self.manager)

    def plan_talk(self, day, **values):
        return self.talks.create(
            {
                "employee_id": self.employee.id,
                "leader_id": self.manager.id,
                "date": day,
                **values,
            }
        )

    def test_one_on_one(self):
        """C2, C3: the manager holds a 1:1 that opens with last time's problem; the employee
        acknowledges it."""
        earlier = self.plan_talk(
            self.today - timedelta(days=20),
            point_ids=[(0, 0, {"problem": "Approval takes a week", "classification": "resource"})],
        )
        earlier.action_hold()
        self.as_user(earlier, self.employee).action_acknowledge()
        talk = self.plan_talk(self.today)
        self.start_tour(
            "/odoo/team-coaching", "coaching_one_on_one", login=self.manager.user_id.login
        )
        self.assertEqual((talk.state, talk.wins), ("held", "Two new key accounts"))
        self.assertEqual(talk.point_ids.problem, "Reports take two days")
        self.assertEqual(earlier.point_ids.state, "done")
        self.start_tour(
            "/odoo/my-coaching", "coaching_acknowledge", login=self.employee.user_id.login
        )
        self.assertEqual((talk.state, talk.employee_comment), ("acknowledged", "Agreed"))

    def test_stand_up(self):
        """C1: a stand-up is finished with three fields: kind, person, what was said."""
        self.start_tour(
            "/odoo/team-coaching", "coaching_stand_up", login=self.manager.user_id.login
        )
        talk = self.talks.search([("kind", "=", "stand_up")])
        self.assertEqual((talk.state, talk.wins), ("held", "The offer is out"))

    def test_plan_my_quarter(self):
        """C1: the manager books the talks of the cycle in one dialog."""
        self.start_tour("/odoo/team-coaching", "coaching_plan", login=self.manager.user_id.login)
        talks = self.talks.search([("state", "=", "planned")])
        self.assertTrue(talks)
        self.assertEqual(len(talks.calendar_event_id), len(talks))

    def test_problem_to_action(self):
        """C3: from a problem to somebody of another department, who answers and is done."""
        talk = self.plan_talk(
            self.today,
            point_ids=[
                (
                    0,
                    0,
                    {
                        "problem": "Approval takes a week",
                        "classification": "resource",
                        "solution": "Shorten the approval",
                        "due": self.today + timedelta(days=10),
                    },
                )
            ],
        )
        talk.action_hold()
        self.start_tour(
            "/odoo/performance-problems",
            "coaching_give_action",
            login=self.manager.user_id.login,
        )
        action = talk.point_ids.action_ids
        self.assertEqual((action.kind, action.owner_id), ("coordination", self.stranger))
        self.start_tour(
            "/odoo/my-actions", "coaching_answer_action", login=self.stranger.user_id.login
        )
        self.assertEqual((action.state, action.answer), ("done", "We drop the second signature"))
        self.assertIn(self.manager.user_id, action.activity_ids.user_id)
