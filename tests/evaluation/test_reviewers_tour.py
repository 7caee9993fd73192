from odoo.tests import tagged

from ..common import PerformanceHttpCase
from .reviewers_common import ReviewersStory


@tagged("post_install", "-at_install")
class TestReviewersTour(ReviewersStory, PerformanceHttpCase):
    """E3 in the browser: proposed, approved, named, asked, reminded."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.set_up_reviewers()

    def walk(self, path, tour, person):
        self.start_tour(f"/odoo/{path}", tour, login=person.user_id.login, timeout=90)
        self.env.invalidate_all()

    def test_reviewers(self):
        """E3: the employee proposes Anna, the manager approves and adds Ben, HR reminds."""
        evaluation = self.launch(self.create_cycle(manager_due=self.today), self.employee)
        self.walk("my-reviewers", "reviewers_employee", self.employee)
        nomination = evaluation.nomination_ids
        self.assertEqual((nomination.state, nomination.reviewer_id), ("proposed", self.peer))
        self.walk("team-reviewers", "reviewers_manager", self.manager)
        self.assertEqual(nomination.state, "approved")
        form = f"action-hr_performance.team_evaluation_action/{evaluation.id}"
        self.walk(form, "reviewers_missing", self.manager)
        self.walk("my-reviewers", "reviewers_employee_again", self.employee)
        self.sign_goals(evaluation)
        self.start_evaluation(evaluation.cycle_id)
        self.assertEqual(self.reviews(evaluation, "peer").reviewer_id, self.peer | self.second_peer)
        self.walk("performance-reviews-owed", "reviewers_officer", self.officer)
        self.assertTrue(evaluation.cycle_id.batch_ids.filtered(lambda one: one.kind == "remind"))
        digest = self.env["hr.performance.review.digest"].search(
            [("user_id", "=", self.peer.user_id.id)]
        )
        self.walk(f"hr.performance.review.digest/{digest.id}", "reviewers_todo", self.peer)
