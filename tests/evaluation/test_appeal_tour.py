from odoo.tests import tagged

from ..common import PerformanceHttpCase


@tagged("post_install", "-at_install")
class TestAppealTour(PerformanceHttpCase):
    """A1–A4 in the browser: each step by the one who takes it."""

    def walk(self, path, tour, person):
        self.start_tour(path, tour, login=person.user_id.login, timeout=120)
        self.env.invalidate_all()

    def test_from_filing_to_the_decision(self):
        """A1–A4: the person files, HR assigns, a third person decides, both sides read it."""
        evaluation = self.live_through(self.create_cycle(), self.employee, answer="disagree")
        self.walk("/odoo/my-performance", "appeal_file", self.employee)
        appeal = evaluation.appeal_ids
        self.assertEqual((appeal.state, appeal.grounds), ("filed", "data"))
        self.walk("/odoo/performance-appeals", "appeal_assign", self.officer)
        self.assertEqual(appeal.reviewer_id, self.stranger)
        self.walk("/odoo/appeals-to-decide", "appeal_decide", self.stranger)
        self.assertEqual((appeal.state, evaluation.rating_ids.grade_id.code), ("upheld", "EX"))
        self.walk("/odoo/my-appeals", "appeal_answer", self.employee)
        self.walk("/odoo/team-appeals", "appeal_told", self.manager)


@tagged("post_install", "-at_install")
class TestAppealPhone(PerformanceHttpCase):
    """A1 on a phone, where the employee uses it."""

    browser_size = "375x667"
    touch_enabled = True

    def test_file(self):
        """A1: the dialog can be filled in on a phone."""
        evaluation = self.live_through(self.create_cycle(), self.employee, answer="disagree")
        login = self.employee.user_id.login
        self.start_tour("/odoo/my-performance", "appeal_file", login=login, timeout=120)
        self.assertEqual(evaluation.appeal_ids.state, "filed")
