from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..common import PerformanceCase
from .test_outcome import EXCELLENT, WEAK, OutcomeCase


@tagged("post_install", "-at_install")
class TestDevelopmentPlan(PerformanceCase):
    """R6: agreed by both, reviewed in coaching."""

    def draft(self, by=None, **values):
        plans = self.as_user(self.env["hr.performance.development.plan"], by or self.employee)
        return plans.create(
            {
                "employee_id": self.employee.id,
                "track": "expert",
                "action_ids": [(0, 0, {"name": "Lead the next release", "date_due": "2024-12-31"})],
                **values,
            }
        )

    def agreed(self):
        plan = self.draft()
        plan.action_agree()
        self.as_user(plan, self.manager).action_agree()
        return plan

    def test_both_agree(self):
        """R6: it holds when both have agreed; a change asks both again."""
        plan = self.draft()
        plan.action_agree()
        self.assertEqual(plan.state, "draft")
        self.as_user(plan, self.manager).write({"gaps": "Presenting"})
        self.assertFalse(plan.employee_agreed_at, "it is not what the employee agreed to")
        plan.action_agree()
        self.as_user(plan, self.manager).action_agree()
        self.assertEqual(plan.state, "agreed")
        self.assertEqual(plan.manager_agreed_by_id, self.manager.user_id)
        with self.assertRaisesRegex(UserError, "not open for changes"):
            plan.write({"track": "management"})
        with self.assertRaisesRegex(UserError, "not open for changes"):
            plan.action_ids.write({"name": "Less"})
        plan.action_ids.write({"done_on": "2024-07-01", "result": "Released"})
        self.assertEqual(plan.progress, 100)
        plan.action_reopen("A new job is open")
        self.assertEqual((plan.state, plan.manager_agreed_at), ("draft", False))

    def test_needs_an_action(self):
        plan = self.draft(action_ids=[])
        with self.assertRaisesRegex(UserError, "no action yet"):
            plan.action_agree()

    def test_own_words(self):
        """R6: nobody puts words into the other's mouth."""
        plan = self.draft(employee_view="I want to lead")
        with self.assertRaisesRegex(AccessError, "not yours"):
            self.as_user(plan, self.manager).write({"employee_view": "I want to stay"})
        with self.assertRaisesRegex(AccessError, "not yours"):
            plan.write({"manager_view": "Ready"})
        self.as_user(plan, self.manager).write({"manager_view": "Nearly ready"})
        with self.assertRaises(AccessError):
            plan.write({"manager_agreed_at": "2024-07-01"})

    def test_who_reads_it(self):
        """G1: the person, the line and HR; nobody else, no other company."""
        plan = self.draft()
        for person in (self.employee, self.manager, self.boss, self.officer, self.auditor):
            for record in (plan, plan.action_ids):
                self.assertTrue(self.as_user(record, person).read())
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        foreign = self.person("foreign", "hr_performance.group_administrator", company=elsewhere)
        for person in (self.colleague, self.stranger, self.payroll, foreign):
            for record in (plan, plan.action_ids):
                seen = self.as_user(record, person)
                with self.assertRaises(AccessError):
                    seen.with_context(allowed_company_ids=person.company_id.ids).read()
        with self.assertRaises(AccessError):
            self.as_user(plan, self.auditor).write({"gaps": "None"})
        with self.assertRaises(AccessError):
            self.draft(by=self.colleague)

    def test_in_the_coaching_record(self):
        """R6, C2: open actions are reviewed in the talk, by those who may read them."""
        plan = self.agreed()
        talk = self.as_user(self.env["hr.performance.coaching"], self.manager).create(
            {"employee_id": self.employee.id, "leader_id": self.manager.id}
        )
        self.assertEqual(talk.development_action_ids, plan.action_ids)
        plan.action_ids.write({"done_on": "2024-07-01"})
        talk.invalidate_recordset(["development_action_ids"])
        self.assertFalse(talk.development_action_ids)


@tagged("post_install", "-at_install")
class TestHistory(OutcomeCase):
    """R7: grades, coefficients and what followed, as a picture."""

    def history(self, person, employee=None):
        results = self.as_user(self.env["hr.performance.result"], person)
        results = results.with_context(allowed_company_ids=person.company_id.ids)
        return results.get_history(employee.id if employee else False)

    def test_over_the_cycles(self):
        """R7: one point per cycle, and how often in a row."""
        self.live({"2024Q1": WEAK, "2024Q2": EXCELLENT, "2024Q3": EXCELLENT})
        history = self.history(self.manager, self.employee)
        self.assertEqual([one["code"] for one in history["points"]], ["2024Q1", "2024Q2", "2024Q3"])
        self.assertEqual([one["rank"] for one in history["points"]], [1, 4, 4])
        self.assertEqual([one["coefficient"] for one in history["points"]], [0.5, 1.5, 1.5])
        self.assertEqual(history["run"], "Excellent: 2 in a row")
        self.assertEqual(self.history(self.employee)["points"], history["points"])

    def test_no_run_of_one(self):
        """R7: a single cycle is no row, and neither is the first one after another grade."""
        self.live({"2024Q1": EXCELLENT})
        self.assertEqual(self.history(self.manager, self.employee)["run"], "")
        self.live({"2024Q2": WEAK})
        self.assertEqual(self.history(self.manager, self.employee)["run"], "")

    def test_corrected(self):
        """R7: a corrected result takes the place of the first one."""
        results = self.live({"2024Q1": WEAK})
        self.correct(results, "hr_performance.grade_good")
        (point,) = self.history(self.employee)["points"]
        self.assertEqual((point["grade"], point["corrected"]), ("Good", True))

    def test_who_sees_it(self):
        """G1: the line and HR; colleagues, strangers and another company see nothing."""
        self.live({"2024Q1": WEAK})
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        foreign = self.person("foreign", "hr_performance.group_administrator", company=elsewhere)
        nothing = {"name": "", "points": [], "run": "", "outcomes": [], "plans": []}
        for person in (self.colleague, self.stranger, foreign):
            self.assertEqual(self.history(person, self.employee), nothing)
        hr = self.history(self.officer, self.employee)
        self.assertEqual(len(hr["outcomes"]), 2)
        self.assertFalse(self.history(self.employee)["outcomes"], "not approved yet")

    def test_strengths_and_gaps(self):
        """R6: proposed from the released evaluation."""
        self.live({"2024Q1": WEAK})
        plan = self.as_user(self.env["hr.performance.development.plan"], self.manager).create(
            {"employee_id": self.employee.id, "strengths": "Knows every customer"}
        )
        plan.action_propose()
        self.assertIn("Innovation: Needs improvement (2024Q1)", plan.gaps)
        self.assertEqual(plan.strengths, "Knows every customer")
