from odoo.exceptions import AccessError, UserError
from odoo.service.model import call_kw
from odoo.tests import tagged
from odoo.tools import SQL

from ..common import PerformanceCase


@tagged("post_install", "-at_install")
class TestCorrection(PerformanceCase):
    """A published result is superseded by a corrected one; nothing is overwritten (R1, R2, A4)."""

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()
        self.evaluations = self.live_through(self.cycle, self.employee + self.colleague)
        self.first = self.publish(self.cycle).filtered(lambda one: one.employee_id == self.employee)
        self.evaluation = self.first.evaluation_id

    def regrade(self, code, evaluation=None):
        """As the decision of an appeal does it."""
        rating = (evaluation or self.evaluation).rating_ids.sudo()
        rating._change_grade("appeal", rating.scale_id._get_grade(code), "Upheld")

    def supersede(self, evaluations=None, reason="Appeal upheld"):
        results = self.env["hr.performance.result"].with_user(self.officer.user_id)
        return results._supersede(evaluations or self.evaluation, reason)

    def paid(self):
        employee = self.as_user(self.employee, self.payroll)
        return employee.get_bonus_coefficient("2024-11-01")

    def view_rows(self):
        self.env.flush_all()
        return self.env.execute_query(
            SQL(
                "SELECT result_id, bonus_coefficient FROM hr_performance_bonus_coefficient"
                " WHERE employee_id = %s",
                self.employee.id,
            )
        )

    def test_payroll_reads_the_correction(self):
        """A4, R2: the Python call, the rows and the SQL view give the new figure; the old stays."""
        self.assertEqual(self.paid(), 1.2)
        self.regrade("EX")
        second = self.supersede()
        self.assertEqual((second.supersedes_id, second.grade_code), (self.first, "EX"))
        self.assertEqual((second.bonus_coefficient, self.first.bonus_coefficient), (1.5, 1.2))
        self.assertEqual(second.supersede_reason, "Appeal upheld")
        self.assertEqual(second.published_by_id, self.officer.user_id)
        self.assertEqual(self.paid(), 1.5)
        ((result_id, value),) = self.view_rows()
        self.assertEqual((result_id, float(value)), (second.id, 1.5))
        found = self.as_user(second, self.payroll).search(
            [("employee_id", "=", self.employee.id), ("is_current", "=", True)]
        )
        self.assertEqual(found.ids, second.ids)

    def test_again_and_again(self):
        """R2, G4: a correction is corrected in turn; the chain stays readable."""
        self.regrade("EX")
        second = self.supersede()
        self.regrade("QU")
        third = self.supersede(reason="Decided again")
        self.assertEqual(third.supersedes_id, second)
        self.assertEqual(self.evaluation.result_ids, third + second + self.first)
        self.assertEqual(self.paid(), 1.0)
        self.assertEqual(len(self.view_rows()), 1)

    def test_many_at_once(self):
        """R2: each gets the own figures; others of the cycle stay as they are."""
        self.regrade("NI")
        results = self.supersede(self.evaluations)
        self.assertEqual(
            {one.employee_id: one.bonus_coefficient for one in results},
            {self.employee: 0.5, self.colleague: 1.2},
        )

    def test_refused(self):
        """R2: without a reason, or where nothing is published, there is no correction."""
        for reason in ("", "  ", None):
            with self.assertRaisesRegex(UserError, "reason for correcting"):
                self.supersede(reason=reason)
        later = self.create_cycle(code="later", payout_from=False, payout_to=False)
        waiting = self.live_through(later, self.employee)
        with self.assertRaisesRegex(UserError, "nothing is published yet"):
            self.supersede(self.evaluation + waiting)
        self.assertTrue(self.first.is_current)

    def test_not_callable_from_outside(self):
        """R2: nobody supersedes over RPC."""
        results = self.as_user(self.env["hr.performance.result"], self.admin)
        with self.assertRaises(AccessError):
            call_kw(results, "_supersede", [[], self.evaluation.ids, "x"], {})

    def test_scale_changed_after_the_release(self):
        """R1, E5: the coefficient is that of the release, also for the grade of an appeal."""
        cycle = self.create_cycle(code="next", bonus_code="NEXT")
        evaluation = self.live_through(cycle, self.employee)
        scale = self.as_user(self.template.scale_id, self.admin)
        scale._get_grade("GO").write({"coefficient": 9, "name": "Fine", "code": "FI"})
        scale._get_grade("EX").coefficient = 9
        result = self.publish(cycle)
        self.assertEqual(
            (result.individual_coefficient, result.grade_code, result.grade_name),
            (1.2, "GO", "Good"),
        )
        self.regrade("EX", evaluation)
        self.assertEqual(self.supersede(evaluation).individual_coefficient, 1.5)

    def test_grade_of_a_later_scale(self):
        """R1: a grade that the scale got after the release has no coefficient: a sentence."""
        self.env["hr.performance.grade"].create(
            {"scale_id": self.template.scale_id.id, "code": "TOP", "name": "Top", "min_score": 130}
        )
        self.regrade("TOP")
        with self.assertRaisesRegex(UserError, "“Top” was not in the scale when"):
            self.supersede()

    def test_nobody_writes_the_frozen_grades(self):
        """R1: the frozen coefficients change by no caller."""
        rating = self.as_user(self.evaluation.rating_ids, self.admin)
        with self.assertRaises(AccessError):
            rating.write({"released_grades": {}})
