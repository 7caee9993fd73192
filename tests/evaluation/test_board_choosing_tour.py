from odoo.tests import tagged

from .board_common import BoardCase


@tagged("post_install", "-at_install")
class TestBoardChoosingTour(BoardCase):
    """E8 in the browser: who is shown, who is chosen, and an approved session that goes on."""

    def prepare_mates(self):
        """Two in another department with a job of their own, one of them new in the company."""
        north = self.env["hr.department"].create(
            {"name": "North", "company_id": self.company.id, "manager_id": self.manager.id}
        )
        fitter = self.env["hr.job"].create({"name": "Fitter", "company_id": self.company.id})
        self.mates[:2].write({"department_id": north.id, "job_id": fitter.id})
        recent = self.days_after(self.today, -100)
        self.mates[0].write({"date_version": recent, "contract_date_start": recent})

    def setUp(self):
        super().setUp()
        self.as_user(self.calibration, self.boss).action_open()

    def test_filters(self):
        """E8: by department, job, time with the company and what is to be discussed."""
        self.evaluation(self.mates[3]).rating_ids._with_pass().write({"is_single_source": True})
        self.walk("calibration_board_filters", self.boss)
        self.assertFalse(self.calibration.move_ids, "looking moves nobody")

    def test_choose_with_keys(self):
        """E8: Control takes one more or one less, Shift all up to the last one."""
        self.walk("calibration_board_choose", self.boss)
        self.assertEqual(
            [self.grade(number) for number in range(9)], ["EX", "GO", "EX", "GO"] + ["GO"] * 5
        )
        self.assertEqual(self.calibration.move_ids.mapped("reason"), ["By the keys"] * 2)

    def test_reopen(self):
        """E8: HR reopens an approved session on the board, not without a reason."""
        self.as_user(self.calibration.member_ids, self.officer).filtered(
            lambda one: one.employee_id == self.mates[9]
        ).unlink()
        self.as_user(self.calibration, self.officer).action_approve()
        self.walk("calibration_board_reopen", self.officer)
        self.assertEqual(self.calibration.state, "open")
        notes = " ".join(self.calibration.message_ids.mapped("body"))
        self.assertIn("A target was read wrongly", notes)
