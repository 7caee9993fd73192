from datetime import date

from freezegun import freeze_time

from odoo.exceptions import UserError
from odoo.tests import TransactionCase, tagged
from odoo.tools import SQL

from ...tools.sample import evaluation as judging
from ...tools.sample import execution, quarter, results
from ...tools.sample.demo import FOLDER
from ...tools.sample.sample import OFFICER, Sample

LED_BY = "E1036"  # head of HR, whose own file is out of the cycle
ALLOWED = 10  # at most 30 % of 33 people


@tagged("post_install", "-at_install")
class TestSampleDecided(TransactionCase):
    """The sample company calibrated to a guideline, and one appeal that payroll reads."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        clock = freeze_time("2024-06-24 02:00:00")
        cls.sample = Sample(cls.env, FOLDER, clock.start())
        cls.addClassCleanup(clock.stop)
        quarter._work(cls.sample)
        execution.enter_indicators(cls.sample)
        judging.start(cls.sample)
        judging.review(cls.sample)
        cls.cycle = cls.sample.cycle
        grades = cls.cycle.template_id.scale_id.grade_ids
        cls.best, cls.second = grades.sorted("min_score", reverse=True)[:2]

    def hr(self, number=OFFICER):
        """The HR administrator, who leads the session; the officer's own file is in it."""
        return self.sample.as_hr(number)

    def calibrate(self):
        """Bring the company to its guideline; returns those who were moved."""
        self.sample.on("2024-10-14")
        self.best.write({"guideline_kind": "le", "guideline_share": 30})
        judged = self.cycle.evaluation_ids.filtered("rating_ids")
        session = self.hr()["hr.performance.calibration"].create(
            {
                "name": "Q3",
                "cycle_id": self.cycle.id,
                "scope": "list",
                "start": "2024-10-14 02:00:00",
                "guideline_mode": "block",
                "facilitator_id": self.sample.employee(LED_BY).id,
                "member_ids": [(0, 0, {"evaluation_id": one.id}) for one in judged],
            }
        )
        session.action_open()
        ratings = judged.rating_ids.filtered(lambda one: one.grade_id == self.best)
        moved = ratings.sorted("score")[: len(ratings) - ALLOWED]
        self.assertTrue(moved, "more people have the best grade than the guideline allows")
        with self.assertRaisesRegex(UserError, "outside its guideline"):
            session.action_approve()
        seen = {str(one.id): one.grade_id.id for one in moved}
        session.move(moved.ids, self.second.id, "Compared with the other teams", seen)
        session.action_approve()
        return moved.evaluation_id

    def appeal(self, evaluation):
        """The person appeals; somebody independent upholds it."""
        self.sample.on("2024-10-22")
        number = evaluation.employee_id.barcode
        asker, hr = self.sample.as_person(number), self.sample.as_hr()
        appeal = asker["hr.performance.appeal"]._file(
            evaluation.with_env(asker),
            {"grounds": "standard", "explanation": "Others with the same figures are Excellent"},
            asker["ir.attachment"],
        )
        appeal = appeal.with_env(hr)
        reviewer = next(
            person
            for one in self.sample.people
            if (person := self.sample.employee(one)).user_id and not appeal._get_bar(person)
        )
        appeal._assign(reviewer.with_env(hr))
        judge = self.sample.as_person(reviewer.barcode)
        self.sample.on("2024-10-23")
        appeal.sudo().file_ids.with_env(judge).write(
            {
                "standard_ok": "no",
                "standard_note": "Two people with lower scores kept the grade",
                "data_ok": "yes",
                "procedure_ok": "yes",
            }
        )
        appeal.with_env(judge)._settle("upheld", "The standard holds for all", self.best)
        return appeal

    def paid(self, employee):
        """What payroll reads: by the salary rule, and from the SQL view."""
        coefficient = employee.get_bonus_coefficient(date(2024, 12, 31))
        self.env.flush_all()
        rows = self.env.execute_query(
            SQL(
                "SELECT bonus_coefficient FROM hr_performance_bonus_coefficient"
                " WHERE employee_id = %s",
                employee.id,
            )
        )
        self.assertEqual([float(row[0]) for row in rows], [coefficient])
        return coefficient

    def test_guideline_and_appeal(self):
        """E8, A4, R2: calibrated to the guideline; an appeal changes one coefficient."""
        moved = self.calibrate()
        judging.release(self.sample)
        results.confirm(self.sample)
        self.sample.on("2024-10-21")
        for env in (self.sample.as_hr(), self.hr()):
            self.sample.run(self.cycle.with_env(env).action_publish())
        current = self.cycle.result_ids
        best = current.filtered(lambda one: one.grade_code == self.best.code)
        self.assertLessEqual(len(best), ALLOWED)
        evaluation = moved.filtered(lambda one: one.employee_id.user_id and one.result_ids)[:1]
        employee = evaluation.employee_id
        others = {one.employee_id: one.bonus_coefficient for one in current}
        before = self.paid(employee)
        self.appeal(evaluation)
        after = self.paid(employee)
        ratio = self.best.coefficient / self.second.coefficient
        self.assertAlmostEqual(after, before * ratio, places=3)
        self.assertEqual(len(evaluation.result_ids), 2, "the first one is kept")
        chain = evaluation.rating_ids.change_ids.sorted("id").mapped("step")
        self.assertEqual(chain[-2:], ["calibration", "appeal"])
        del others[employee]
        for person, coefficient in others.items():
            self.assertEqual(self.paid(person), coefficient)
