from odoo import fields
from odoo.tests import tagged

from ..common import PerformanceHttpCase


@tagged("post_install", "-at_install")
class TestMidcycleTour(PerformanceHttpCase):
    """G2 in the browser: HR applies what has changed since the launch."""

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()
        self.evaluation = self.launch(self.cycle, self.employee)
        self.add_goal(self.evaluation)
        self.agree(self.evaluation)

    def walk(self, tour):
        self.env.flush_all()
        path = f"/odoo/action-hr_performance.cycle_action/{self.cycle.id}"
        self.start_tour(path, tour, login=self.officer.user_id.login, timeout=120)
        self.env.invalidate_all()

    def test_moved(self):
        """G2: the preview says who is asked for which part until when; then it is done."""
        self.employee.parent_id = self.boss
        self.walk("midcycle_moved")
        self.assertEqual(self.evaluation.manager_id, self.boss)
        part = self.evaluation.review_ids
        self.assertEqual((part.reviewer_id, part.is_carried), (self.manager, True))
        self.assertGreater(part.part_due, self.today)

    def test_leaver(self):
        """G2: whoever leaves is taken out with a reason, after a preview of the last day."""
        version = self.employee.version_id
        version.contract_date_end = fields.Date.add(self.today, days=10)
        self.walk("midcycle_leaver")
        self.assertEqual(self.evaluation.state, "cancelled")
        self.assertEqual(self.evaluation.cancel_reason, "Leaves before the end")
