from odoo.tests import tagged

from ..common import PerformanceHttpCase


@tagged("post_install", "-at_install")
class TestGoalTreeTour(PerformanceHttpCase):
    """P1, P2 in the browser."""

    def test_manager_hands_a_goal_down(self):
        """P2: from the tree to a goal of the department, and down to two people."""
        board = self.env["hr.department"].create({"name": "Board", "company_id": self.company.id})
        self.boss.department_id = board
        self.department.manager_id = self.manager
        cycle = self.create_cycle()
        company, department = (
            self.env["hr.performance.goal"].create(
                {
                    "name": name,
                    "level": level,
                    "cycle_id": cycle.id,
                    "unit": "units",
                    "target": 100,
                    "is_additive": True,
                    "department_id": level == "department" and self.department.id,
                }
            )
            for level, name in (
                ("company", "Raise sales by winning back customers"),
                ("department", "Sell 100 units by visiting key accounts"),
            )
        )
        department.parent_id = company
        login = self.manager.user_id.login
        self.start_tour("/odoo/goal-tree", "hr_performance_manager_hands_down", login=login)
        goals = department.child_ids
        self.assertEqual(goals.employee_id, self.employee | self.colleague)
        self.assertEqual(goals.mapped("target"), [50, 50])
        self.assertEqual(goals.create_uid, self.manager.user_id)
