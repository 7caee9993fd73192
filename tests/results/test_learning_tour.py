from odoo.tests import tagged

from .test_results_tour import ResultsTour


@tagged("post_install", "-at_install")
class TestRetrospectiveTour(ResultsTour):
    """I1, I2 in the browser."""

    def test_retrospective(self):
        """I1, I2: gathered, held, findings, actions with owners, minutes, a new guide version."""
        cycle = self.create_cycle()
        self.live_through(cycle, self.employee)
        self.walk("performance-retrospectives", "retrospective_hold", self.officer)
        retrospective = self.env["hr.performance.retrospective"].search(
            [("cycle_id", "=", cycle.id)]
        )
        self.assertEqual(retrospective.state, "held")
        self.assertIn("no baseline next time", retrospective.minutes)
        action = retrospective.action_ids
        self.assertEqual(action.activity_ids.user_id, self.manager.user_id)
        version = retrospective.guide_version_ids
        self.assertEqual((version.state, version.guide_id.kind), ("draft", "goals"))
        self.walk("performance-retrospective-actions", "retrospective_action", self.manager)
        self.assertEqual(action.state, "done")
        self.walk(self.open("guide_action", version.guide_id), "guide_publish", self.officer)
        self.assertEqual((version.state, version.number), ("published", 2))


@tagged("post_install", "-at_install")
class TestGuideTour(ResultsTour):
    """I2, I3 in the browser."""

    def test_guides(self):
        """I2, I3: the manager opens the guide from goal and review, and acknowledges; HR sees
        who has not."""
        cycle = self.create_cycle()
        evaluation = self.launch(cycle, self.employee)
        goal = self.add_goal(evaluation)
        self.agree(evaluation)
        self.start_evaluation(cycle)
        self.walk(self.open("my_goal_action", goal), "guide_beside_goal", self.employee)
        review = self.review(evaluation, "manager")
        self.walk(self.open("my_review_action", review), "guide_beside_review", self.manager)
        duties = self.env["hr.performance.guide.duty"].search([("cycle_id", "=", cycle.id)])
        self.assertEqual(
            {one.version_id.kind: one.is_known for one in duties},
            {"goals": False, "standards": True},
        )
        self.walk("performance-guide-duties", "guide_duties", self.officer)
        version = self.env.ref("hr_performance.guide_goals_1")
        self.assertEqual(version.activity_ids.user_id, self.manager.user_id)
