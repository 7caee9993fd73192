"""Attacks on talks, actions, risks and feedback: through links, defaults, moves and meetings."""

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .coaching.common import CoachingCase

SECRET = "Conflict about the offer to Kranich"


@tagged("post_install", "-at_install")
class TestAttacksCoaching(CoachingCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.other_manager = cls.person("other_manager", parent_id=cls.boss.id)
        cls.other_report = cls.person("other_report", parent_id=cls.other_manager.id)

    def setUp(self):
        super().setUp()
        self.mine = self.plan_talk(point_ids=[(0, 0, {"problem": "Mine"})])
        self.theirs = self.plan_talk(
            self.other_report,
            self.other_manager,
            point_ids=[(0, 0, {"problem": SECRET, "classification": "resource"})],
        )

    def as_attacker(self, model, person=None):
        return self.as_user(self.env[model], person or self.manager)

    def assertRefused(self, action, *secrets, error=AccessError):
        with self.assertRaises(error) as refused:
            action()
        for secret in secrets:
            self.assertNotIn(secret, str(refused.exception))

    def secret_goal(self):
        """A goal that neither the manager nor the employee reads."""
        return self.add_goal(self.launch(self.cycle, self.other_report))

    # Meetings

    def test_link_to_a_foreign_meeting(self):
        """C1, C2: nobody cancels, moves or ends somebody else's private meeting by a talk."""
        event = self.as_attacker("calendar.event", self.boss).create(
            {
                "name": "Board",
                "start": "2024-07-10 08:00:00",
                "stop": "2024-07-10 09:00:00",
                "privacy": "private",
            }
        )
        talk = self.as_user(self.mine, self.manager)
        self.assertRefused(lambda: talk.write({"calendar_event_id": event.id}))
        self.assertRefused(lambda: self.plan_talk(calendar_event_id=event.id))
        talks = self.as_attacker("hr.performance.coaching")
        vals = {"employee_id": self.employee.id, "leader_id": self.manager.id}
        planning = talks.with_context(default_calendar_event_id=event.id)
        self.assertRefused(lambda: planning.create(vals))
        self.assertTrue(event.active)

    # Actions and problems

    def give_action(self, **values):
        return self.as_attacker("hr.performance.action").create(
            {
                "name": "Help",
                "point_id": self.mine.point_ids.id,
                "owner_id": self.manager.id,
                "due": "2024-07-20",
                **values,
            }
        )

    def test_action_moved_to_a_foreign_problem(self):
        """C3: an action does not fetch the text of a problem that its author may not read."""
        action = self.give_action()
        action.problem = ""
        point = action.point_id
        foreign = self.theirs.point_ids
        forged = {"point_id": foreign.id}
        self.assertRefused(lambda: action.write(forged), SECRET, error=UserError)
        with self.assertRaisesRegex(UserError, "stays with its problem"):
            action.point_id = point.copy({"problem": "Another"})
        self.assertEqual(action.point_id, point)
        self.assertNotEqual(action.problem, SECRET)

    def test_action_tells_nothing_of_a_foreign_problem(self):
        """C3: a refusal does not tell how a foreign problem is classified."""
        foreign = self.theirs.point_ids
        for kind in ("course", "coordination"):
            self.assertRefused(lambda kind=kind: self.give_action(point_id=foreign.id, kind=kind))
        with self.assertRaises(AccessError):
            self.as_attacker("hr.performance.action").with_context(
                default_point_id=foreign.id
            ).create({"name": "x", "owner_id": self.manager.id, "due": "2024-07-20"})

    def test_action_owner_elsewhere(self):
        """C3: the text of a problem is not sent to another company."""
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        foreign = self.person("foreign", company=elsewhere)
        self.assertRefused(lambda: self.give_action(owner_id=foreign.id), error=ValidationError)

    def test_nothing_is_slipped_into_a_foreign_talk(self):
        """C2: no problem, no goal and no talk is moved to a person of another line."""
        point = self.as_user(self.mine.point_ids, self.manager)
        self.assertRefused(lambda: point.write({"coaching_id": self.theirs.id}))
        talk = self.as_user(self.mine, self.manager)
        forged = {"employee_id": self.other_report.id, "leader_id": self.other_manager.id}
        self.assertRefused(lambda: talk.write(forged))

    def test_foreign_goal_in_a_talk(self):
        """C2: a talk does not copy name, weight or achievement of a goal of somebody else."""
        goal = self.secret_goal()
        lines = self.as_attacker("hr.performance.coaching.line")
        self.assertRefused(
            lambda: lines.create({"coaching_id": self.mine.id, "goal_id": goal.id}), goal.name
        )
        talk = self.as_user(self.mine, self.manager)
        self.assertRefused(
            lambda: talk.write({"line_ids": [(0, 0, {"goal_id": goal.id})]}), goal.name
        )
        lines = self.as_attacker("hr.performance.coaching.line", self.boss)
        with self.assertRaisesRegex(ValidationError, "not a goal of Employee"):
            lines.create({"coaching_id": self.mine.id, "goal_id": goal.id})

    # Names in refusals and in links

    def test_refusals_do_not_name_foreign_goals(self):
        """G1: risks, confidence, feedback and measurements say nothing of a foreign goal."""
        goal = self.secret_goal()
        dimension = self.env["hr.performance.dimension"].search([], limit=1)
        forged = {
            "hr.performance.risk": {"goal_id": goal.id},
            "hr.performance.goal.confidence": {"goal_id": goal.id, "confidence": 5},
            "hr.performance.feedback": {
                "goal_id": goal.id,
                "dimension_id": dimension.id,
                "receiver_id": self.manager.id,
            },
            "hr.performance.measurement": {
                "goal_id": goal.id,
                "employee_id": self.colleague.id,
                "value": 1,
                "source": "x",
            },
        }
        for model, vals in forged.items():
            records = self.as_attacker(model, self.employee)
            self.assertRefused(lambda r=records, v=vals: r.create(v), goal.name, error=UserError)
            plain = {key: value for key, value in vals.items() if key != "goal_id"}
            records = records.with_context(default_goal_id=goal.id)
            if model != "hr.performance.goal.confidence":
                self.assertRefused(
                    lambda r=records, v=plain: r.create(v), goal.name, error=UserError
                )

    def test_dialog_about_a_foreign_talk(self):
        """C2: a dialog does not show with whom and when a foreign talk takes place."""
        wizards = self.as_attacker("hr.performance.acknowledge.wizard", self.stranger)
        self.assertRefused(lambda: wizards.create({"coaching_id": self.theirs.id}), "Other_report")
        opened = wizards.with_context(default_coaching_id=self.theirs.id)
        self.assertRefused(lambda: opened.create({}), "Other_report")

    # Feedback

    def test_who_asks_does_not_choose_readers(self):
        """C6: neither values nor defaults of who asks decide who reads the answer."""
        dimension = self.env["hr.performance.dimension"].search([], limit=1)
        vals = {
            "receiver_id": self.employee.id,
            "dimension_id": dimension.id,
            "question": "Was it clear?",
        }
        asking = self.as_attacker("hr.performance.feedback", self.employee).with_context(
            default_visibility="manager", default_giver_id=self.colleague.id
        )
        for values in (vals, {**vals, "visibility": "manager"}):
            self.assertEqual(asking.create(values).visibility, "person")

    def test_feedback_in_somebody_elses_name(self):
        """C6: a draft is not turned into the words, or the question, of somebody else."""
        dimension = self.env["hr.performance.dimension"].search([], limit=1)
        drafts = self.as_attacker("hr.performance.feedback", self.employee)
        given = drafts.create(
            {"receiver_id": self.colleague.id, "dimension_id": dimension.id, "text": "Thanks"}
        )
        asked = drafts.with_context(ask_feedback=True).create(
            {"giver_id": self.colleague.id, "dimension_id": dimension.id, "question": "Why?"}
        )
        self.assertRefused(lambda: given.write({"giver_id": self.stranger.id}))
        self.assertRefused(
            lambda: given.write({"giver_id": self.colleague.id, "receiver_id": self.employee.id})
        )
        self.assertRefused(lambda: asked.write({"receiver_id": self.stranger.id}))
