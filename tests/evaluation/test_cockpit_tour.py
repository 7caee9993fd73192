from datetime import timedelta

from odoo.tests import tagged

from ..common import PerformanceHttpCase
from .judged_common import Judged


@tagged("post_install", "-at_install")
class TestCockpitTour(Judged, PerformanceHttpCase):
    """G5 in the browser: the cockpit of HR and that of a manager."""

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle(planning_due=self.today - timedelta(days=7))
        mates = self.team(self.manager, "mate", 2)
        far = self.person("far", parent_id=self.stranger.id, user=False)
        self.launch(self.cycle, mates | self.employee | far)
        for mate in mates:
            self.judge(mate, (95,))
        waiting = self.evaluation(self.employee) | self.evaluation(far)
        waiting._with_pass().write({"state": "planning"})

    def test_hr(self):
        """G5: figures open their records, filters stay, the next step is said."""
        login = self.officer.user_id.login
        self.start_tour("/odoo/performance-cockpit", "cockpit_hr", login=login, timeout=120)

    def test_manager(self):
        """G5: a manager finds the own line, without what only HR decides."""
        login = self.manager.user_id.login
        self.start_tour("/odoo/team-performance-cockpit", "cockpit_manager", login=login)
