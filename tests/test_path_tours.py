from odoo.tests import tagged

from .common import PerformanceHttpCase


@tagged("post_install", "-at_install")
class TestPathTours(PerformanceHttpCase):
    """Each role's part of the path in a real browser."""

    def walk(self, path, tour, person):
        """Walk one tour as ``person``, and see what it changed."""
        self.start_tour(
            f"/odoo/{path}", f"hr_performance_{tour}", login=person.user_id.login, timeout=90
        )
        self.env.invalidate_all()

    def open(self, action, record):
        return f"action-hr_performance.{action}/{record.id}"

    def test_from_goal_to_payroll(self):
        """P3, P7, E1, E6, F2, R1, R2, G1: employee, manager, HR officer and payroll reader."""
        cycle = self.create_cycle()
        cycle_form = self.open("cycle_action", cycle)
        self.walk(cycle_form, "officer_launches", self.officer)
        evaluation = cycle.evaluation_ids.filtered(lambda one: one.employee_id == self.employee)
        self.assertEqual(cycle.state, "planning")
        self.assertEqual(evaluation.manager_id, self.manager)
        self.sign_goals(evaluation)
        (cycle.evaluation_ids - evaluation).with_user(self.env.user)._with_pass()._transit(
            "cancel", reason="Only one person takes part", cancel_reason="Only one person"
        )
        self.walk(cycle_form, "officer_starts_evaluation", self.officer)
        self.evaluate(evaluation)
        self.walk(cycle_form, "officer_releases", self.officer)
        form = self.open("my_evaluation_action", evaluation)
        self.walk(form, "employee_answers", self.employee)
        self.assertEqual(evaluation.state, "disagreed")
        self.walk(cycle_form, "officer_publishes", self.officer)
        self.walk("action-hr_performance.result_action", "officer_corrects", self.officer)
        self.assertEqual(evaluation.result_ids.filtered("is_current").bonus_coefficient, 1.1)
        self.walk("action-hr_performance.result_action", "payroll_reads", self.payroll)
        self.walk("action-hr_performance.rating_action", "auditor_reads", self.auditor)

    def sign_goals(self, evaluation):
        agreement = evaluation.agreement_id
        self.walk("action-hr_performance.my_goal_action", "employee_goals", self.employee)
        goal = evaluation.goal_ids
        self.assertEqual((goal.target, goal.weight), (30, 100))
        form = self.open("my_agreement_action", agreement)
        self.walk(form, "employee_submits", self.employee)
        form = self.open("team_agreement_action", agreement)
        self.walk(form, "manager_signs", self.manager)
        self.assertEqual(agreement.state, "signed")
        self.measure(goal, 29)

    def evaluate(self, evaluation):
        self.walk(self.open("my_evaluation_action", evaluation), "employee_reviews", self.employee)
        self.walk(self.open("team_evaluation_action", evaluation), "manager_reviews", self.manager)
        rating = evaluation.rating_ids
        self.assertTrue(rating.has_score)
        self.walk(self.open("rating_action", rating), "manager_decides", self.manager)
        self.assertEqual(rating.grade_id.code, "QU")
        self.assertEqual(rating.deviation_reason, "Two deliveries came late")

    def test_administrator_sets_up(self):
        """E5: an administrator changes a coefficient of the shipped scale."""
        scale = self.env.ref("hr_performance.scale_standard")
        self.walk(self.open("scale_action", scale), "administrator_sets_up", self.admin)
        self.assertEqual(self.env.ref("hr_performance.grade_excellent").coefficient, 1.6)
