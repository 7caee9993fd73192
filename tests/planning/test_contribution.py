from odoo.exceptions import AccessError, ValidationError
from odoo.tests import Form, tagged

from .alignment_common import AlignmentCase

ASKED = "hr_performance.activity_type_contribution"
OWN_WORDS = ("why", "confidence", "confidence_note", "manager_note")


@tagged("post_install", "-at_install")
class TestContribution(AlignmentCase):
    """P2: colleagues from elsewhere who help to reach a goal (sideways)."""

    def setUp(self):
        super().setUp()
        self.mine = self.goal(how="By calling back within a day")
        self.as_user(self.mine, self.employee).write(
            {"why": "A secret of mine", "confidence": 3, "confidence_note": "My boss is no help"}
        )

    def name_contributor(self, person=None, by=None):
        self.as_user(self.mine, by or self.employee).contributor_ids = person or self.stranger
        return self.mine.contribution_ids

    def test_contributors_read_what_they_contribute_to(self):
        """P2: what the goal is, whose, until when, and how far; with what they are asked for."""
        contribution = self.name_contributor()
        self.as_user(contribution, self.employee).task = "Lend us the test bench in August"
        self.measure(self.mine, 80)
        theirs = self.as_user(contribution, self.stranger)
        self.assertEqual(theirs.goal_name, self.mine.name)
        self.assertEqual((theirs.owner_name, theirs.how), (self.employee.name, self.mine.how))
        self.assertEqual((theirs.target, theirs.last_value, theirs.achievement), (100, 80, 80))
        self.assertEqual(theirs.date_due, self.mine.date_due)
        self.assertEqual(theirs.task, "Lend us the test bench in August")
        self.assertTrue(theirs.is_mine)

    def test_the_goal_itself_stays_closed(self):
        """P6, E7: neither the owner's words nor the confidence, by reading, searching, chatter."""
        contribution = self.name_contributor()
        theirs = self.as_user(self.mine, self.stranger)
        for name in ("name", *OWN_WORDS):
            with self.assertRaises(AccessError):
                theirs.read([name])
        for domain in ([("contributor_ids", "in", self.stranger.ids)], [("confidence", "=", 3)]):
            self.assertNotIn(self.mine, self.search_as(self.stranger, domain))
        with self.assertRaises(AccessError):
            theirs.message_post(body=self.stranger.name)
        messages = self.as_user(self.env["mail.message"], self.stranger)
        self.assertFalse(messages.search([("id", "in", self.mine.message_ids.ids)]))
        shown = self.as_user(contribution, self.stranger).read()[0]
        self.assertFalse({*OWN_WORDS} & shown.keys())
        self.assertNotIn("secret", str(shown))

    def test_no_way_from_the_contribution_into_the_goal(self):
        """E7: searching and grouping through the link tells nothing of the goal."""
        self.name_contributor()
        contributions = self.as_user(self.env["hr.performance.goal.contribution"], self.stranger)
        self.assertFalse(contributions.search([("goal_id.confidence", "=", 3)]))
        self.assertFalse(contributions.search([("goal_id.why", "ilike", "secret")]))

    def test_who_reads_and_who_writes(self):
        """P2, G1: both sides and their lines read, whoever writes the goal says what is asked."""
        contribution = self.name_contributor()
        for person in (self.employee, self.manager, self.officer):
            self.as_user(contribution, person).task = person.name
        for person in (self.stranger, self.auditor):
            self.assertTrue(self.as_user(contribution, person).read(["task"]))
            with self.assertRaises(AccessError):
                self.as_user(contribution, person).task = "Ours"
            with self.assertRaises(AccessError):
                self.as_user(contribution, person).unlink()
        for person in (self.colleague, self.payroll):
            with self.assertRaises(AccessError):
                self.as_user(contribution, person).read(["goal_name"])
        below = self.person("below", parent_id=self.stranger.id)
        self.name_contributor(below)
        self.assertTrue(self.as_user(self.mine.contribution_ids, self.stranger).goal_name)

    def test_nobody_names_themselves(self):
        """E7: a contribution to somebody else's goal is not made to read it."""
        rows = self.as_user(self.env["hr.performance.goal.contribution"], self.stranger)
        own = self.goal(employee_id=self.stranger.id, by=self.stranger)
        row = rows.create({"goal_id": own.id, "employee_id": self.colleague.id})
        vals = {"goal_id": self.mine.id, "employee_id": self.stranger.id}
        for forge in (lambda: rows.create(vals), lambda: row.write(vals)):
            with self.assertRaises(AccessError) as refused:
                forge()
            self.assertNotIn(self.mine.name, str(refused.exception))

    def test_contributors_are_told_and_answer(self):
        """P2: a to-do in the own language, and both sides get what the other one writes."""
        contribution = self.name_contributor()
        todo = contribution.activity_ids
        self.assertEqual(todo.activity_type_id, self.env.ref(ASKED))
        self.assertEqual(todo.user_id, self.stranger.user_id)
        self.assertIn(self.employee.name, todo.summary)
        both = (self.stranger | self.employee).user_id.partner_id
        self.assertLessEqual(both, contribution.message_partner_ids)
        answer = self.stranger.name
        self.assertTrue(self.as_user(contribution, self.stranger).message_post(body=answer))
        self.as_user(todo, self.stranger).action_feedback()
        self.assertFalse(contribution.activity_ids)

    def test_naming_one_more_keeps_the_others(self):
        """P2: what was agreed with a contributor stays; who is taken out reads no more."""
        contribution = self.name_contributor()
        contribution.task = "Translate the manual"
        self.name_contributor(self.stranger | self.colleague)
        self.assertEqual(self.mine.contributor_ids, self.stranger | self.colleague)
        self.assertEqual(contribution.task, "Translate the manual")
        found = self.env["hr.performance.goal"].search(
            [("contributor_ids", "in", self.colleague.ids)]
        )
        self.assertEqual(found, self.mine)
        self.name_contributor(self.colleague)
        self.assertFalse(contribution.exists())

    def test_contributing_to_goals_of_departments(self):
        """P2: everybody reads goals of departments; a filter finds those where one contributes."""
        goal = self.goal("department", by=self.manager)
        self.as_user(goal, self.manager).contributor_ids = self.stranger
        domain = [("is_contributor", "=", True), ("id", "in", goal.ids)]
        for person, found in ((self.stranger, goal), (self.colleague, goal.browse())):
            self.assertEqual(self.search_as(person, domain), found)
            self.assertEqual(self.as_user(goal, person).is_contributor, bool(found))

    def test_owners_contribute_anyway(self):
        """P2: neither when named nor when the goal is given to a contributor."""
        with self.assertRaisesRegex(ValidationError, "owns the goal"):
            self.name_contributor(self.employee)
        self.name_contributor(self.colleague)
        with self.assertRaisesRegex(ValidationError, "owns the goal"):
            self.as_user(self.mine, self.manager).employee_id = self.colleague

    def test_in_the_form(self):
        """P2: contributors are chosen in the form of the goal, also of a new one."""
        goals = self.as_user(self.env["hr.performance.goal"], self.employee)
        form = Form(goals.with_context(my_goals=True, default_cycle_id=self.quarter.id))
        form.name, form.target = "Sell 100 units more", 100
        form.contributor_ids.add(self.as_user(self.stranger, self.employee))
        self.assertEqual(form.save().sudo().contribution_ids.employee_id, self.stranger)

    def test_the_menu_is_for_contributors(self):
        """P2: *Where I contribute* is offered to whoever contributes, and to nobody else."""
        self.name_contributor()
        for person, offered in ((self.stranger, True), (self.colleague, False)):
            menus = self.as_user(self.env["ir.ui.menu"], person).load_menus(False)
            names = {menu.get("xmlid") for menu in menus.values()}
            self.assertEqual("hr_performance.menu_my_contributions" in names, offered, person.name)
