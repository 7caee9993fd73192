from odoo.tests import tagged

from ..common import PerformanceHttpCase
from .training_common import TrainingStory


@tagged("post_install", "-at_install")
class TestTrainingTour(TrainingStory, PerformanceHttpCase):
    """R4, R6 in the browser."""

    def test_from_the_list_to_the_plan(self):
        """R4, R6: HR groups, plans two together, closes one; the employee's plan knows it."""
        plan = self.agreed_plan(
            {"name": "Public speaking", "kind": "course"}, date_due=self.days_after(self.today, 60)
        )
        other = self.need(employee_id=self.colleague.id, name="Speaking up", planned_cost=100)
        first = self.needs() - other
        self.start_tour(
            "/odoo/performance-training",
            "hr_performance_training_officer",
            login=self.officer.user_id.login,
            timeout=120,
        )
        self.env.invalidate_all()
        self.assertEqual((first.state, other.state), ("done", "planned"))
        self.assertEqual(set((first | other).mapped("name")), {"Speaking, two days"})
        self.assertEqual(plan.action_ids.result, "Holds the audience")
        self.assertTrue(plan.action_ids.done_on)
        self.assertEqual(self.as_user(other, self.officer).planned_cost, 400)
        self.start_tour(
            "/odoo/my-training",
            "hr_performance_training_employee",
            login=self.employee.user_id.login,
            timeout=90,
        )
