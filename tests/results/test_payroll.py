from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..common import PerformanceCase


@tagged("post_install", "-at_install")
class TestPayroll(PerformanceCase):
    """A real payroll computes a payslip with the published coefficient (R2)."""

    def setUp(self):
        super().setUp()
        if "hr.payslip" not in self.env:
            self.skipTest("The payroll module is not installed.")
        self.clerk = self.person("clerk", "payroll.group_payroll_manager", parent_id=self.boss.id)
        category = self.env["hr.salary.rule.category"].create({"name": "Bonus", "code": "BON"})
        self.rule = self.env["hr.salary.rule"].create(
            {
                "name": "Quarterly bonus",
                "code": "QBONUS",
                "category_id": category.id,
                "sequence": 10,
                "condition_select": "none",
                "amount_select": "code",
                "amount_python_compute": "result = contract.performance_bonus_base"
                " * employee.get_bonus_coefficient(payslip.date_to)",
            }
        )
        self.structure = self.env["hr.payroll.structure"].create(
            {
                "name": "With bonus",
                "code": "BONUS",
                "company_id": self.company.id,
                "parent_id": False,
                "rule_ids": [(6, 0, self.rule.ids)],
            }
        )
        self.put_on_payroll(self.employee)
        self.cycle = self.create_cycle(company_coefficient=0.95)

    def put_on_payroll(self, person):
        person.version_id.write(
            {
                "performance_bonus_base": 4000,
                "wage": 5000,
                "struct_id": self.structure.id,
                "resource_calendar_id": self.company.resource_calendar_id.id,
            }
        )

    def payslip(self, date_to="2024-11-30", person=None):
        """November's payslip, made and computed by the payroll clerk."""
        person = person or self.employee
        slip = self.as_user(self.env["hr.payslip"], self.clerk).create(
            {
                "employee_id": person.id,
                "contract_id": person._get_version(fields.Date.to_date(date_to)).id,
                "struct_id": self.structure.id,
                "date_from": date_to[:8] + "01",
                "date_to": date_to,
                "name": "Payslip",
                "company_id": self.company.id,
            }
        )
        slip.compute_sheet()
        return slip

    def test_payslip(self):
        """R2: 4000 × (1.2 × 1 × 0.95 × 1) is 4560, computed with the rights of the clerk."""
        self.live_through(self.cycle, self.employee)
        self.publish(self.cycle)
        line = self.payslip().line_ids.filtered(lambda one: one.code == "QBONUS")
        self.assertAlmostEqual(line.total, 4560)

    def bonus(self, person=None):
        lines = self.payslip(person=person).line_ids
        return lines.filtered(lambda one: one.code == "QBONUS").total

    def test_prorated(self):
        """R1, R2, G2: joined on 15 August: 4000 × (1.5 × 0.95 × 47/92) is 4000 × 0.728."""
        joiner = self.person(
            "joiner",
            parent_id=self.manager.id,
            date_version="2024-08-15",
            contract_date_start="2024-08-15",
        )
        self.put_on_payroll(joiner)
        with self.at("2024-08-20"):
            self.live_through(self.cycle, joiner, actual=125)
            self.publish(self.cycle)
        self.assertAlmostEqual(self.bonus(joiner), 2912)

    def test_transferred(self):
        """R1, R2, G2: 31 days at 1.1 and 61 at 0.9 are 0.9674: 4000 × (1.2 × 0.9674 × 0.95)."""
        other = self.env["hr.department"].create({"name": "There", "company_id": self.company.id})
        self.cycle.department_coefficient_ids = [
            (0, 0, {"department_id": self.department.id, "coefficient": 1.1}),
            (0, 0, {"department_id": other.id, "coefficient": 0.9}),
        ]
        self.employee.create_version({"date_version": "2024-08-01", "department_id": other.id})
        self.live_through(self.cycle, self.employee)
        self.publish(self.cycle)
        self.assertAlmostEqual(self.bonus(), 4411.2)  # 1.1028

    def test_superseded(self):
        """R2, A4: before the appeal 4560, after it 4000 × (1.5 × 0.95); the old payslip stays."""
        evaluation = self.live_through(self.cycle, self.employee)
        self.publish(self.cycle)
        self.assertAlmostEqual(self.bonus(), 4560)
        rating = evaluation.rating_ids.sudo()
        rating._change_grade("appeal", rating.scale_id._get_grade("EX"), "Upheld")
        self.env["hr.performance.result"]._supersede(evaluation, "Appeal upheld")
        self.assertAlmostEqual(self.bonus(), 5700)

    def test_amount_of_a_pool(self):
        """R1, R2: a rule that pays amounts of a pool spends its budget to the cent."""
        self.rule.amount_python_compute = "result = employee.get_bonus_amount(payslip.date_to)"
        self.put_on_payroll(self.colleague)
        self.cycle.write({"coefficient_mode": "pool", "bonus_budget": 9999.99})
        self.live_through(self.cycle, self.employee + self.colleague)
        self.publish(self.cycle)
        paid = [self.bonus(person) for person in (self.employee, self.colleague)]
        self.assertEqual(paid, [5000.0, 4999.99])

    def test_missing_coefficient(self):
        """R2: without a published coefficient there is no payslip, but the sentence."""
        with self.assertRaisesRegex(UserError, "No bonus coefficient is published for Employee"):
            self.payslip()

    def test_default_in_the_rule(self):
        """R2: whoever wants a payslip without a coefficient says so in the rule."""
        self.rule.amount_python_compute = (
            "result = 4000 * employee.get_bonus_coefficient(payslip.date_to, default=1.0)"
        )
        line = self.payslip().line_ids.filtered(lambda one: one.code == "QBONUS")
        self.assertAlmostEqual(line.total, 4000)

    def test_clerk_reads_nothing_else(self):
        """R2, G1: computing payslips opens neither grades nor results to the payroll clerk."""
        self.live_through(self.cycle, self.employee)
        result = self.publish(self.cycle)
        with self.assertRaises(AccessError):
            self.as_user(result, self.clerk).read(["bonus_coefficient"])
        rating = self.cycle.evaluation_ids.rating_ids
        with self.assertRaises(AccessError):
            self.as_user(rating, self.clerk).read(["score"])
