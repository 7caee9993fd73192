import psycopg2

from odoo.exceptions import AccessError, UserError
from odoo.service.model import call_kw
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..common import PerformanceCase


@tagged("post_install", "-at_install")
class TestResult(PerformanceCase):
    """What payroll reads: kept for good, superseded, never silently missing (R1, R2, G4)."""

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()

    def published(self, people=None):
        self.live_through(self.cycle, people or self.employee)
        return self.publish(self.cycle)

    def supersede(self, result, coefficient):
        vals = result.copy_data()[0]
        return result._add(
            [
                {
                    **vals,
                    "bonus_coefficient": coefficient,
                    "supersedes_id": result.id,
                    "supersede_reason": "Appeal upheld",
                }
            ]
        )

    def coefficient(self, day, person=None, **options):
        employee = self.as_user(person or self.employee, self.payroll)
        return employee.get_bonus_coefficient(day, **options)

    def test_nobody_changes_a_result(self):
        """G4: append-only for every role, by the ORM and by SQL; nobody adds one by hand."""
        result = self.published()
        for person in (self.employee, self.manager, self.officer, self.admin, self.payroll):
            row = self.as_user(result, person)
            for call in (
                lambda row=row: row.write({"bonus_coefficient": 9}),
                row.unlink,
                lambda row=row: row.copy({"cycle_id": False}),
                lambda row=row: row.with_context(hr_performance_adding=True).create(
                    result.copy_data()
                ),
            ):
                with self.assertRaises(AccessError):
                    call()
        for call in (lambda: result.sudo().write({"score": 1}), result.sudo().unlink):
            with self.assertRaisesRegex(UserError, "kept for good"):
                call()
        self.env.flush_all()
        for statement in (
            "UPDATE hr_performance_result SET bonus_coefficient = 9",
            "DELETE FROM hr_performance_result",
            "TRUNCATE hr_performance_result CASCADE",
        ):
            with (
                mute_logger("odoo.sql_db"),
                self.assertRaisesRegex(psycopg2.Error, "kept for good"),
                self.cr.savepoint(),
            ):
                self.cr.execute(statement)

    def test_upgrade_fills_a_new_column(self):
        """G4: an upgrade gives rows that exist the default of a new field, and nothing else."""
        result = self.published()
        self.env.flush_all()
        table = "hr_performance_result"
        self.cr.execute(f"ALTER TABLE {table} DROP COLUMN mode")
        self.cr.execute(f"ALTER TABLE {table} ADD COLUMN mode varchar")
        result._init_column("mode")
        self.env.invalidate_all()
        self.assertEqual(result.mode, "product")
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaisesRegex(psycopg2.Error, "kept for good"),
            self.cr.savepoint(),
        ):
            self.cr.execute(f"UPDATE {table} SET mode = 'pool'")

    def test_one_first_result_and_one_successor(self):
        """R2, A4: one first result per person and cycle, one successor per result."""
        result = self.published()
        vals = result.copy_data()[0]
        with mute_logger("odoo.sql_db"), self.assertRaises(psycopg2.IntegrityError):
            result._add([vals])
        corrected = self.supersede(result, 1.5)
        with mute_logger("odoo.sql_db"), self.assertRaises(psycopg2.IntegrityError):
            self.supersede(result, 1.6)
        self.env.invalidate_all()
        self.assertEqual((result + corrected).mapped("is_current"), [False, True])
        found = result.search([("cycle_id", "=", self.cycle.id), ("is_current", "=", True)])
        self.assertEqual(found, corrected)
        self.assertEqual(self.coefficient("2024-11-01"), 1.5)

    def test_publishing_again_adds_nothing(self):
        """G8: publishing is idempotent."""
        result = self.published()
        self.assertEqual(self.publish(self.cycle), result)

    def test_missing_is_an_error(self):
        """R2: no published coefficient is an error naming whom, what and when; or the default."""
        with self.assertRaisesRegex(
            UserError, "No bonus coefficient is published for Employee, bonus code QUARTER, on 2024"
        ):
            self.coefficient("2024-11-01")
        self.assertEqual(self.coefficient("2024-11-01", default=1.0), 1.0)
        self.assertEqual(self.coefficient("2024-11-01", default=0.0), 0.0)
        self.published()
        with self.assertRaisesRegex(UserError, "bonus code YEAR"):
            self.coefficient("2024-11-01", bonus_code="YEAR")
        with self.assertRaisesRegex(UserError, "for Colleague"):
            self.coefficient("2024-11-01", person=self.colleague)
        with self.assertRaises(ValueError):
            (self.employee + self.colleague).get_bonus_coefficient("2024-11-01")

    def test_two_companies(self):
        """R2: who moved between companies may have two; payroll reads which ones, never one."""
        result = self.published()
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        other = self.create_cycle(name="Third quarter", company_id=elsewhere.id)
        result._add([{**result.copy_data()[0], "cycle_id": other.id, "company_id": elsewhere.id}])
        for options in ({}, {"default": 1.0}):
            with self.assertRaisesRegex(
                UserError, r"^Employee .*QUARTER on 2024-11-01: Q3 2024 .*, Third quarter \(Elsew"
            ):
                self.coefficient("2024-11-01", **options)

    def test_window_has_both_its_days(self):
        """R2: first and last day of the payout window count, the days beside them do not."""
        value = self.published().bonus_coefficient
        for day in ("2024-10-01", "2024-12-31"):
            self.assertEqual(self.coefficient(day), value)
        for day in ("2024-09-30", "2025-01-01"):
            with self.assertRaises(UserError):
                self.coefficient(day)

    def test_not_callable_from_outside(self):
        """R2: the coefficient of anybody is not to be had by RPC, under no name."""
        self.published()
        model = self.as_user(self.env["hr.employee"], self.officer)
        for method in ("get_bonus_coefficient", "_get_performance_tenures"):
            with self.assertRaises(AccessError):
                call_kw(model, method, [self.employee.ids, "2024-11-01"], {})
        results = self.as_user(self.env["hr.performance.result"], self.officer)
        for method in ("_add", "_publish", "_prepare_vals"):
            with self.assertRaises(AccessError):
                call_kw(results, method, [[]], {})

    def test_who_reads_results(self):
        """R2, G1: payroll, HR and auditor all of the company; others their own and their line."""
        results = self.published(self.employee + self.colleague)
        own = results.filtered(lambda one: one.employee_id == self.employee)
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        foreign = self.person("there", "hr_performance.group_payroll", company=elsewhere)
        readers = {
            self.payroll: results,
            self.officer: results,
            self.auditor: results,
            self.manager: results,
            self.employee: own,
            self.stranger: results.browse(),
            foreign: results.browse(),
        }
        for person, expected in readers.items():
            found = self.as_user(self.env["hr.performance.result"], person).search([])
            self.assertEqual(set(found.ids), set(expected.ids), person.name)
        evaluations = self.as_user(self.env["hr.performance.evaluation"], self.payroll)
        self.assertFalse(evaluations.search([("employee_id", "=", self.employee.id)]))

    def test_defaults_of_the_officer_publish_nothing_else(self):
        """R2, G4: publishing with ``default_*`` neither supersedes a row nor adds a reason."""
        self.live_through(self.cycle, self.employee)
        first = self.publish(self.cycle)
        later = self.create_cycle(
            code="other", bonus_code="OTHER", payout_from="2024-10-01", payout_to="2024-12-31"
        )
        self.live_through(later, self.colleague)
        cycle = self.as_user(later, self.officer).with_context(
            default_supersedes_id=first.id, default_supersede_reason="x", default_proration=9
        )
        with self.at("2024-10-20"):
            cycle.action_publish()
        self.assertTrue(later.result_ids)
        self.assertFalse(later.result_ids.supersedes_id)
        self.env.invalidate_all()
        self.assertTrue(first.is_current)

    def test_figures_are_kept(self):
        """R1, G4: a later change of grade, department or company coefficient changes no result."""
        result = self.published()
        before = result.read(["bonus_coefficient", "grade_name", "individual_coefficient"])
        self.as_user(self.template.scale_id._get_grade("GO"), self.admin).write(
            {"coefficient": 9, "name": "Fine"}
        )
        self.as_user(self.cycle, self.officer).company_coefficient = 0.5
        self.employee.department_id = False
        self.env.invalidate_all()
        self.assertEqual(
            result.read(["bonus_coefficient", "grade_name", "individual_coefficient"]), before
        )

    def test_a_cycle_without_a_window_is_not_published(self):
        """R2: payroll must know when a coefficient holds."""
        self.cycle.write({"payout_from": False, "payout_to": False})
        self.live_through(self.cycle, self.employee)
        with self.assertRaisesRegex(UserError, "set the payout window first"):
            self.publish(self.cycle)
