from odoo.tests import tagged

from ..common import PerformanceHttpCase
from ..evaluation.judged_common import Judged


@tagged("post_install", "-at_install")
class TestNineboxTour(Judged, PerformanceHttpCase):
    """R4 in the browser: the 9-box of a manager, and the talent pool of HR."""

    def setUp(self):
        super().setUp()
        self.mates = self.team(self.manager, "mate", 3)
        self.cycle = self.create_cycle()
        self.launch(self.cycle, self.mates)
        self.judge(self.mates[:1], (110,), "EX")
        self.judge(self.mates[1:2], (95,), "GO")

    def test_move(self):
        """R4: drag and drop judges the potential, never the performance; keyboard, facts, pool."""
        self.start_tour(
            "/odoo/team-performance-9box",
            "ninebox_move",
            login=self.manager.user_id.login,
            timeout=120,
        )
        found = self.env["hr.performance.potential"].search([]).grouped("employee_id")
        first, second = (found[one] for one in self.mates[:2])
        self.assertEqual((first.side, first.level), ("manager", "medium"))
        self.assertEqual(first.reason, "In the own field only")
        self.assertEqual((second.level, second.reason), ("high", "Took over a second product"))
        talent = self.env["hr.performance.talent"].search([])
        self.assertEqual((talent.employee_id, talent.state), (self.mates[1], "proposed"))
        self.assertEqual(talent.pool_id, self.env.ref("hr_performance.talent_pool_successors"))

    def test_pool(self):
        """R4: HR approves a proposal, and takes the person out with a reason."""
        self.as_user(self.env["hr.performance.potential"], self.manager).propose(
            self.evaluation(self.mates[0]).ids,
            self.env.ref("hr_performance.talent_pool_potential").id,
            "Carries the key account",
        )
        self.start_tour(
            "/odoo/performance-talents?debug=0", "talent_pool", login=self.officer.user_id.login
        )
        talent = self.env["hr.performance.talent"].search([])
        self.assertEqual((talent.state, talent.exit_reason), ("left", "Became team leader"))
