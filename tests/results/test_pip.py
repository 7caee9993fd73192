from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .pip_common import PipCase


@tagged("post_install", "-at_install")
class TestPip(PipCase):
    """R5: the plan from the unmet standard to its end."""

    def test_starts_from_unmet_standards(self):
        """R5: the builder takes over the dimensions and goals that were missed, with figures."""
        pip = self.draft(self.evaluation)
        goal = pip.standard_ids.filtered("goal_id")
        self.assertEqual(goal.name, self.evaluation.goal_ids.name)
        self.assertEqual(goal.demanded, "100 units")
        self.assertIn("achievement 40", goal.found)
        self.assertEqual(goal.evidence, "2024-09-30: 40 (Books)")
        codes = pip.standard_ids.dimension_id.mapped("code")
        self.assertEqual(set(codes), {"task", "quality", "teamwork", "innovation"})
        self.assertEqual((pip.manager_id, pip.state), (self.manager, "draft"))

    def test_without_an_unmet_standard(self):
        """R5: a good quarter gives no plan, whatever the rank."""
        cycle = self.create_cycle(
            name="Q4", code="Q4", date_start="2024-10-01", date_end="2024-12-31",
            payout_from="2025-01-01", payout_to="2025-03-31",
        )  # fmt: skip
        evaluation = self.launch(cycle, self.colleague)
        with self.assertRaisesRegex(UserError, "not released"):
            self.as_user(self.env["hr.performance.pip"], self.manager).create(
                {"evaluation_id": evaluation.id}
            )
        good = self.weak_quarter_of_colleague()
        with self.assertRaisesRegex(UserError, "no standard of this evaluation was missed"):
            self.as_user(good, self.manager).action_draft_pip()

    def weak_quarter_of_colleague(self):
        cycle = self.create_cycle(
            name="Second", code="2024Q3B", payout_from="2025-06-01", payout_to="2025-06-30"
        )
        return self.live_through(cycle, self.colleague, actual=120)

    def test_rank_alone_is_refused(self):
        """R5: without a standard that was not met, with evidence, HR is not asked at all."""
        pip = self.draft(self.evaluation)
        pip.standard_ids[0].write({"evidence": " "})
        with self.assertRaisesRegex(UserError, "evidence, and the dimension or goal"):
            pip.action_submit()
        pip.standard_ids.unlink()
        with self.assertRaisesRegex(UserError, "never on a rank alone"):
            pip.action_submit()
        self.assertEqual(pip.state, "draft")

    def test_what_is_missing_is_named(self):
        action = self.as_user(self.evaluation, self.manager).action_draft_pip()
        pip = self.as_user(self.env["hr.performance.pip"].browse(action["res_id"]), self.manager)
        with self.assertRaisesRegex(UserError, "goal with measure(.|\n)*Action(.|\n)*Support"):
            pip.action_submit()

    def test_goal_inside_the_plan(self):
        pip = self.draft(self.evaluation)
        with self.assertRaisesRegex(ValidationError, "outside the plan"):
            pip.goal_ids.date_due = "2025-06-01"

    def test_way_of_a_plan(self):
        """R5: submit, approve, acknowledge; each by whom it is up to."""
        pip = self.draft(self.evaluation)
        with self.assertRaisesRegex(UserError, "not possible in the state"):
            self.as_user(pip, self.officer).action_approve()
        pip.action_submit()
        self.assertIn(self.officer.user_id, pip.activity_ids.user_id)
        with self.assertRaisesRegex(UserError, "up to"):
            pip.action_approve()
        self.as_user(pip, self.officer).action_send_back("Please name the training")
        self.assertEqual(pip.activity_ids.user_id, self.manager.user_id)
        pip.action_submit()
        self.as_user(pip, self.officer).action_approve()
        self.assertEqual(pip.approved_by_id, self.officer.user_id)
        self.assertEqual(pip.activity_ids.user_id, self.employee.user_id)
        with self.assertRaisesRegex(UserError, "up to"):
            pip.action_acknowledge("For them")
        self.as_user(pip, self.employee).action_acknowledge("I have read it")
        self.assertEqual((pip.state, pip.employee_comment), ("active", "I have read it"))

    def test_settled_with_the_approval(self):
        """G4: what the plan says cannot change once it is approved, for no role."""
        pip = self.approved(self.evaluation)
        for person in (self.manager, self.officer, self.admin):
            seen = self.as_user(pip, person)
            for change in (
                lambda seen=seen: seen.write({"date_end": "2025-01-31"}),
                lambda seen=seen: seen.goal_ids.write({"target": 48}),
                lambda seen=seen: seen.standard_ids[:1].unlink(),
                lambda seen=seen: seen.task_ids.create({"pip_id": seen.id, "name": "More"}),
                lambda seen=seen: seen.unlink(),
            ):
                with self.assertRaisesRegex(UserError, "cannot be changed any more"):
                    change()
            with self.assertRaises(AccessError):
                seen.write({"state": "succeeded"})

    def test_employee_changes_nothing(self):
        pip = self.running(self.evaluation)
        seen = self.as_user(pip, self.employee)
        for change in (
            lambda: seen.write({"expectation": "Nothing"}),
            lambda: seen.task_ids.write({"done_on": "2024-10-21"}),
            lambda: seen.checkin_ids[0].line_ids.write({"value": 1}),
            lambda: seen.checkin_ids[0].write({"summary": "All is well"}),
        ):
            with self.assertRaises(AccessError):
                change()
        with self.assertRaisesRegex(UserError, "up to"):
            seen.action_succeed("I did it")

    def test_one_plan_at_a_time(self):
        self.draft(self.evaluation)
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError), self.cr.savepoint():
            self.as_user(self.evaluation, self.manager).action_draft_pip()

    def test_without_acknowledgement(self):
        """R5: the employee refuses; HR starts the plan with the reason, nobody else."""
        pip = self.approved(self.evaluation)
        with self.assertRaisesRegex(UserError, "up to"):
            pip.action_start("They do not want to")
        self.as_user(pip, self.officer).action_start("Refused in front of two witnesses")
        self.assertEqual(pip.state, "active")
        self.assertFalse(pip.acknowledged_at, "no acknowledgement is invented")

    def test_too_late_to_begin(self):
        pip = self.approved(self.evaluation)
        with self.at("2025-02-01"), self.assertRaisesRegex(UserError, "was to end on"):
            self.as_user(pip, self.employee).action_acknowledge()
        self.assertEqual(pip.state, "hr_approved")


@tagged("post_install", "-at_install")
class TestPipBuilder(PipCase):
    """R5: what the builder writes must not contradict itself."""

    def test_figures_that_were_reached(self):
        """R5: where the figures reached the standard, the points that missed it are named."""
        standard = self.env.ref("hr_performance.standard_task_qualified")
        accepted = standard.grade_id
        for value, demanded in ((80, "points"), (10, standard.summary)):
            text = self.evaluation._describe_demand(standard, accepted, {"goal_achievement": value})
            self.assertIn(demanded, text)

    def test_goals_prove_their_dimension(self):
        """R5: the dimension that rests on the goals names them with their achievement."""
        pip = self.draft(self.evaluation)
        task = pip.standard_ids.filtered(lambda one: one.dimension_id.code == "task")
        self.assertIn(f"{self.evaluation.goal_ids.name}: 40 %", task.evidence)
