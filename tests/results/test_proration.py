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
