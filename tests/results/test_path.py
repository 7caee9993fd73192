from odoo.tests import tagged

from ..common import PerformanceCase


@tagged("post_install", "-at_install")
class TestPath(PerformanceCase):
    """From a goal to the coefficient that payroll reads."""

    def test_from_goal_to_coefficient(self):
        """R1, R2, E6, P7: one person's quarter, each step by the one who takes it."""
        cycle = self.create_cycle()
        cycle.department_coefficient_ids = [
            (0, 0, {"department_id": self.department.id, "coefficient": 1.1})
        ]
        evaluation = self.live_through(cycle, self.employee, actual=125)
        self.assertEqual(evaluation.state, "confirmed")
        rating = evaluation.rating_ids
        self.assertEqual(rating.score, 110.00)
        result = self.publish(cycle)
        self.assertEqual(self.failures(cycle), [])
        self.assertEqual(result.bonus_coefficient, 1.65)
        self.assertEqual(evaluation.state, "closed")
        employee = self.as_user(self.employee, self.payroll)
        self.assertEqual(employee.get_bonus_coefficient("2024-12-31"), 1.65)
