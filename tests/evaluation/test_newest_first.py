from odoo.tests import tagged

from ..common import PerformanceCase
from .judged_common import Judged


@tagged("post_install", "-at_install")
class TestNewestFirst(Judged, PerformanceCase):
    """Whoever looks at evaluations, grades and reviewers finds the newest cycle on top."""

    def setUp(self):
        super().setUp()
        self.older = self.create_cycle(payout_from=False, payout_to=False)
        self.newer = self.create_cycle(
            name="Q4 2024",
            code="2024Q4",
            date_start="2024-10-01",
            date_end="2024-12-31",
            payout_from=False,
            payout_to=False,
        )
        self.evaluations = self.evaluation_of(self.newer) + self.evaluation_of(self.older)

    def evaluation_of(self, cycle):
        self.cycle = cycle
        evaluation = self.launch(cycle, self.employee)
        self.as_user(self.env["hr.performance.nomination"], self.employee).create(
            {"evaluation_id": evaluation.id, "reviewer_id": self.colleague.id}
        )
        self.judge(self.employee, (95,))
        return evaluation

    def test_order(self):
        """G1, E3, E6: the newest cycle first, in every list of the evaluation."""
        mine = [("employee_id", "=", self.employee.id)]
        for name in ("evaluation", "rating", "nomination"):
            found = self.env[f"hr.performance.{name}"].search(mine)
            self.assertEqual(found.cycle_id.mapped("name"), ["Q4 2024", "Q3 2024"], name)

    def test_development_rests_on_the_newest_grade(self):
        """R6: strengths and gaps are those of the last released evaluation."""
        for evaluation, code in zip(self.evaluations, ("EX", "NI"), strict=True):
            rating = evaluation.rating_ids._with_pass()
            line = {
                "dimension_id": self.env.ref("hr_performance.dimension_teamwork").id,
                "weight": 100,
                "grade_id": self.template.scale_id._get_grade(code).id,
            }
            rating.write({"state": "released", "line_ids": [(0, 0, line)]})
        plan = self.env["hr.performance.development.plan"].create({"employee_id": self.employee.id})
        strengths, gaps = plan._get_findings()
        self.assertEqual((len(strengths), len(gaps)), (1, 0))
        self.assertIn("Q4 2024", strengths[0])
