from odoo.tests import tagged

from ..common import PerformanceCase


@tagged("post_install", "-at_install")
class TestGaps(PerformanceCase):
    """Means over people of whom some have no figure."""

    def test_mean_leaves_gaps_out(self):
        """E6, G5: who has no score does not pull the mean of the department down."""
        cycle = self.create_cycle()
        evaluations = self.launch(cycle, self.employee | self.colleague)
        for evaluation in evaluations:
            self.add_goal(evaluation)
            self.agree(evaluation)
        self.measure(evaluations[0].goal_ids, 110)
        self.start_evaluation(cycle)
        self.give_review(evaluations[0], "manager", self.manager)
        nobody = dict.fromkeys(cycle.template_id.line_ids.dimension_id.mapped("code"))
        review = self.as_user(self.review(evaluations[1], "manager"), self.manager)
        review.line_ids.comment = "Joined the week before"
        self.give_review(evaluations[1], "manager", self.manager, nobody)
        ratings = evaluations.rating_ids
        self.assertEqual(ratings.mapped("has_score"), [True, False])
        [(mean, achievement)] = (
            self.as_user(ratings, self.officer)
            .browse()
            ._read_group([("id", "in", ratings.ids)], [], ["score:avg", "achievement:avg"])
        )
        self.assertAlmostEqual(mean, ratings[0].score)
        self.assertAlmostEqual(achievement, 110.0)
