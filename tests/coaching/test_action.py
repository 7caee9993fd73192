from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .common import CoachingCase


@tagged("post_install", "-at_install")
class TestAction(CoachingCase):
    """From a problem to what is done about it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        finance = cls.env["hr.department"].create({"name": "Finance", "company_id": cls.company.id})
        cls.cfo = cls.person("cfo", parent_id=cls.boss.id, department_id=finance.id)

    def raise_problem(self, classification, **values):
        talk = self.hold(
            "2024-07-31",
            wins="Private praise",
            problem={"problem": "Too slow", "classification": classification, **values},
        )
        return talk.point_ids

    def give(self, point, owner, by=None, **values):
        actions = self.as_user(self.env["hr.performance.action"], by or self.manager)
        return actions.create(
            {
                "name": "Shorten the approval",
                "point_id": point.id,
                "owner_id": owner.id,
                "due": "2024-09-20",
                **values,
            }
        )

    def test_resource_leads_to_coordination(self):
        """C3: the owner in the other department is told, answers, and brings it to its end."""
        point = self.raise_problem("resource", resource_kind="process")
        action = self.give(point, self.cfo)
        self.assertEqual((action.kind, action.problem), ("coordination", "Too slow"))
        self.assertEqual(action.activity_ids.user_id, self.cfo.user_id)
        seen = self.as_user(action, self.cfo)
        seen.action_accept()
        seen.answer = "We drop the second signature"
        seen.result = "Two days instead of a week"
        seen.action_finish()
        self.assertEqual(action.state, "done")
        self.assertNotIn(self.cfo.user_id, action.activity_ids.user_id)
        told = self.as_user(action, self.employee)
        self.assertEqual(told.answer, "We drop the second signature")

    def test_owner_sees_the_action_and_not_the_talk(self):
        """C3: the owner elsewhere reads what they need, nothing of the other person's record."""
        point = self.raise_problem("resource")
        action = self.give(point, self.cfo, problem="Approvals of orders take a week")
        seen = self.as_user(action, self.cfo)
        self.assertEqual(seen.problem, "Approvals of orders take a week")
        told = seen.web_read({"point_id": {"fields": {"display_name": {}}}, "name": {}})
        self.assertNotIn("Too slow", str(told))
        for record in (point, point.coaching_id):
            with self.assertRaises(AccessError):
                self.as_user(record, self.cfo).read(["display_name"])
        actions = self.as_user(self.env["hr.performance.action"], self.cfo)
        for domain in (
            [("point_id.problem", "ilike", "slow")],
            [("point_id.coaching_id.wins", "ilike", "praise")],
        ):
            self.assertFalse(actions.search(domain))
        self.assertNotIn("praise", str(action.message_ids.mapped("body")))

    def test_owner_only_answers(self):
        """C3: the owner cannot rewrite the action, hand it on, or delete it."""
        action = self.as_user(self.give(self.raise_problem("resource"), self.cfo), self.cfo)
        for vals in ({"name": "Nothing"}, {"due": "2030-01-01"}, {"owner_id": self.stranger.id}):
            with self.assertRaises(AccessError):
                action.write(vals)
        with self.assertRaises(AccessError):
            action.unlink()
        with self.assertRaises(AccessError):
            action.write({"state": "done"})
        with self.assertRaises(UserError):
            action.action_cancel("No time")

    def test_the_owner_answers_for_themselves(self):
        """C3: nobody accepts or declines for the owner; the person concerned finishes nothing."""
        action = self.give(self.raise_problem("resource"), self.cfo)
        for person in (self.employee, self.manager, self.boss, self.officer):
            theirs = self.as_user(action, person)
            for step in (theirs.action_accept, lambda one=theirs: one.action_decline("No")):
                with self.assertRaisesRegex(UserError, "is up to"):
                    step()
        with self.assertRaisesRegex(UserError, "is up to"):
            self.as_user(action, self.employee).action_finish()
        self.assertEqual(action.state, "todo")

    def test_decline_with_a_reason(self):
        """C3: whoever gave the action learns why it is declined."""
        action = self.give(self.raise_problem("resource"), self.cfo)
        seen = self.as_user(action, self.cfo)
        with self.assertRaises(UserError):
            seen.action_decline("")
        seen.action_decline("The law asks for it")
        self.assertEqual(action.close_reason, "The law asks for it")
        self.assertEqual(action.activity_ids.user_id, self.manager.user_id)
        with self.assertRaises(UserError):
            self.as_user(action, self.manager).name = "Something else"

    def test_capability_leads_to_training(self):
        """C3: internal sharing, course or mentoring, with the skill and level to reach."""
        kind = self.env["hr.skill.type"].create(
            {
                "name": "Data",
                "skill_ids": [(0, 0, {"name": "Pivot tables"})],
                "skill_level_ids": [
                    (0, 0, {"name": "Basic", "level_progress": 20, "default_level": True}),
                    (0, 0, {"name": "Good", "level_progress": 80}),
                ],
            }
        )
        point = self.raise_problem("capability")
        action = self.give(
            point,
            self.employee,
            kind="course",
            skill_id=kind.skill_ids.id,
            skill_level_id=kind.skill_level_ids[-1].id,
        )
        self.assertEqual(self.give(point, self.employee).kind, "sharing")
        self.as_user(action, self.employee).action_finish()
        self.assertEqual(action.state, "done")

    def test_kind_fits_the_problem(self):
        """C3: no training against a missing budget, no coordination against a missing skill."""
        with self.assertRaisesRegex(ValidationError, "not solved by training"):
            self.give(self.raise_problem("resource"), self.cfo, kind="course")
        with self.assertRaisesRegex(ValidationError, "internal sharing"):
            self.give(self.raise_problem("capability"), self.cfo, kind="coordination")

    def test_who_gives_actions(self):
        """C3: the line and HR give actions; the person, colleagues and owners do not."""
        point = self.raise_problem("resource")
        self.assertTrue(self.give(point, self.cfo, by=self.boss))
        self.assertTrue(self.give(point, self.cfo, by=self.officer))
        for person in (self.employee, self.colleague, self.cfo, self.auditor):
            with self.assertRaises(AccessError):
                self.give(point, self.cfo, by=person)

    def test_strangers_see_no_action(self):
        """C3, G1: neither colleagues nor other companies read an action."""
        action = self.give(self.raise_problem("resource"), self.cfo)
        other = self.env["res.company"].create({"name": "Elsewhere"})
        foreign = self.person("foreign", "hr_performance.group_officer", company=other)
        for person in (self.colleague, self.stranger, foreign):
            self.assertFalse(self.as_user(action, person).has_access("read"))
        for person in (self.employee, self.manager, self.boss, self.officer, self.auditor):
            self.assertTrue(self.as_user(action, person).has_access("read"))

    def test_owner_who_has_left(self):
        """C3: an owner who has left is refused with a sentence."""
        point = self.raise_problem("resource")
        self.cfo.with_context(no_wizard=True).action_archive()
        with self.assertRaisesRegex(ValidationError, "has left"):
            self.give(point, self.cfo)

    def test_owner_of_another_company(self):
        """C3, G1: an owner who could not read the action is refused with a sentence."""
        works = self.env["res.company"].create({"name": "Other Works"})
        foreign = self.person("foreign", company=works)
        action = self.give(self.raise_problem("resource"), self.cfo)
        with self.assertRaisesRegex(ValidationError, "belongs to another company"):
            action.sudo().owner_id = foreign

    def test_due_moves_the_to_do(self):
        """C3, G3: the owner's to-do follows the due date."""
        action = self.give(self.raise_problem("resource"), self.cfo)
        action.due = "2024-09-25"
        self.assertEqual(str(action.activity_ids.date_deadline), "2024-09-25")
