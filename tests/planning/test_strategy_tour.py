from datetime import timedelta

from odoo.tests import tagged

from ..common import PerformanceHttpCase


@tagged("post_install", "-at_install")
class TestStrategyTour(PerformanceHttpCase):
    """P1 in the browser: from the strategy to goals of the company."""

    def setUp(self):
        super().setUp()
        self.quarter = self.create_cycle()
        start, end = self.quarter.date_start, self.quarter.date_end
        self.year = self.quarter.copy(
            {
                "name": "This year",
                "code": "YEAR",
                "period": "year",
                "date_start": start - timedelta(days=100),
                "date_end": end + timedelta(days=100),
                "payout_from": False,
                "payout_to": False,
            }
        )
        self.quarter.parent_id = self.year
        self.quarter.copy(
            {
                "name": "Next quarter",
                "code": "NEXT",
                "date_start": end + timedelta(days=1),
                "date_end": end + timedelta(days=90),
                "payout_from": False,
                "payout_to": False,
                "parent_id": self.year.id,
            }
        )

    def test_theme_goal_quarters(self):
        """P1: HR writes a theme, a goal of the company that follows it, and its quarters."""
        login = self.officer.user_id.login
        self.start_tour("/odoo/performance-themes", "strategy_theme", login=login)
        theme = self.env["hr.performance.theme"].search([("cycle_id", "=", self.year.id)])
        self.assertEqual(set(theme.goal_ids.mapped("level")), {"company"})
        whole = theme.goal_ids.filtered(lambda goal: goal.cycle_id == self.year)
        self.assertEqual(whole.part_ids.mapped("target"), [100, 100])
        self.assertEqual(whole.part_ids.cycle_id, self.year.child_ids)

    def test_meeting(self):
        """P1: HR plans a strategy meeting, which stands in the calendars, and keeps its minutes."""
        login = self.officer.user_id.login
        self.start_tour("/odoo/strategy-meetings", "strategy_meeting", login=login)
        meeting = self.env["hr.performance.strategy.meeting"].search(
            [("cycle_id", "=", self.year.id)]
        )
        self.assertEqual(meeting.start.date(), self.today + timedelta(days=7))
        self.assertEqual(meeting.calendar_event_id.start, meeting.start)
        people = (self.officer | self.manager).user_id.partner_id
        self.assertEqual(meeting.calendar_event_id.partner_ids, people)
        self.assertIn("win back former customers", meeting.minutes)
