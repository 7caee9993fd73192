from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from ..common import PerformanceCase


@tagged("post_install", "-at_install")
class TestPublishing(PerformanceCase):
    """What HR sees before it publishes, and how it corrects what is published (R1, R2)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pay = cls.person(
            "pay", "hr_performance.group_officer,hr.group_hr_manager", parent_id=cls.boss.id
        )

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()

    def preview(self, person=None, cycle=None):
        wizard = self.as_user(self.env["hr.performance.publish.wizard"], person or self.officer)
        wizard = wizard.create({"cycle_id": (cycle or self.cycle).id})
        wizard.action_preview()
        return wizard

    def line(self, wizard, person):
        return wizard.line_ids.filtered(lambda one: one.employee_id == person)

    # Preview

    def test_preview(self):
        """R1: factors, coefficient and change for each person; the rest with why not yet."""
        before = self.create_cycle(
            code="2024Q2", payout_from="2024-07-01", payout_to="2024-09-30", name="Q2 2024"
        )
        self.live_through(before, self.employee, actual=125)
        self.publish(before)
        people = self.employee + self.colleague + self.officer
        evaluations = self.live_through_with_hr(self.cycle, people)
        wizard = self.preview()
        mine = self.line(wizard, self.employee)
        self.assertEqual(
            (mine.state, mine.grade_name, mine.bonus_coefficient), ("ready", "Good", 1.2)
        )
        self.assertEqual(mine.previous_coefficient, 1.5)
        self.assertAlmostEqual(mine.change, -0.3)
        other = self.line(wizard, self.colleague)
        self.assertEqual((other.has_previous, other.change), (False, 0))
        own = self.line(wizard, self.officer)
        self.assertEqual(own.state, "waiting")
        self.assertIn("not on the own file", own.obstacle)
        self.assertEqual((wizard.ready_count, wizard.waiting_count), (2, 1))
        self.assertFalse(evaluations.result_ids, "nothing is published by looking at it")

    def test_preview_before_the_release(self):
        """E7: what is withheld is withheld here too."""
        evaluations = self.launch(self.cycle, self.employee)
        self.add_goal(evaluations)
        self.agree(evaluations)
        with self.at("2024-10-08"):
            self.start_evaluation(self.cycle)
            self.give_review(evaluations, "manager", self.manager)
        line = self.preview().line_ids
        self.assertEqual((line.state, line.has_figures, line.grade_name), ("waiting", False, False))
        self.assertEqual(line.obstacle, "The result is not released yet.")

    def test_preview_while_there_is_time_to_answer(self):
        """R1: figures are shown, and until when the person can answer."""
        self.live_through(self.cycle, self.employee, answer=None)
        with self.at("2024-10-09"):
            line = self.preview().line_ids
        self.assertEqual((line.state, line.bonus_coefficient), ("waiting", 1.2))
        self.assertIn("still time to answer", line.obstacle)

    def test_publish_from_the_preview(self):
        """R1: the dialog publishes; looked at again, everybody is published, with the same row."""
        self.live_through(self.cycle, self.employee + self.colleague)
        wizard = self.preview()
        with self.at("2024-10-20"):
            wizard.action_apply()
        self.assertEqual(len(self.cycle.result_ids), 2)
        again = self.preview()
        self.assertEqual(set(again.line_ids.mapped("state")), {"published"})
        self.assertEqual(again.line_ids.mapped("bonus_coefficient"), [1.2, 1.2])
        with self.at("2024-10-21"):
            again.action_apply()
        self.assertEqual(len(self.cycle.result_ids), 2, "publishing twice adds nothing")

    def test_sum_against_the_budget(self):
        """R1: the sum of the bonus against the budget, for those who may read pay."""
        self.cycle.write({"coefficient_mode": "pool", "bonus_budget": 10000})
        self.employee.version_id.performance_bonus_base = 4000
        self.live_through(self.cycle, self.employee + self.colleague)
        wizard = self.preview(self.pay)
        self.assertIn("no bonus base", self.line(wizard, self.colleague).obstacle)
        self.colleague.version_id.performance_bonus_base = 5000
        wizard = self.preview(self.pay)
        self.assertEqual((wizard.amount_total, wizard.amount_left), (10000, 0))
        self.assertEqual(self.line(wizard, self.employee).amount, 4444.44)
        officers = self.preview()
        self.assertEqual(self.line(officers, self.employee).bonus_coefficient, 1.1111)
        for record, name in ((officers, "amount_total"), (officers.line_ids, "amount")):
            with self.assertRaises(AccessError):
                record.read([name])

    def test_export(self):
        """R1: the list of the preview is exported as it is shown."""
        self.live_through(self.cycle, self.employee)
        wizard = self.preview()
        self.officer.user_id.group_ids += self.env.ref("base.group_allow_export")
        action = wizard.action_open_lines()
        lines = self.as_user(self.env[action["res_model"]], self.officer).search(action["domain"])
        rows = lines.export_data(["employee_id/name", "bonus_coefficient", "grade_name"])["datas"]
        self.assertEqual(rows, [["Employee", 1.2, "Good"]])

    def test_who_previews(self):
        """R1, G1: HR of the company; nobody else, and nobody writes a line."""
        self.live_through(self.cycle, self.employee)
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        foreign = self.person("there", "hr_performance.group_administrator", company=elsewhere)
        for person in (self.employee, self.manager, self.payroll, self.auditor, foreign):
            with self.assertRaises(AccessError):
                self.preview(person)
        wizard = self.preview()
        with self.assertRaises(AccessError):
            wizard.line_ids.write({"bonus_coefficient": 9})
        self.assertFalse(self.as_user(wizard, self.admin).search([]), "everybody has own dialogs")

    def test_queries_do_not_grow_with_people(self):
        """G8: twice the people, the same number of queries."""

        def count(cycle):
            wizard = self.as_user(self.env["hr.performance.publish.wizard"], self.officer)
            wizard = wizard.create({"cycle_id": cycle.id})
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            wizard.action_preview()
            self.env.flush_all()
            return self.cr.sql_log_count - before

        crowd = [self.person(f"p{number}", parent_id=self.manager.id) for number in range(6)]
        few = self.create_cycle(code="few", bonus_code="FEW")
        self.live_through(few, self.env["hr.employee"].concat(*crowd[:3]))
        self.live_through(self.cycle, self.env["hr.employee"].concat(*crowd))
        count(few)  # warm caches
        self.assertLessEqual(count(self.cycle), count(few) + 2)

    # Corrections by HR

    def correct(self, result, person=None, **values):
        wizard = self.as_user(self.env["hr.performance.correct.wizard"], person or self.officer)
        return wizard.create(
            {"result_id": result.id, "reason": "The department was wrong", **values}
        )

    def published(self):
        self.live_through(self.cycle, self.employee)
        return self.publish(self.cycle)

    def test_correct(self):
        """R1, R2: before and after, a reason, a row that supersedes; payroll reads the new one."""
        result = self.published()
        wizard = self.correct(result, department_coefficient=1.1, days_employed=46)
        self.assertEqual((wizard.new_coefficient, wizard.problem), (0.66, False))
        self.assertIn("= 1.2000", wizard.old_formula)
        self.assertEqual(wizard.new_formula, "1.2 × 1.1 × 1 × 46/92 (0.5000) = 0.6600")
        action = wizard.action_apply()
        corrected = result.browse(action["res_id"])
        self.assertEqual((corrected.bonus_coefficient, corrected.supersedes_id), (0.66, result))
        self.assertEqual(corrected.supersede_reason, "The department was wrong")
        employee = self.as_user(self.employee, self.payroll)
        self.assertEqual(employee.get_bonus_coefficient("2024-11-01"), 0.66)
        with self.assertRaisesRegex(UserError, "superseded already"):
            self.correct(result, department_coefficient=1.3)

    def test_correct_follows_the_cycle(self):
        """R1: what the cycle says by now is proposed."""
        result = self.published()
        self.as_user(self.cycle, self.officer).company_coefficient = 0.95
        with Form(
            self.as_user(self.env["hr.performance.correct.wizard"], self.officer).with_context(
                default_result_id=result.id
            )
        ) as form:
            self.assertEqual(form.company_coefficient, 0.95)
            self.assertEqual(form.new_coefficient, 1.14)
            form.reason = "The company's coefficient was decided later"
        form.record.action_apply()
        self.assertEqual(result.superseded_by_ids.bonus_coefficient, 1.14)

    def test_corrections_that_are_refused(self):
        """R1: no reason, nothing changed, days outside the cycle, a negative coefficient."""
        result = self.published()
        with self.assertRaisesRegex(UserError, "nothing would change"):
            self.correct(result).action_apply()
        for values, message in (
            ({"reason": "  ", "company_coefficient": 2}, "give the reason"),
            ({"days_employed": 93}, "between 0 and the 92 days"),
            ({"days_employed": -1}, "between 0 and the 92 days"),
            ({"department_coefficient": -1}, "cannot be negative"),
        ):
            with self.assertRaisesRegex(UserError, message):
                self.correct(result, **values).action_apply()
        self.assertTrue(result.is_current)

    def test_grade_coefficient(self):
        """R1: a mistake in the scale is corrected by an administrator alone."""
        result = self.published()
        with self.assertRaises(AccessError):
            self.correct(result, individual_coefficient=1.25)
        self.correct(result, self.admin, individual_coefficient=1.25).action_apply()
        self.assertEqual(result.superseded_by_ids.bonus_coefficient, 1.25)

    def test_who_corrects(self):
        """R1, G1: HR, never the own result; nobody of another company."""
        self.live_through_with_hr(self.cycle, self.employee + self.officer)
        self.publish(self.cycle)
        with self.at("2024-10-21"):
            self.as_user(self.cycle, self.admin).action_publish()
        own, other = (
            self.cycle.result_ids.filtered(lambda one, person=person: one.employee_id == person)
            for person in (self.officer, self.employee)
        )
        with self.assertRaisesRegex(UserError, "never on the own file"):
            self.correct(own, company_coefficient=2)
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        foreign = self.person("there", "hr_performance.group_administrator", company=elsewhere)
        for person in (self.employee, self.manager, self.payroll, self.auditor, foreign):
            with self.assertRaises(UserError):
                self.correct(other, person, company_coefficient=2).action_apply()
        for person in (self.manager, self.payroll, self.auditor):
            with self.assertRaisesRegex(UserError, "HR corrects it"):
                self.as_user(other, person)._correct("x", {"company_coefficient": 2})
        self.assertTrue((own + other).mapped("is_current"))
