from odoo.exceptions import AccessError
from odoo.tests import tagged

from .calibration_common import CalibrationCase


@tagged("post_install", "-at_install")
class TestCalibrationBoard(CalibrationCase):
    """E8: what a card tells, which people are to be discussed, and the minutes on paper."""

    def setUp(self):
        super().setUp()
        self.evaluations = self.judged(self.employee + self.colleague)
        self.first, self.second = self.evaluations
        self.calibration = self.session(self.evaluations)

    def earlier(self, start, end, grade, **values):
        """A released rating of a cycle before."""
        cycle = self.create_cycle(
            name=f"From {start}",
            code=start,
            date_start=start,
            date_end=end,
            payout_from=False,
            payout_to=False,
            **values,
        )
        self.as_user(cycle, self.officer)._transit("launch")
        evaluations = self.env["hr.performance.evaluation"].sudo()._with_pass()
        evaluation = evaluations.create(
            {
                "cycle_id": cycle.id,
                "employee_id": self.employee.id,
                "manager_id": self.manager.id,
            }
        )
        ratings = self.env["hr.performance.rating"].sudo()._with_pass()
        vals = {"evaluation_id": evaluation.id, "grade_id": grade.id, "state": "released"}
        return ratings.create(vals)

    def seen(self, evaluation=None):
        board = self.as_user(self.calibration, self.manager).get_board()
        return self.card(board, evaluation or self.first)

    def test_a_card(self):
        """E8: person, score, old and new grade, why it was moved, tenure."""
        self.as_user(self.calibration, self.officer).action_open()
        self.move(self.calibration, self.first, self.excellent, reason="New region")
        card = self.seen()
        self.assertEqual((card["name"], card["department"]), ("Employee", "Sales"))
        self.assertEqual(card["score"], self.first.rating_ids.score)
        self.assertEqual(card["opening_grade_id"], self.good.id)
        self.assertEqual((card["grade_id"], card["moved"]), (self.excellent.id, True))
        self.assertEqual(card["reason"], "New region")
        self.assertEqual(card["tenure"], 4.7)
        self.assertFalse(self.seen(self.second)["moved"])

    def test_the_last_two_cycles(self):
        """E8: released grades of the cycles of the same kind before, newest first."""
        self.earlier("2024-04-01", "2024-06-30", self.qualified)
        self.earlier("2024-01-01", "2024-03-31", self.good)
        self.earlier("2023-10-01", "2023-12-31", self.lowest)
        self.earlier("2023-01-01", "2023-12-31", self.lowest, period="year")
        self.assertEqual([one["code"] for one in self.seen()["earlier"]], ["QU", "GO"])
        self.assertEqual(self.seen(self.second)["earlier"], [None, None])

    def test_what_is_to_be_discussed(self):
        """E8: jumps of two grades, and two cycles in a row at either end of the scale."""
        self.as_user(self.calibration, self.officer).action_open()
        self.assertNotIn("jump", self.seen()["flags"])
        self.move(self.calibration, self.first, self.lowest)
        self.assertIn("jump", self.seen()["flags"])
        self.assertNotIn("lowest_twice", self.seen()["flags"])
        self.earlier("2024-04-01", "2024-06-30", self.lowest)
        self.assertIn("lowest_twice", self.seen()["flags"])
        self.move(self.calibration, self.first, self.excellent)
        self.assertIn("jump", self.seen()["flags"])
        self.first.rating_ids._with_pass().write({"is_single_source": True})
        self.assertIn("single_source", self.seen()["flags"])

    def html(self, person):
        report = self.as_user(self.env["ir.actions.report"], person)
        content, _kind = report._render_qweb_html(
            "hr_performance.calibration_minutes", self.calibration.ids
        )
        return content.decode()

    def test_minutes_on_paper(self):
        """E8: people, grades before and after, minutes and each move; for those who may read."""
        session = self.as_user(self.calibration, self.officer)
        session.action_open()
        session.minutes = "<p>Compared the key accounts</p>"
        self.move(session, self.first, self.excellent, reason="Carries a second region")
        session.action_approve()
        self.env.invalidate_all()
        page = self.html(self.manager)
        for text in ("Sales Q3", "key accounts", "Carries a second region", "Manager", "Approved"):
            self.assertIn(text, page)
        for person in (self.employee, self.stranger, self.payroll):
            self.env.invalidate_all()
            with self.assertRaises(AccessError):
                self.html(person)

    def test_figures_stand_still(self):
        """E8: values measured meanwhile change no computed grade; after a cancelling they count."""
        rating = self.first.rating_ids
        score = rating.score
        self.as_user(self.calibration, self.officer).action_open()
        self.measure(self.first.goal_ids, 140)
        self.assertEqual(rating.score, score)
        self.as_user(self.calibration, self.officer).action_cancel("Figures were missing")
        self.assertNotEqual(rating.score, score)
