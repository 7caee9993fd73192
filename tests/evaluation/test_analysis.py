from odoo.tests import tagged

from ..common import PerformanceCase
from .judged_common import Judged

ACTIONS = ("evaluation_analysis_action", "rating_analysis_action", "result_analysis_action")


@tagged("post_install", "-at_install")
class TestAnalysis(Judged, PerformanceCase):
    """G5: pivot and graph of evaluations and grades, by the rights of whoever looks."""

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()
        self.far = self.person("far", parent_id=self.stranger.id)
        self.launch(self.cycle, self.employee | self.colleague | self.far)
        self.judge(self.employee | self.far, (95, 80))

    def grouped(self, model, person, group, aggregate="__count"):
        records = self.as_user(self.env[model], person)
        groups = records.formatted_read_group([], [group], [aggregate])
        return {row[group][0] if row[group] else False: row[aggregate] for row in groups}

    def test_views_open(self):
        """G5: each analysis opens as pivot and as graph."""
        for name in ACTIONS:
            action = self.env.ref(f"hr_performance.{name}")
            model = self.as_user(self.env[action.res_model], self.officer)
            views = model.get_views([(False, "pivot"), (False, "graph"), (False, "search")])
            self.assertEqual(set(views["views"]), {"pivot", "graph", "search"})

    def test_grades(self):
        """E7, G5: grades and scores of others for HR, of the own line for a manager."""
        good = self.template.scale_id._get_grade("GO").id
        rating = "hr.performance.rating"
        self.assertEqual(self.grouped(rating, self.officer, "grade_id"), {good: 2})
        self.assertEqual(self.grouped(rating, self.officer, "grade_id", "score:avg"), {good: 87.5})
        self.assertEqual(self.grouped(rating, self.manager, "grade_id"), {good: 1})
        self.assertEqual(self.grouped(rating, self.manager, "grade_id", "score:avg"), {good: 95})
        self.assertEqual(self.grouped(rating, self.employee, "grade_id"), {})

    def test_evaluations(self):
        """G5: where people stand, of the own line for a manager."""
        model = "hr.performance.evaluation"
        by_manager = {self.manager.id: 2, self.stranger.id: 1}
        self.assertEqual(self.grouped(model, self.officer, "manager_id"), by_manager)
        self.assertEqual(self.grouped(model, self.boss, "manager_id"), by_manager)
        self.assertEqual(self.grouped(model, self.manager, "manager_id"), {self.manager.id: 2})
