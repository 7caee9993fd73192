from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..common import PerformanceCase


@tagged("post_install", "-at_install")
class TestGoal(PerformanceCase):
    """What a goal must be, and who may write whose (P1, P3, P4, G1)."""

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()
        self.evaluation = self.launch(self.cycle, self.employee)

    def refused(self, sentence, **values):
        with self.assertRaisesRegex(ValidationError, sentence):
            self.add_goal(self.evaluation, **values)

    def test_measures_that_cannot_be(self):
        """P4, C4: a goal that could not be measured is refused when it is saved."""
        self.refused("target equals the baseline", method="progress", baseline=5, target=5)
        self.refused("against a target of 0", method="ratio_higher", target=0)
        self.refused("against a target of 0", method="ratio_lower", target=0)
        self.refused("needs a positive target", method="ratio_lower", target=-1)
        self.refused("range must start below its end", method="range", low=5, high=5)
        self.refused("range must start below its end", method="range", low=6, high=5)
        self.refused("lowest achievement must be below", floor=150, cap=150)
        goal = self.add_goal(self.evaluation)
        with self.assertRaisesRegex(ValidationError, "against a target of 0"):
            self.as_user(goal, self.employee).target = 0

    def test_dates_outside_the_cycle(self):
        """P4: time-bound means inside the cycle."""
        self.refused("must lie inside the cycle Q3 2024", date_due="2024-10-01")
        self.refused("must lie inside the cycle", date_start="2024-06-30")
        self.refused("in this order", date_start="2024-08-02", date_due="2024-08-01")
        self.add_goal(self.evaluation, date_start="2024-07-01", date_due="2024-09-30")

    def test_weight_of_one_goal(self):
        """P3: the database refuses a weight that no goal can have."""
        for weight in (-1, 100.01):
            with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError):
                self.add_goal(self.evaluation, weight=weight)

    def test_tree(self):
        """P1, P2: goals form a tree; no goal serves itself, a key result has an objective."""
        top = self.add_goal(self.evaluation, name="Top")
        below = self.add_goal(self.evaluation, name="Below", parent_id=top.id)
        with self.assertRaises(UserError):
            self.as_user(top, self.employee).parent_id = below
        self.refused("needs an objective of the same owner", kind="key_result")
        self.refused("needs an objective", kind="key_result", parent_id=top.id)
        self.refused("measured by its key results", kind="objective", method="ratio_higher")
        self.refused("measured by its key results", method="key_results")

    def test_key_result_of_somebody_else(self):
        """P1: key results belong to the owner of the objective."""
        objective = self.add_goal(self.evaluation, kind="objective", method="key_results")
        other = self.launch(self.cycle, self.colleague)
        with self.assertRaisesRegex(ValidationError, "objective of the same owner"):
            self.add_goal(other, by=self.manager, kind="key_result", parent_id=objective.id)

    def test_key_result_of_another_department_or_cycle(self):
        """P1: departments have objectives too; a key result stays with its objective."""
        goals = self.as_user(self.env["hr.performance.goal"], self.officer)
        other = self.env["hr.department"].create({"name": "Other", "company_id": self.company.id})
        vals = {"cycle_id": self.cycle.id, "level": "department", "weight": 50}
        objective = goals.create(
            {
                **vals,
                "name": "Win back customers",
                "department_id": self.department.id,
                "kind": "objective",
                "method": "key_results",
            }
        )
        result = {**vals, "name": "Ten of them", "kind": "key_result", "target": 10}
        result |= {"parent_id": objective.id, "department_id": self.department.id}
        right = goals.create(result)
        objective.department_id = other
        self.assertEqual(right.department_id, other)  # key results go where their objective goes
        objective.department_id = self.department
        later = self.create_cycle(
            code="2024Q4",
            name="Q4 2024",
            date_start="2024-10-01",
            date_end="2024-12-31",
            payout_from="2025-01-01",
            payout_to="2025-03-31",
        )
        for wrong in (
            {"department_id": other.id},
            {"level": "company", "department_id": False},
            {"cycle_id": later.id},
        ):
            with self.assertRaisesRegex(ValidationError, "same owner and cycle"):
                goals.create({**result, **wrong})

    def test_owner(self):
        """P1: a goal names its owner, and only its owner."""
        self.refused("whose goal is it", employee_id=False)
        goals = self.as_user(self.env["hr.performance.goal"], self.officer)
        vals = {"name": "Grow", "cycle_id": self.cycle.id, "method": "done"}
        with self.assertRaisesRegex(ValidationError, "which department"):
            goals.create({**vals, "level": "department"})
        with self.assertRaisesRegex(ValidationError, "only an employee's goal"):
            goals.create({**vals, "level": "company", "employee_id": self.employee.id})

    def test_person_from_another_company(self):
        """G1: neither goal nor department of another company comes into a cycle."""
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        foreign = self.person("foreign", company=elsewhere)
        goals = self.env["hr.performance.goal"].sudo()
        with self.assertRaises(UserError):
            goals.create(
                {
                    "name": "Grow",
                    "cycle_id": self.cycle.id,
                    "employee_id": foreign.id,
                    "method": "done",
                }
            )

    def test_goals_of_others(self):
        """G1: nobody writes goals for colleagues or superiors, directly or by moving a goal."""
        other = self.launch(self.cycle, self.colleague)
        for by, evaluation in ((self.employee, other), (self.stranger, self.evaluation)):
            with self.assertRaises(AccessError):
                self.add_goal(evaluation, by=by)
        goal = self.add_goal(self.evaluation)
        mine = self.as_user(goal, self.employee)
        with self.assertRaises(AccessError):
            mine.employee_id = self.colleague
        with self.assertRaises(AccessError):
            mine.write({"level": "company", "employee_id": False})
        with self.assertRaises(AccessError):
            mine.write(
                {
                    "level": "department",
                    "employee_id": False,
                    "department_id": self.department.id,
                }
            )
        with self.assertRaises(AccessError):
            self.as_user(goal, self.colleague).name = "Mine now"
        with self.assertRaises(AccessError):
            self.as_user(goal, self.auditor).name = "Seen"
        with self.assertRaises(AccessError):
            self.as_user(goal, self.colleague).unlink()

    def test_goals_of_others_stay_unread(self):
        """G1: a colleague's goal is not read, not even its name by linking to it."""
        other = self.launch(self.cycle, self.colleague)
        secret = self.add_goal(other, name="Colleague's goal")
        with self.assertRaises(AccessError):
            self.add_goal(self.evaluation, parent_id=secret.id)
        mine = self.as_user(self.add_goal(self.evaluation), self.employee)
        with self.assertRaises(AccessError):
            mine.parent_id = secret.id
        self.assertFalse(mine.search([("name", "=", "Colleague's goal")]))
        self.assertFalse(mine.name_search("Colleague"))

    def test_computed_figures(self):
        """C4, G4: nobody writes an achievement, at creation, later, or by default values."""
        figures = {
            "achievement": 150,
            "is_measured": True,
            "last_value": 150,
            "last_date": "2024-09-30",
            "evaluation_id": False,
            "company_id": False,
        }
        goal = self.add_goal(self.evaluation)
        for person in (self.employee, self.manager, self.officer, self.admin):
            for name, value in figures.items():
                with self.assertRaisesRegex(AccessError, "is computed and cannot be written"):
                    self.as_user(goal, person).write({name: value})
        with self.assertRaisesRegex(AccessError, "is computed"):
            self.add_goal(self.evaluation, achievement=150, is_measured=True)
        forged = {f"default_{name}": value for name, value in figures.items()}
        goals = self.as_user(self.env["hr.performance.goal"], self.employee)
        goal = goals.with_context(**forged).create(
            {
                "name": "Forged",
                "cycle_id": self.cycle.id,
                "employee_id": self.employee.id,
                "target": 100,
                "weight": 10,
            }
        )
        self.assertFalse(goal.is_measured)
        self.assertEqual(goal.achievement, 0)
        self.assertEqual(goal.evaluation_id, self.evaluation)
        answer = goals.load([".id", "achievement"], [[str(goal.id), "150"]])
        self.assertIn("is computed", answer["messages"][0]["message"])
