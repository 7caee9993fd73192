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
        self.employee.version_id.write(
            {
                "performance_bonus_base": 4000,
                "wage": 5000,
                "struct_id": self.structure.id,
                "resource_calendar_id": self.company.resource_calendar_id.id,
            }
        )
        self.cycle = self.create_cycle(company_coefficient=0.95)

    def payslip(self, date_to="2024-11-30"):
        """December's payslip, made and computed by the payroll clerk."""
        slip = self.as_user(self.env["hr.payslip"], self.clerk).create(
            {
                "employee_id": self.employee.id,
                "contract_id": self.employee.version_id.id,
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
