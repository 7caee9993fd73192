from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, tagged

from ..common import PerformanceCase


@tagged("post_install", "-at_install")
class TestModes(PerformanceCase):
    """Product, weighted and pool, per company and cycle (R1; Formulas, section 5)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pay = cls.person(
            "pay", "hr_performance.group_officer,hr.group_hr_manager", parent_id=cls.boss.id
        )

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()

    def set_bases(self, **bases):
        for name, base in bases.items():
            getattr(self, name).version_id.performance_bonus_base = base

    def use_pool(self, budget=10000, **bases):
        self.cycle.coefficient_mode = "pool"
        self.as_user(self.cycle, self.pay).bonus_budget = budget
        self.set_bases(**(bases or {"employee": 4000, "colleague": 5000}))

    def published(self, people=None):
        people = people or self.employee + self.colleague
        self.live_through(self.cycle, people)
        self.publish(self.cycle)
        return [
            self.cycle.result_ids.filtered(lambda one, person=person: one.employee_id == person)
            for person in people
        ]

    # Weighted

    def test_weighted(self):
        """R1: (0.6 × 1.2 + 0.3 × 1.1 + 0.1 × 0.9) × 1 is 1.14, and the formula says so."""
        self.cycle.write({"coefficient_mode": "weighted", "company_coefficient": 0.9})
        self.cycle.department_coefficient_ids = [
            (0, 0, {"department_id": self.department.id, "coefficient": 1.1})
        ]
        (result,) = self.published(self.employee)
        self.assertEqual((result.mode, result.bonus_coefficient), ("weighted", 1.14))
        self.assertEqual(
            result.formula, "(0.6 × 1.2 + 0.3 × 1.1 + 0.1 × 0.9) × 92/92 (1.0000) = 1.1400"
        )

    def test_weights_that_do_not_make_one(self):
        """R1: refused in a sentence, on the cycle and in the settings; no matter for a product."""
        cycle = self.as_user(self.cycle, self.officer)
        cycle.company_weight = 0.2
        with self.assertRaisesRegex(ValidationError, "0.6 \\+ 0.3 \\+ 0.2.* must make 1"):
            cycle.coefficient_mode = "weighted"
        cycle.write({"coefficient_mode": "weighted", "individual_weight": 0.5})
        for wrong in ({"company_weight": 0.3}, {"individual_weight": -0.5, "company_weight": 1.2}):
            with self.assertRaisesRegex(ValidationError, "must make 1"), self.cr.savepoint():
                cycle.write(wrong)
        settings = self.env["res.config.settings"].with_company(self.company)
        vals = {"performance_coefficient_mode": "weighted", "performance_company_weight": 0.3}
        with self.assertRaisesRegex(ValidationError, "Testing Works: the weights"):
            settings.create(vals)

    def test_a_new_cycle_takes_the_settings_of_its_company(self):
        """R1: mode and weights by company; a cycle that exists keeps its own."""
        settings = self.env["res.config.settings"].with_company(self.company)
        settings.create(
            {
                "performance_coefficient_mode": "weighted",
                "performance_individual_weight": 0.5,
                "performance_department_weight": 0.5,
                "performance_company_weight": 0,
            }
        )
        later = self.create_cycle(code="later", bonus_code="LATER")
        self.assertEqual(later.coefficient_mode, "weighted")
        self.assertEqual(later._get_coefficient_weights(), (0.5, 0.5, 0))
        self.assertEqual(self.cycle.coefficient_mode, "product")
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        other = self.create_cycle(company_id=elsewhere.id)
        self.assertEqual(other.coefficient_mode, "product")

    # Pool

    def test_pool(self):
        """R1: claims 4000 × 1.2 and 5000 × 1.2 share 10,000, to the cent; rate 0.925926."""
        self.use_pool()
        mine, other = self.published()
        self.assertEqual((mine.bonus_coefficient, other.bonus_coefficient), (1.1111, 1.1111))
        self.assertEqual((mine.amount, other.amount), (4444.44, 5555.56))
        self.assertEqual((mine.pool_budget, mine.pool_total), (10000, 10800))
        self.assertEqual(mine.formula, "1.2 × 1 × 1 × 92/92 (1.0000) × 0.925926 (pool) = 1.1111")
        employee = self.as_user(self.employee, self.payroll)
        self.assertEqual(employee.get_bonus_amount("2024-11-01"), 4444.44)
        self.assertEqual(employee.get_bonus_coefficient("2024-11-01"), 1.1111)

    def test_thirds_of_a_pool(self):
        """R1: three equal claims on 100: the cent that is left goes to one, the sum is exact."""
        self.use_pool(100, employee=10, colleague=10, stranger=10)
        results = self.published(self.employee + self.colleague + self.stranger)
        self.assertEqual([one.amount for one in results], [33.34, 33.33, 33.33])

    def test_pool_without_a_base_or_a_budget(self):
        """R1: no bonus base, no budget, nobody with a claim: a sentence, and no result."""
        self.use_pool(employee=4000)
        self.live_through(self.cycle, self.employee + self.colleague)
        with self.assertRaisesRegex(UserError, "Colleague has no bonus base"):
            self.publish(self.cycle)
        self.set_bases(colleague=5000)
        self.cycle.bonus_budget = 0
        with self.assertRaisesRegex(UserError, "a pool needs its budget"):
            self.publish(self.cycle)
        self.cycle.bonus_budget = 100
        self.cycle.company_coefficient = 0
        with self.assertRaisesRegex(UserError, "nobody has a claim"):
            self.publish(self.cycle)
        self.assertFalse(self.cycle.result_ids)

    def test_pool_waits_for_everybody(self):
        """R1: who has not answered yet would change everybody's share, so nobody is published."""
        self.use_pool()
        self.live_through(self.cycle, self.employee + self.colleague, answer=None)
        self.sign(
            self.cycle.evaluation_ids[0], self.cycle.evaluation_ids[0].employee_id, "employee"
        )
        with (
            self.at("2024-10-09"),
            self.assertRaisesRegex(UserError, "divided between all at once, and 1 people"),
        ):
            self.as_user(self.cycle, self.officer).action_publish()

    def test_hr_on_the_own_file(self):
        """R1, G1: an officer's own share waits for another officer, and the sum stays exact."""
        self.use_pool(employee=4000, officer=5000)
        self.live_through_with_hr(self.cycle, self.employee + self.officer)
        mine = self.publish(self.cycle)
        self.assertEqual(mine.employee_id, self.employee)
        self.assertIn("HR", self.failures(self.cycle)[0])
        with self.at("2024-10-21"):
            self.as_user(self.cycle, self.admin).action_publish()
        self.assertEqual(sum(self.cycle.result_ids.mapped("amount")), 10000)

    def test_correction_in_a_pool(self):
        """R1, A4: a correction gets the rate of the division; nobody else's bonus changes."""
        self.use_pool()
        mine, other = self.published()
        rating = mine.evaluation_id.rating_ids.sudo()
        rating._change_grade("appeal", rating.scale_id._get_grade("EX"), "Upheld")
        wizard = self.as_user(self.env["hr.performance.correct.wizard"], self.officer)
        wizard = wizard.create({"result_id": mine.id, "reason": "x"})
        self.assertIn("× 0.925926 (pool) = 1.3889", wizard.new_formula)
        second = mine._supersede(mine.evaluation_id, "Appeal upheld")
        self.assertEqual((second.bonus_coefficient, second.amount), (1.3889, 5555.56))
        self.assertTrue(other.is_current)

    def test_figures_changed_after_the_division(self):
        """R1: a job that starts late does not pay a claim that it has not divided."""
        self.use_pool()
        self.company.performance_batch_limit = 0
        self.live_through_in_portions(self.employee + self.colleague)
        rating = self.cycle.evaluation_ids[0].rating_ids.sudo()
        rating._change_grade("appeal", rating.scale_id._get_grade("EX"), "Upheld")
        self.run_jobs()
        self.assertEqual(len(self.cycle.result_ids), 1)
        self.assertIn("not the one that was divided", self.failures(self.cycle)[0])
        with self.at("2024-10-21"):
            self.as_user(self.cycle, self.officer).action_publish()
        self.run_jobs()
        self.assertEqual(len(self.cycle.result_ids), 2)
        late = self.cycle.result_ids.filtered(lambda one: one.individual_coefficient == 1.5)
        self.assertEqual(late.bonus_coefficient, 1.3889)

    def live_through_in_portions(self, people):
        self.company.performance_batch_limit = 100
        self.live_through(self.cycle, people)
        self.company.performance_batch_limit = 0
        with self.at("2024-10-20"):
            self.as_user(self.cycle, self.officer).action_publish()

    def run_jobs(self):
        batch = self.cycle.batch_ids.sorted("id")[-1:].sudo()
        batch._transit_by_system("start")
        while batch._do_portion():
            pass

    # Who sees pay, and what is settled

    def test_pay_is_for_those_who_may_read_pay(self):
        """R1, G1: base, amount and budget for pay readers; the person sees the coefficient."""
        self.use_pool()
        mine, _other = self.published()
        for person in (self.employee, self.manager, self.officer, self.admin):
            row = self.as_user(mine, person)
            self.assertIn("(pool)", row.formula)
            self.assertNotIn("10000", row.formula)
            for name in ("bonus_base", "amount", "pool_budget", "pool_total", "amount_formula"):
                with self.assertRaises(AccessError):
                    row.read([name])
            with self.assertRaises(AccessError):
                self.as_user(self.cycle, person).read(["bonus_budget"])
            with self.assertRaises(AccessError):
                row.search([("amount", ">", 0)])
        for person in (self.pay, self.payroll, self.auditor):
            self.assertEqual(self.as_user(mine, person).amount, 4444.44)
            text = self.as_user(mine, person).amount_formula.replace("\xa0", " ")
            self.assertIn("4,000.00 × 1.2 × 0.925926 = $ 4,444.44", text)
        job = self.as_user(self.cycle.batch_ids.sorted("id")[-1:], self.officer)
        with self.assertRaises(AccessError):
            job.read(["payload"])

    def test_amount_of_a_product(self):
        """R1: where the base is known the amount stands beside the coefficient; else no amount."""
        self.set_bases(employee=4000)
        mine, other = self.published()
        self.assertEqual((mine.bonus_base, mine.amount), (4000, 4800))
        self.assertFalse(other.amount_formula)
        colleague = self.as_user(self.colleague, self.payroll)
        with self.assertRaisesRegex(UserError, "published without a bonus base"):
            colleague.get_bonus_amount("2024-11-01")
        self.assertEqual(self.stranger.get_bonus_amount("2024-11-01", default=0.0), 0.0)

    def test_base_of_its_time(self):
        """R1: the bonus base is the one in force at the end of the cycle."""
        self.set_bases(employee=4000)
        self.employee.create_version({"date_version": "2024-09-01", "performance_bonus_base": 4500})
        self.employee.create_version({"date_version": "2024-10-01", "performance_bonus_base": 9000})
        (mine,) = self.published(self.employee)
        self.assertEqual(mine.bonus_base, 4500)

    def test_settled_with_publishing(self):
        """R1, G4: mode, weights and budget do not change under published results."""
        self.set_bases(employee=4000)
        self.published(self.employee)
        cycle = self.as_user(self.cycle, self.pay)
        for vals in (
            {"coefficient_mode": "pool"},
            {"bonus_budget": 5},
            {"company_weight": 0.2},
        ):
            with self.assertRaisesRegex(UserError, "published already: .* cannot change"):
                cycle.write(vals)

    def test_nobody_forges_the_division(self):
        """R1, G4: terms of publishing in the context of a caller are none."""
        self.use_pool()
        self.live_through(self.cycle, self.employee + self.colleague)
        forged = {"pool": {"budget": 9, "total": 1, "shares": {}}}
        cycle = self.as_user(self.cycle, self.officer).with_context(
            hr_performance_publishing_terms=forged
        )
        with self.at("2024-10-20"):
            cycle.action_publish()
        self.assertEqual(set(self.cycle.result_ids.mapped("pool_budget")), {10000})

    # Who set what

    def test_who_set_a_coefficient(self):
        """R1, G4: a change of a launched cycle is kept: who, when, from what to what."""
        self.as_user(self.cycle, self.officer).company_coefficient = 0.9
        self.assertFalse(self.cycle.coefficient_change_ids, "a draft is not binding yet")
        self.launch(self.cycle, self.employee)
        with self.at("2024-09-02"):
            cycle = self.as_user(self.cycle, self.officer)
            cycle.company_coefficient = 0.95
            cycle.department_coefficient_ids = [
                (0, 0, {"department_id": self.department.id, "coefficient": 1.1})
            ]
        line = self.as_user(self.cycle.department_coefficient_ids, self.admin)
        line.coefficient = 1.2
        line.coefficient = 1.2
        line.unlink()
        changes = self.cycle.coefficient_change_ids.sorted("id")
        self.assertEqual(
            [(one.department_id, one.old_value, one.new_value, one.user_id) for one in changes],
            [
                (self.env["hr.department"], 0.9, 0.95, self.officer.user_id),
                (self.department, 1.0, 1.1, self.officer.user_id),
                (self.department, 1.1, 1.2, self.admin.user_id),
                (self.department, 1.2, 1.0, self.admin.user_id),
            ],
        )
        self.assertEqual(str(changes[0].changed_at.date()), "2024-09-02")
        for person in (self.employee, self.manager, self.payroll):
            with self.assertRaises(AccessError):
                self.as_user(changes, person).read(["new_value"])
        with self.assertRaises(AccessError):
            self.as_user(changes, self.admin).write({"new_value": 1})

    def test_form_of_the_cycle(self):
        """R1: HR chooses the mode on the form of the cycle."""
        with Form(self.as_user(self.cycle, self.pay)) as form:
            form.coefficient_mode = "pool"
            form.bonus_budget = 500
        self.assertEqual(self.cycle.bonus_budget, 500)
