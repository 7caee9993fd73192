from datetime import date

from odoo.tests import BaseCase, tagged

from ...rules.phases import Deadlines, Left, Step, next_step

DAYS = Deadlines(date(2024, 7, 10), date(2024, 9, 30), date(2024, 10, 12))


@tagged("post_install", "-at_install")
class TestPhases(BaseCase):
    """G3: which step is due when a phase is over."""

    def due(self, state, day, left, days=DAYS):
        return next_step(state, date.fromisoformat(day), days, left)

    def test_planning(self):
        """G3: after the planning deadline, or when all have signed; after the period evaluation."""
        some, none = Left(40, goals=12), Left(40)
        self.assertIsNone(self.due("planning", "2024-07-10", some))
        self.assertEqual(self.due("planning", "2024-07-11", some), Step.EXECUTE)
        self.assertEqual(self.due("planning", "2024-07-02", none), Step.EXECUTE)
        self.assertIsNone(self.due("executing", "2024-09-30", none))
        self.assertEqual(self.due("executing", "2024-10-01", none), Step.EVALUATE)
        self.assertEqual(self.due("planning", "2024-10-01", some), Step.EVALUATE)
        no_deadline = Deadlines(None, date(2024, 9, 30), None)
        self.assertIsNone(self.due("planning", "2024-09-30", some, no_deadline))

    def test_evaluation(self):
        """G3: after the last day of reviews, or when all are given."""
        self.assertIsNone(self.due("evaluating", "2024-10-12", Left(40, reviews=3)))
        self.assertEqual(self.due("evaluating", "2024-10-13", Left(40, reviews=3)), Step.CALIBRATE)
        self.assertEqual(self.due("evaluating", "2024-10-02", Left(40)), Step.CALIBRATE)

    def test_results(self):
        """G3: release when no session is open, publish when no answer is awaited, then close."""
        self.assertIsNone(self.due("calibrating", "2024-10-20", Left(40, sessions=1)))
        self.assertEqual(self.due("calibrating", "2024-10-20", Left(40)), Step.RELEASE)
        self.assertIsNone(self.due("communicating", "2024-10-20", Left(40, answers=1, results=40)))
        self.assertEqual(self.due("communicating", "2024-10-20", Left(40, results=2)), Step.PUBLISH)
        self.assertEqual(self.due("communicating", "2024-10-20", Left(40)), Step.CLOSE)

    def test_nothing_to_decide(self):
        """G3: nobody in the cycle, or a cycle that is over or not begun, asks for nothing."""
        self.assertIsNone(self.due("planning", "2024-10-01", Left(0)))
        for state in ("draft", "closed", "cancelled"):
            self.assertIsNone(self.due(state, "2024-12-01", Left(40)))
