from odoo.tests import tagged

from ..common import PerformanceHttpCase


class ReviewTourCase(PerformanceHttpCase):
    """A self-evaluation that is still to be written."""

    def setUp(self):
        super().setUp()
        cycle = self.create_cycle()
        self.evaluation = self.launch(cycle, self.employee)
        self.goal = self.add_goal(self.evaluation)
        self.agree(self.evaluation)
        self.measure(self.goal, 100)
        self.start_evaluation(cycle)
        self.own = self.review(self.evaluation, "self")

    def walk(self, action, record, tour, person):
        self.start_tour(
            f"/odoo/action-hr_performance.{action}/{record.id}",
            f"hr_performance_{tour}",
            login=person.user_id.login,
            timeout=120,
        )
        self.env.invalidate_all()


@tagged("post_install", "-at_install")
class TestReviewTour(ReviewTourCase):
    """The review on one page, in a real browser."""

    def test_on_a_desk(self):
        """E1, E2, E3: sections are ticked, the draft is saved, a deviation is settled."""
        self.walk("my_review_action", self.own, "review_self", self.employee)
        line = self.own.goal_line_ids
        self.assertEqual((line.reported_value, line.is_reported), (130, True))
        self.assertEqual(self.own.state, "submitted")
        self.give_review(self.evaluation, "manager", self.manager, {"teamwork": 60})
        self.walk("team_evaluation_action", self.evaluation, "review_settle", self.manager)
        self.assertEqual(self.evaluation.verification_ids.state, "settled")


@tagged("post_install", "-at_install")
class TestReviewTourPhone(ReviewTourCase):
    """The same on the screen of a phone."""

    browser_size = "375x667"
    touch_enabled = True

    def test_on_a_phone(self):
        """E1: the employee fills in the self-evaluation on a phone."""
        self.walk("my_review_action", self.own, "review_self_phone", self.employee)
        self.assertEqual(self.own.state, "pending")
        teamwork = self.own.dimension_line_ids.filtered(
            lambda line: line.dimension_id.code == "teamwork"
        )
        self.assertEqual(teamwork.answer, "cannot_judge")
