from odoo.tests import tagged

from ..common import PerformanceHttpCase
from .calibration_common import CalibrationCase


@tagged("post_install", "-at_install")
class TestCalibrationTour(PerformanceHttpCase):
    """E8 in the browser: set up for a cycle, opinions before the session, opening, approval."""

    judged = CalibrationCase.judged
    judge = CalibrationCase.judge

    def walk(self, path, tour, person):
        self.start_tour(path, tour, login=person.user_id.login, timeout=120)
        self.env.invalidate_all()

    def test_from_the_setup_to_the_approval(self):
        """E8: each step by the one who takes it."""
        self.department.manager_id = self.manager
        self.cycle = self.create_cycle()
        self.judged(self.employee + self.colleague + self.manager)
        self.walk(f"/odoo/performance-cycles/{self.cycle.id}", "calibration_set_up", self.officer)
        session = self.env["hr.performance.calibration"].search([])
        self.walk("/odoo/my-calibration-sessions", "calibration_opinion", self.manager)
        opinions = session.member_ids.opinion_ids
        self.assertCountEqual(opinions.mapped("opinion"), ["agree", "question"])
        self.assertEqual(opinions.user_id, self.manager.user_id)
        self.walk(f"/odoo/calibration-sessions/{session.id}", "calibration_approve", self.officer)
        self.assertEqual(session.state, "approved")
