from ..common import PerformanceCase


class AlignmentCase(PerformanceCase):
    """A year with two quarters, a company goal, and a department led by the manager."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        board = cls.env["hr.department"].create({"name": "Board", "company_id": cls.company.id})
        cls.boss.department_id = board  # the boss of the manager is no member of the department
        cls.department.manager_id = cls.manager
        cls.other_department = cls.env["hr.department"].create(
            {"name": "Research", "company_id": cls.company.id, "manager_id": cls.stranger.id}
        )
        cls.stranger.department_id = cls.other_department
        cls.year = cls.create_cycle(
            name="2024",
            code="2024",
            period="year",
            date_start="2024-01-01",
            date_end="2024-12-31",
            payout_from="2026-01-01",
            payout_to="2026-12-31",
        )
        cls.quarter = cls.create_cycle(parent_id=cls.year.id)
        cls.next_quarter = cls.create_cycle(
            name="Q4 2024",
            code="2024Q4",
            date_start="2024-10-01",
            date_end="2024-12-31",
            payout_from="2025-01-01",
            payout_to="2025-03-31",
            parent_id=cls.year.id,
        )

    def goal(self, level="employee", by=None, **values):
        """A goal of the company, of the department, or of the employee, written by HR."""
        owner = {
            "company": {},
            "department": {"department_id": self.department.id},
            "employee": {"employee_id": self.employee.id},
        }[level]
        goals = self.as_user(self.env["hr.performance.goal"], by or self.officer)
        return goals.create(
            {
                "name": f"Sell 100 units more as {level}",
                "cycle_id": self.quarter.id,
                "level": level,
                "metric": "Sales",
                "unit": "units",
                "target": 100,
                "weight": 50,
                **owner,
                **values,
            }
        )

    def search_as(self, person, domain):
        return self.as_user(self.env["hr.performance.goal"], person).search(domain)

    def cascade(self, goal, by=None, people=(), departments=(), **values):
        """The dialog as a user fills it in; returns the saved dialog."""
        wizards = self.as_user(self.env["hr.performance.cascade.wizard"], by or self.manager)
        lines = [{"employee_id": one.id} for one in people]
        lines += [{"department_id": one.id} for one in departments]
        wizard = wizards.create(
            {"goal_id": goal.id, "line_ids": [(0, 0, line) for line in lines], **values}
        )
        wizard._distribute()
        return wizard

    def created(self, action):
        """The goals that a dialog shows after it was applied."""
        action = action.get("params", {}).get("next", action)
        return self.env["hr.performance.goal"].search(action["domain"], order="id")
