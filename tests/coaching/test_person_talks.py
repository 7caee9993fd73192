from odoo.tests import tagged

from ..core.person_common import PersonCase


@tagged("post_install", "-at_install")
class TestPersonTalks(PersonCase):
    """G7, C2: somebody without a user reads and acknowledges the records of talks."""

    def setUp(self):
        super().setUp()
        self.sign_goals()
        talks = self.as_user(self.env["hr.performance.coaching"], self.manager)
        self.talk = talks.create(
            {
                "employee_id": self.worker.id,
                "leader_id": self.manager.id,
                "date": "2024-07-01",
                "wins": "No scrap on Tuesday",
            }
        )
        self.path = f"/{self.file.id}/talks"

    def test_acknowledge(self):
        """C2, G7: only what was held is shown; acknowledged by the person with a comment."""
        self.assertNotIn("My talks", self.page().text)
        self.assertNotIn("No scrap", self.page(self.path).text, "not held yet")
        self.talk.action_hold()
        self.assertIn("My talks", self.page().text)
        self.assertIn("No scrap on Tuesday", self.page(self.path).text)
        record = f"coaching_{self.talk.id}"
        done = self.post(self.path, record=record, comment="The new mould helps")
        self.assertIn("The new mould helps", done.text)
        self.assertEqual(self.talk.state, "acknowledged")
        self.assertEqual(self.talk.employee_comment, "The new mould helps")
        self.assertEqual(self.uses()[-1], "acknowledged")

    def test_only_the_own(self):
        """C2, G7: nobody acknowledges somebody else's talk by a link."""
        self.talk.action_hold()
        other = self.launch(self.cycle, self.colleague)
        talks = self.as_user(self.env["hr.performance.coaching"], self.manager)
        foreign = talks.create(
            {"employee_id": self.colleague.id, "leader_id": self.manager.id, "date": "2024-07-01"}
        )
        foreign.action_hold()
        for path in (self.path, f"/{other.id}/talks"):
            self.post(path, record=f"coaching_{foreign.id}", comment="Planted")
        self.post(self.path, record="nonsense")
        self.assertEqual((foreign.state, self.talk.state), ("held", "held"))
        long = self.post(self.path, record=f"coaching_{self.talk.id}", comment="x" * 10001)
        self.assertIn("longer than", long.text)

    def test_feedback_talk(self):
        """F1, G7: the record of the feedback talk too, with its points."""
        with self.at("2024-10-08"):
            self.start_evaluation(self.cycle)
            for role, person in (("self", self.officer), ("manager", self.manager)):
                self.give_review(self.file, role, person)
            self.release(self.cycle)
            talk = self.as_user(self.file.talk_ids, self.manager)
            points = talk.env["hr.performance.talk.point"]
            points.create(
                {
                    "talk_id": talk.id,
                    "fact": "Three late deliveries",
                    "impact": "Line 3 stood still",
                    "improvement": "Order moulds a week before",
                    "owner_id": self.manager.id,
                    "due": "2024-11-01",
                }
            )
            talk.held_on = "2024-10-08"
            talk.action_hold()
            self.enter()
            self.assertIn("Three late deliveries", self.page(self.path).text)
            self.post(self.path, record=f"talk_{talk.id}")
        self.assertEqual(talk.state, "acknowledged")
        self.assertFalse(talk.sudo().entered_by_id, "by the person, not from paper")
