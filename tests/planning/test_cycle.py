from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from ..common import PerformanceCase


@tagged("post_install", "-at_install")
class TestCycle(PerformanceCase):
    """A cycle, who is in it, and what is settled once it runs (P1, R2, G1)."""

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()

    def test_payout_windows_do_not_overlap(self):
        """R2: payroll finds one coefficient for a date, bonus code and company, never two."""
        later = {
            "code": "2024Q4",
            "name": "Q4 2024",
            "date_start": "2024-10-01",
            "date_end": "2024-12-31",
        }
        with (
            self.assertRaisesRegex(ValidationError, "overlaps that of Q3 2024"),
            self.cr.savepoint(),
        ):
            self.create_cycle(**later, payout_from="2024-12-31", payout_to="2025-03-31")
        other_code = self.create_cycle(**later, bonus_code="YEAR")
        with self.assertRaisesRegex(ValidationError, "overlaps"):
            other_code.bonus_code = "QUARTER"
        with self.assertRaisesRegex(ValidationError, "needs both of its dates"):
            other_code.payout_to = False
        other_code.write({"payout_from": "2025-01-01", "payout_to": "2025-03-31"})
        other_code.bonus_code = "QUARTER"
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        self.create_cycle(company_id=elsewhere.id)

    def test_launch_preview_names_obstacles(self):
        """G1, issue: the preview says who is in, and for each other person why not."""
        self.launch(self.cycle, self.employee)
        nobody = self.person("nobody", user=False, parent_id=self.manager.id, department_id=False)
        lonely = self.person("lonely", user=False)
        lonely.parent_id = False
        gone = self.person(
            "gone", user=False, parent_id=self.manager.id, contract_date_end="2024-06-30"
        )
        wizard = self.as_user(self.env["hr.performance.launch.wizard"], self.officer).create(
            {"cycle_id": self.cycle.id}
        )
        wizard.action_preview()
        why = {line.employee_id: line.obstacle for line in wizard.line_ids}
        self.assertEqual(why[self.employee], "is in the cycle already")
        self.assertEqual(why[nobody], "has no department")
        self.assertEqual(why[lonely], "has no manager")
        self.assertEqual(why[gone], "is not employed in the cycle")
        self.assertFalse(why[self.colleague])
        self.assertEqual(why.keys() & {self.employee, self.boss}, {self.employee, self.boss})
        forged = wizard.line_ids.filtered(lambda line: line.employee_id == lonely)
        forged.write({"obstacle": False, "included": True})
        wizard.action_apply()
        self.assertNotIn(lonely, self.cycle.evaluation_ids.employee_id)
        self.assertIn(self.colleague, self.cycle.evaluation_ids.employee_id)

    def test_nobody_of_another_company(self):
        """G1: launching people of another company by their ids is refused for each of them."""
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        boss = self.person("foreign_boss", company=elsewhere)
        foreign = self.person("foreign", company=elsewhere, parent_id=boss.id)
        self.as_user(self.cycle, self.officer)._launch(foreign)
        self.assertFalse(self.cycle.evaluation_ids)
        self.assertTrue(self.failures(self.cycle))
        admin = self.person("hr_there", "hr_performance.group_administrator", company=elsewhere)
        cycle = self.env["hr.performance.cycle"].browse(self.cycle.id)
        with self.assertRaises(AccessError):
            self.as_user(cycle, admin).action_evaluate()

    def test_only_hr_runs_a_cycle(self):
        """G1: employees, managers, payroll and auditors create, change and step no cycle."""
        for person in (self.employee, self.manager, self.payroll, self.auditor):
            cycle = self.as_user(self.cycle, person)
            with self.assertRaises(AccessError):
                cycle.name = "Mine"
            with self.assertRaises(AccessError):
                cycle.copy({"code": "x"})
            with self.assertRaises(AccessError):
                cycle.unlink()
            for step in ("execute", "evaluate", "calibrate", "release", "publish", "close"):
                with self.assertRaises(UserError):
                    getattr(cycle, f"action_{step}")()
            with self.assertRaises(AccessError):
                self.env["hr.performance.launch.wizard"].with_user(person.user_id).create(
                    {"cycle_id": self.cycle.id}
                )

    def test_settled_fields(self):
        """G4: dates, template, code and company are settled with the launch, for admins too."""
        cycle = self.as_user(self.cycle, self.admin)
        cycle.date_end = "2024-09-29"
        cycle.date_end = "2024-09-30"
        self.launch(self.cycle, self.employee)
        for vals in (
            {"date_end": "2024-12-31"},
            {"code": "other"},
            {"template_id": self.template.copy().id},
            {"period": "year"},
        ):
            with self.assertRaisesRegex(UserError, "is launched: .* cannot change"):
                cycle.write(vals)

    def test_payout_is_settled_with_publishing(self):
        """R2, G4: a window that payroll has read from does not move."""
        evaluation = self.live_through(self.cycle, self.employee)
        self.publish(self.cycle)
        self.assertEqual(evaluation.state, "closed")
        for vals in ({"payout_to": "2025-01-31"}, {"bonus_code": "YEAR"}):
            with self.assertRaisesRegex(UserError, "published already"):
                self.as_user(self.cycle, self.officer).write(vals)

    def test_deletion(self):
        """G4: a draft can be deleted, a launched cycle only cancelled, by the administrator."""
        draft = self.create_cycle(code="x", payout_from=False, payout_to=False)
        self.as_user(draft, self.officer).unlink()
        self.launch(self.cycle, self.employee)
        with self.assertRaisesRegex(UserError, "can be cancelled, not deleted"):
            self.as_user(self.cycle, self.admin).unlink()
        with self.assertRaises(UserError):
            self.as_user(self.cycle, self.officer).action_cancel("Not needed")
        self.as_user(self.cycle, self.admin).action_cancel("Merged with Q4")
        self.assertEqual(self.cycle.state, "cancelled")
        self.assertEqual(self.cycle.evaluation_ids.state, "cancelled")

    def test_parts(self):
        """P1: a quarter lies inside its year, and no cycle is a part of itself."""
        year = self.create_cycle(
            code="2024",
            name="2024",
            date_start="2024-01-01",
            date_end="2024-12-31",
            payout_from=False,
            payout_to=False,
        )
        self.cycle.parent_id = year
        with self.assertRaisesRegex(ValidationError, "lies outside 2024"):
            year.date_end = "2024-09-01"
            self.cycle.date_end = "2024-09-30"
        with self.assertRaises(UserError):
            year.parent_id = self.cycle
        with self.assertRaises(ValidationError):
            year.parent_id = year
