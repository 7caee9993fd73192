from odoo.tests import tagged

from .board_common import BoardCase


@tagged("post_install", "-at_install")
class TestBoardTour(BoardCase):
    """E8, E9 in the browser: the board of a calibration session, and the bias figures."""

    def test_move(self):
        """E8: drag and drop, many at once, by keyboard; each with a reason, written at once."""
        self.as_user(self.calibration, self.boss).action_open()
        self.walk("calibration_board_move", self.boss)
        self.assertEqual([self.grade(number) for number in range(5)], ["GO"] * 3 + ["EX", "QU"])
        self.assertEqual([self.grade(7), self.grade(8)], ["NI", "NI"])
        moves = self.calibration.move_ids.sorted("id")
        self.assertEqual(moves.mapped("user_id"), self.boss.user_id)
        self.assertEqual(
            moves.mapped("reason"),
            ["Fewer customers than the other teams"]
            + ["As agreed in the round"] * 2
            + ["Two targets missed"]
            + ["No target reached"] * 2,
        )

    def test_conflict(self):
        """E8: moves of others appear by themselves; who comes second reads who was faster."""
        self.as_user(self.calibration, self.boss).action_open()
        self.walk("calibration_board_conflict", self.boss)
        self.assertEqual(self.grade(5), "EX")
        self.assertEqual(len(self.calibration.move_ids), 2)
        self.assertEqual(self.calibration.state, "open")

    def test_opinion(self):
        """E8: participants prepare: agree, or question with a note."""
        self.walk("calibration_board_opinion", self.manager)
        found = {
            one.member_id.employee_id.name: (one.opinion, one.note)
            for one in self.env["hr.performance.calibration.opinion"].search([])
        }
        self.assertEqual(found["Mate0"][0], "agree")
        self.assertEqual(found["Mate1"], ("question", "Which target was missed?"))

    def test_bias(self):
        """E9: HR reads the figures, and the ratings behind them."""
        self.start_tour("/odoo/performance-bias", "bias_figures", login=self.officer.user_id.login)
