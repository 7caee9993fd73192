from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..common import PerformanceCase

WHY = "Key accounts carry half of the department's turnover"


@tagged("post_install", "-at_install")
class TestParticipation(PerformanceCase):
    """P6: the employee's part in a goal is the employee's own."""

    def setUp(self):
        super().setUp()
        self.worker = self.person("worker", user=False, parent_id=self.manager.id)
        self.cycle = self.create_cycle()
        self.evaluation, self.on_paper = self.launch(self.cycle, self.employee | self.worker)
        self.goal = self.add_goal(self.evaluation, by=self.manager, why=False, confidence=0)

    def answer(self, person, goal=None, **values):
        self.as_user(goal or self.goal, person).write(
            values or {"why": WHY, "confidence": 8, "confidence_note": "Nothing"}
        )

    def submit(self, person=None):
        self.as_user(self.evaluation.agreement_id, person or self.employee).action_submit()

    def test_nobody_else_fills_in_the_own_words(self):
        """P6: not the manager, not the boss, not HR, each field by itself; the person may."""
        for person in (self.manager, self.boss, self.officer, self.admin):
            for values in ({"why": WHY}, {"confidence": 8}, {"confidence_note": "Busy"}):
                with (
                    self.subTest(person=person.name, values=values),
                    self.assertRaisesRegex(AccessError, "only Employee can fill in"),
                ):
                    self.answer(person, **values)
        self.answer(self.employee)
        self.assertEqual((self.goal.why, self.goal.confidence), (WHY, 8))

    def test_nor_when_a_goal_is_created(self):
        """P6: by values, by defaults of the context, as a key result of an objective."""
        values = {
            "name": "Sell to twenty new accounts",
            "cycle_id": self.cycle.id,
            "employee_id": self.employee.id,
            "target": 20,
        }
        goals = self.as_user(self.env["hr.performance.goal"], self.manager)
        with self.assertRaisesRegex(AccessError, "Why it matters"):
            goals.create({**values, "why": WHY})
        with self.assertRaisesRegex(AccessError, "Confidence"):
            goals.with_context(default_confidence=9).create(values)
        objective = {**values, "kind": "objective", "method": "key_results"}
        result = {**values, "kind": "key_result", "confidence": 9}
        with self.assertRaisesRegex(AccessError, "Confidence"):
            goals.create({**objective, "key_result_ids": [(0, 0, result)]})
        self.assertTrue(goals.create(values))

    def test_an_unchanged_value_is_no_answer(self):
        """P6: a file that carries the employee's own words again changes nothing."""
        self.answer(self.employee)
        self.answer(self.manager, name="Sell 100 units by visits", why=WHY, confidence=8)
        with self.assertRaises(AccessError):
            self.answer(self.manager, why=False)
        self.assertEqual(self.goal.why, WHY)

    def test_words_do_not_follow_the_goal(self):
        """P6: a copy, and a goal that is given to somebody else, begin without words."""
        self.answer(self.employee, why=WHY, confidence=3, confidence_note="No car")
        self.answer(self.manager, manager_note="A car is ordered")
        copied = self.as_user(self.goal, self.manager).copy()
        self.assertFalse(copied.why or copied.confidence or copied.manager_note)
        colleague = self.launch(self.cycle, self.colleague)
        self.as_user(self.goal, self.manager).employee_id = colleague.employee_id
        self.assertEqual(self.goal.evaluation_id, colleague)
        self.assertFalse(self.goal.why or self.goal.confidence or self.goal.confidence_note)
        self.assertFalse(self.goal.manager_note)

    def test_words_are_not_given_with_the_goal(self):
        """P6: nor can an own goal be given to somebody together with words."""
        own = self.add_goal(self.launch(self.cycle, self.manager))
        with self.assertRaises(AccessError):
            self.answer(self.manager, own, employee_id=self.employee.id, why="Says the manager")

    def test_hr_enters_paper_without_a_login(self):
        """P6: for somebody without a login HR enters the words, the manager does not."""
        goal = self.add_goal(self.on_paper, by=self.manager, why=False, confidence=0)
        with self.assertRaisesRegex(AccessError, "has no login, so an HR officer"):
            self.answer(self.manager, goal)
        self.answer(self.officer, goal)
        self.assertEqual(goal.why, WHY)

    def test_missing_words_stop_the_submission(self):
        """P6, P3: everything that is missing is said at once, whoever submits."""
        self.goal.weight = 90
        for person in (self.manager, self.employee, self.officer):
            with self.assertRaises(UserError) as refused:
                self.submit(person)
            for part in ("weigh 90 % together", "own words why", "confidence, from 1 to 10"):
                self.assertIn(part, str(refused.exception))
        self.answer(self.employee, why="   ", confidence=8, weight=100)
        with self.assertRaisesRegex(UserError, "own words why"):
            self.submit()
        self.answer(self.employee, why=WHY)
        self.submit()
        self.assertEqual(self.evaluation.agreement_id.state, "submitted")

    def test_low_confidence_needs_both_notes(self):
        """P6: at the limit both write a note, which stands on what they sign; above it nobody."""
        self.answer(self.employee, why=WHY, confidence=5)
        self.assertTrue(self.goal.is_low_confidence)
        with self.assertRaisesRegex(UserError, "employee notes[^\n]*\n[^\n]*manager notes"):
            self.submit()
        with self.assertRaisesRegex(AccessError, "not the employee's to write"):
            self.answer(self.employee, manager_note="All is well")
        self.answer(self.employee, confidence_note="Two accounts are lost")
        self.answer(self.manager, manager_note="I join the next two visits")
        self.submit()
        content = self.evaluation.agreement_id._get_content()["goals"][0]
        self.assertEqual(content["confidence_note"], "Two accounts are lost")
        self.assertEqual(content["manager_note"], "I join the next two visits")

    def test_low_is_what_the_company_says(self):
        """P6: the limit is a setting of the company; 0 asks nobody."""
        self.answer(self.employee, why=WHY, confidence=5)
        self.company.performance_confidence_low = 4
        self.assertFalse(self.goal.is_low_confidence)
        found = self.env["hr.performance.goal"].with_company(self.company)
        self.assertNotIn(self.goal, found.search([("is_low_confidence", "=", True)]))
        self.submit()

    def test_put_up_words_are_closed(self):
        """P6, P7: what is put up for signing is closed, the words with it."""
        self.answer(self.employee)
        self.submit()
        for values in ({"why": "Other"}, {"confidence": 1}, {"confidence_note": "Other"}):
            with self.subTest(values=values), self.assertRaisesRegex(UserError, "put up for"):
                self.answer(self.employee, **values)
        with self.assertRaisesRegex(UserError, "put up for signing"):
            self.answer(self.manager, manager_note="Later")

    def test_a_new_goal_in_a_revision(self):
        """P6, P8: a goal that a revision adds has the same parts, by the same people."""
        self.answer(self.employee)
        self.agree(self.evaluation)
        line = {"kind": "add", "new_name": "Win ten accounts by calls", "new_target": 10}
        revision = self.as_user(self.env["hr.performance.goal.revision"], self.manager).create(
            {
                "evaluation_id": self.evaluation.id,
                "explanation": "A new market",
                "line_ids": [
                    (0, 0, {**line, "new_weight": 50}),
                    (0, 0, {"goal_id": self.goal.id, "new_weight": 50}),
                ],
            }
        )
        added = revision.line_ids.filtered(lambda one: one.kind == "add")
        with self.assertRaisesRegex(UserError, "Only Employee can say"):
            added.confidence_note = "Says the manager"
        revision.action_request()
        self.assertEqual((revision.state, revision.waiting_for), ("requested", "the employee"))
        self.assertIn("own words why", revision.missing_parts)
        answer = {"why": WHY, "confidence": 4, "confidence_note": "Nobody knows us there"}
        self.as_user(added, self.employee).write(answer)
        self.assertEqual(revision.waiting_for, "the manager")
        added.manager_note = "We go there together"
        self.assertEqual(revision.state, "approved")
