from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..evaluation.appeal_common import AppealCase


@tagged("post_install", "-at_install")
class TestDevelopmentEntry(AppealCase):
    """A4, R6: a decided appeal leads to the plan that both sides are asked for."""

    def asked(self):
        """The to-dos that the decision left, of whom they still are."""
        kind = self.env.ref("hr_performance.activity_type_appeal_plan")
        todos = self.evaluation.sudo().activity_ids
        return todos.filtered(lambda one: one.activity_type_id == kind).user_id

    def test_from_the_decision_to_the_plan(self):
        """A4, R6: either side opens the same plan; who has agreed has done the to-do."""
        appeal = self.decided()
        self.assertEqual(self.asked(), self.employee.user_id | self.manager.user_id)
        opened = {
            self.as_user(record, person).action_open_development_plan()["res_id"]
            for record, person in (
                (appeal, self.employee),
                (self.evaluation, self.employee),
                (self.evaluation, self.manager),
            )
        }
        self.assertEqual(len(opened), 1, "one plan, whoever begins it from where")
        plan = self.env["hr.performance.development.plan"].browse(opened)
        self.assertEqual((plan.employee_id, plan.state), (self.employee, "draft"))
        mine = self.as_user(plan, self.employee)
        mine.write({"action_ids": [(0, 0, {"name": "Learn", "date_due": "2024-12-01"})]})
        mine.action_agree()
        self.assertEqual(self.asked(), self.manager.user_id)
        self.as_user(plan, self.manager).action_agree()
        self.assertFalse(self.asked())
        self.assertEqual(plan.state, "agreed")

    def test_not_for_others(self):
        """G1: neither a colleague nor an auditor nor the reviewer of the appeal begins a plan."""
        appeal = self.decided()
        for person in (self.stranger, self.colleague):
            with self.assertRaises(AccessError):
                self.as_user(self.evaluation, person).action_open_development_plan()
        for record in (appeal, self.evaluation):
            self.assertFalse(self.as_user(record, self.auditor).can_plan_development)
        with self.assertRaisesRegex(UserError, "or HR"):
            self.as_user(self.evaluation, self.auditor).action_open_development_plan()
        self.assertFalse(self.as_user(appeal, self.stranger).can_plan_development)
        self.assertFalse(self.env["hr.performance.development.plan"].search([]))

    def test_not_before_the_release(self):
        """R6: what is not released yet does not show by a button either."""
        cycle = self.create_cycle(
            name="Q4", code="Q4", date_start="2024-10-01", date_end="2024-12-31",
            payout_from="2025-01-01", payout_to="2025-03-31",
        )  # fmt: skip
        early = self.as_user(self.launch(cycle, self.employee), self.employee)
        self.assertFalse(early.can_plan_development)
        with self.assertRaisesRegex(UserError, "after the release"):
            early.action_open_development_plan()
