from odoo.tests import tagged

from ..common import PerformanceHttpCase
from .judged_common import Judged


@tagged("post_install", "-at_install")
class TestBoardTour(Judged, PerformanceHttpCase):
    """E8, E9 in the browser: the board of a calibration session, and the bias figures."""

    def setUp(self):
        super().setUp()
        self.mates = self.team(self.manager, "mate", 10)
        self.cycle = self.create_cycle()
        self.launch(self.cycle, self.mates)
        self.cycle._with_pass().write({"state": "calibrating"})
        self.judge(self.mates[:4], (110, 108, 106, 104), "EX")
        self.judge(self.mates[4:9], (98, 97, 96, 95, 94), "GO")
        grade = self.template.scale_id._get_grade("EX")
        grade.write({"guideline_kind": "le", "guideline_share": 10})
        self.calibration = self.as_user(
            self.env["hr.performance.calibration"], self.officer
        ).create(
            {
                "name": "Sales",
                "cycle_id": self.cycle.id,
                "scope": "list",
                "facilitator_id": self.boss.id,
                "participant_ids": [(6, 0, self.manager.ids)],
                "member_ids": [
                    (0, 0, {"evaluation_id": one.id}) for one in self.cycle.evaluation_ids
                ],
            }
        )

    def walk(self, tour, person):
        path = f"/odoo/m-hr.performance.calibration/{self.calibration.id}/calibration-board"
        self.start_tour(path, tour, login=person.user_id.login, timeout=180)
        self.env.invalidate_all()

    def grade(self, number):
        return self.evaluation(self.mates[number]).rating_ids.grade_id.code

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
