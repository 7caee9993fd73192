from odoo.tests import tagged

from ..common import PerformanceCase


@tagged("post_install", "-at_install")
class TestProration(PerformanceCase):
    """Joiners, leavers and transfers inside the cycle (R1, G2; Formulas, section 5)."""

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle(company_coefficient=0.95)
        self.other = self.env["hr.department"].create(
            {"name": "Service", "company_id": self.company.id}
        )
        self.cycle.department_coefficient_ids = [
            (0, 0, {"department_id": self.department.id, "coefficient": 1.1}),
            (0, 0, {"department_id": self.other.id, "coefficient": 0.9}),
        ]

    def publish_for(self, person, actual=125):
        """The published result of one person whose grade is Excellent (1.5)."""
        self.live_through(self.cycle, person, actual=actual)
        return self.publish(self.cycle)

    def test_whole_quarter(self):
        """R1: 1.5 × 1.1 × 0.95 × 1 is 1.5675."""
        result = self.publish_for(self.employee)
        self.assertEqual(result.bonus_coefficient, 1.5675)
        self.assertEqual((result.days_employed, result.days_total), (92, 92))
        self.assertIn("1.5 × 1.1 × 0.95", result.formula)

    def test_joiner(self):
        """R1, G2: joined on 2024-08-15: 47 of 92 days, 0.5109."""
        joiner = self.person(
            "joiner",
            parent_id=self.manager.id,
            date_version="2024-08-15",
            contract_date_start="2024-08-15",
        )
        with self.at("2024-08-20"):
            result = self.publish_for(joiner)
        self.assertEqual((result.days_employed, result.days_total), (47, 92))
        self.assertEqual(result.proration, 0.5109)
        self.assertEqual(result.bonus_coefficient, 0.8008)

    def test_leaver(self):
        """R1, G2: until 2024-08-31: 62 of 92 days."""
        leaver = self.person("leaver", parent_id=self.manager.id, contract_date_end="2024-08-31")
        result = self.publish_for(leaver)
        self.assertEqual((result.days_employed, result.proration), (62, 0.6739))

    def test_transfer(self):
        """R1, G2: D is the day-weighted mean: 31 days at 1.1 and 61 days at 0.9 are 0.9674."""
        self.employee.create_version({"date_version": "2024-08-01", "department_id": self.other.id})
        result = self.publish_for(self.employee)
        self.assertEqual(result.department_coefficient, 0.9674)
        self.assertEqual(result.evaluation_id.department_id, self.department)

    def test_department_without_a_coefficient(self):
        """R1: a department that is not listed counts 1."""
        quiet = self.env["hr.department"].create({"name": "Quiet", "company_id": self.company.id})
        person = self.person("quiet", parent_id=self.manager.id, department_id=quiet.id)
        self.assertEqual(self.publish_for(person).department_coefficient, 1)

    def test_unpaid_leave(self):
        """R1: days of leave types marked unpaid do not count, where the company says so."""
        if "hr.leave" not in self.env:
            self.skipTest("Time Off is not installed.")
        self.take_leave("2024-06-24", "2024-07-07")
        self.take_leave("2024-08-05", "2024-08-16", unpaid=False)
        result = self.publish_for(self.employee)
        self.assertEqual((result.days_excluded, result.days_employed), (7, 85))
        self.assertEqual(result.proration, 0.9239)
        self.company.performance_exclude_unpaid = False
        corrected = result._supersede(result.evaluation_id, "Leave does not count here")
        self.assertEqual((corrected.days_excluded, corrected.proration), (0, 1))

    def test_unpaid_leave_of_the_whole_quarter(self):
        """R1: employed and away on every day is a coefficient of 0, which is said, not missing."""
        if "hr.leave" not in self.env:
            self.skipTest("Time Off is not installed.")
        self.take_leave("2024-07-01", "2024-09-30")
        result = self.publish_for(self.employee)
        self.assertEqual((result.bonus_coefficient, result.days_employed), (0, 0))

    def take_leave(self, first, last, unpaid=True):
        kind = self.env["hr.leave.type"].create(
            {
                "name": "Leave",
                "requires_allocation": False,
                "unpaid": unpaid,
                "leave_validation_type": "no_validation",
                "company_id": self.company.id,
            }
        )
        leave = self.env["hr.leave"].create(
            {
                "name": "Away",
                "employee_id": self.employee.id,
                "holiday_status_id": kind.id,
                "request_date_from": first,
                "request_date_to": last,
            }
        )
        self.assertEqual(leave.state, "validate")
