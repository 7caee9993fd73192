from odoo.exceptions import UserError
from odoo.tests import tagged

from .appeal_common import AppealStory
from .calibration_common import CalibrationCase


@tagged("post_install", "-at_install")
class TestAppealAfterCalibration(AppealStory, CalibrationCase):
    """A2, A4: an appeal against a grade that was calibrated."""

    def setUp(self):
        super().setUp()
        self.evaluation = self.judged(self.employee)
        with self.at("2024-10-08"):
            self.give_review(self.evaluation, "self", self.employee)
        session = self.session(self.evaluation, participants=self.stranger)
        with self.at("2024-10-09"):
            session.action_open()
            self.move(session, self.evaluation, self.lowest, by=self.stranger)
            session.action_approve()
            self.release(self.cycle)

    def test_who_calibrated(self):
        """A2: who moved the grade, or led the session, does not decide; HR still assigns."""
        with self.at("2024-10-10"):
            appeal = self.file()
            for person, words in (
                (self.stranger, "decided about the grade"),
                (self.officer, "led the calibration"),
            ):
                with self.assertRaisesRegex(UserError, words):
                    self.assign(appeal, person)
            self.assign(appeal, self.admin)
        self.assertEqual(appeal.state, "under_review")

    def test_the_chain(self):
        """A4: manager → calibration → appeal; the file shows the moves with their reasons."""
        with self.at("2024-10-10"):
            appeal = self.assign(self.file(), self.admin)
            file = self.examine(appeal, by=self.admin)
            for words in ("Calibration", "Compared", "Stranger"):
                self.assertIn(words, file.content_html)
            self.settle(appeal, "upheld", "GO", by=self.admin)
        steps = self.evaluation.rating_ids.change_ids.mapped("step")
        self.assertEqual(steps, ["computed", "calibration", "appeal"])
