from odoo.tests import tagged

from .calibration_common import CalibrationCase


@tagged("post_install", "-at_install")
class TestTalkCalibrated(CalibrationCase):
    """F1: the talk is due some working days after the session was approved."""

    def test_days_run_from_the_approval(self):
        """F1: approved on Wednesday and released on Thursday, the talk is due a week after the
        approval; who was in no session counts from the release."""
        evaluations = self.judged(self.employee + self.colleague)
        discussed = evaluations[0]
        session = self.as_user(self.session(discussed), self.officer)
        with self.at("2024-10-09"):
            session.action_open()
            session.action_approve()
        with self.at("2024-10-10"):
            self.release(self.cycle)
        days = {one.employee_id: str(one.talk_ids.due) for one in evaluations}
        self.assertEqual(days, {self.employee: "2024-10-16", self.colleague: "2024-10-17"})
