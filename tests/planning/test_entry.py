from odoo.exceptions import UserError
from odoo.tests import Form, tagged

from ..common import PerformanceCase


@tagged("post_install", "-at_install")
class TestEntry(PerformanceCase):
    """What the forms of goals propose and close, and how a cycle ends early."""

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()
        self.evaluation = self.launch(self.cycle, self.employee)
        goals = self.as_user(self.env["hr.performance.goal"], self.employee)
        self.my_goals = goals.with_context(my_goals=True)

    def test_a_new_goal_is_my_own_in_the_cycle_that_i_plan(self):
        """P6: in “My goals” an employee writes a goal without choosing person or cycle."""
        with Form(self.my_goals) as form:
            form.name = "Raise sales from 80 to 100 by visiting each key account monthly"
            form.target = 100
            form.weight = 100
        self.assertEqual(form.record.evaluation_id, self.evaluation)

    def test_an_objective_is_measured_by_its_key_results(self):
        """P1: choosing the kind chooses the measure, and the other way round."""
        form = Form(self.my_goals)
        form.kind = "objective"
        self.assertEqual(form.method, "key_results")
        form.kind = "kpi"
        self.assertEqual(form.method, "ratio_higher")
        form.method = "key_results"
        self.assertEqual(form.kind, "objective")

    def test_a_department_goal_names_no_employee(self):
        """P1: a proposed employee does not stay when the goal becomes the department's."""
        form = Form(self.as_user(self.env["hr.performance.goal"], self.officer))
        form.employee_id = self.employee
        form.level = "department"
        self.assertFalse(form.employee_id)

    def test_milestones_of_signed_goals_are_closed(self):
        """P7: after signing a milestone can be reached, but not changed, added or removed."""
        goal = self.add_goal(
            self.evaluation,
            method="milestones",
            milestone_ids=[(0, 0, {"name": "Plan"}), (0, 0, {"name": "Use"})],
        )
        self.agree(self.evaluation)
        step = self.as_user(goal.milestone_ids[:1], self.employee)
        step.done_on = "2024-08-01"
        self.assertEqual(goal.achievement, 50)
        for change in ({"weight": 5}, {"name": "Other"}, {"due": "2024-09-01"}):
            with self.assertRaisesRegex(UserError, "signed by employee and manager"):
                step.write(change)
        with self.assertRaisesRegex(UserError, "signed by employee and manager"):
            step.create({"goal_id": goal.id, "name": "One more"})
        with self.assertRaisesRegex(UserError, "signed by employee and manager"):
            step.unlink()

    def test_the_form_says_why_a_goal_is_closed(self):
        """P7: a closed goal says by what it is closed."""
        goal = self.add_goal(self.evaluation)
        self.assertFalse(goal.lock_reason)
        self.agree(self.evaluation)
        mine = self.as_user(goal, self.employee)
        self.assertTrue(mine.is_locked)
        self.assertIn("signed by employee and manager", mine.lock_reason)

    def test_cancelling_a_cycle_takes_everyone_out(self):
        """G4: the administrator cancels with a reason, and each evaluation keeps it."""
        own = self.launch(self.cycle, self.admin)
        wizard = self.as_user(self.env["hr.performance.reason.wizard"], self.admin).create(
            {
                "res_model": self.cycle._name,
                "res_id": self.cycle.id,
                "step": "cancel",
                "reason": "The quarter is planned again",
            }
        )
        with self.assertRaisesRegex(UserError, "HR administrator"):
            self.as_user(self.cycle, self.officer).action_cancel("The quarter is planned again")
        wizard.action_apply()
        self.assertEqual(self.cycle.state, "cancelled")
        for evaluation in self.evaluation + own:
            self.assertEqual(evaluation.state, "cancelled")
            self.assertEqual(evaluation.cancel_reason, "The quarter is planned again")

    def test_the_preview_names_who_cannot_be_launched(self):
        """Launching shows who would be in and who would not, with the reason for each."""
        loner = self.person("loner", user=False, parent_id=False)
        wizard = self.as_user(self.env["hr.performance.launch.wizard"], self.officer).create(
            {"cycle_id": self.cycle.id}
        )
        wizard.action_preview()
        reasons = {line.employee_id: line.obstacle for line in wizard.excluded_line_ids}
        self.assertEqual(reasons[loner], "has no manager")
        self.assertEqual(reasons[self.employee], "is in the cycle already")
        self.assertIn(self.colleague, wizard.included_line_ids.employee_id)
