from odoo.tests import Form, tagged

from ..common import PerformanceCase


@tagged("-at_install", "post_install")
class TestMeasurementEntry(PerformanceCase):
    def setUp(self):
        super().setUp()
        self.evaluation = self.launch(self.create_cycle(), self.employee)
        self.goal = self.add_goal(self.evaluation)

    def values(self, **context):
        return self.as_user(self.env["hr.performance.measurement"], self.employee).with_context(
            **context
        )

    def test_source_is_proposed(self):
        """C4: the source is the one of the last value of the goal."""
        self.values().create({"goal_id": self.goal.id, "value": 10, "source": "CRM"})
        form = Form(
            self.values(default_goal_id=self.goal.id),
            "hr_performance.measurement_view_form_quick",
        )
        self.assertEqual(form.source, "CRM")
        form.value = 30
        form.save()
        self.assertEqual(self.goal.last_value, 30)
        other = self.add_goal(self.evaluation, name="Open two new branches by hiring early")
        self.assertEqual(
            self.values(default_goal_id=other.id).default_get(["goal_id", "source"])["source"],
            "CRM",
            "without a value of this goal, my own last source",
        )

    def test_evidence_is_shared(self):
        """C4: who reads the value reads its evidence; a colleague reads neither."""
        files = self.env["ir.attachment"].with_user(self.employee.user_id)
        photo = files.create(
            {"name": "board.png", "raw": b"x", "res_model": "hr.performance.measurement"}
        )
        value = self.values().create(
            {
                "goal_id": self.goal.id,
                "value": 10,
                "source": "Photo",
                "evidence_ids": [(6, 0, photo.ids)],
            }
        )
        self.assertEqual(photo.res_id, value.id)
        self.assertTrue(photo.with_user(self.manager.user_id).has_access("read"))
        self.assertFalse(photo.with_user(self.colleague.user_id).has_access("read"))

    def test_series(self):
        """C4: the values over time with their target, lower-is-better named."""
        self.goal.write({"method": "ratio_lower", "target": 12, "unit": "hours"})
        for day, value in (("2024-07-01", 20), ("2024-08-01", 15)):
            self.measure(self.goal, value, day=day)
        series = self.goal.series
        self.assertEqual([point["value"] for point in series["points"]], [20, 15])
        self.assertEqual([line["value"] for line in series["lines"]], [12])
        self.assertTrue(series["lower_is_better"])

    def test_who_may_measure(self):
        """C4: the owner and those above enter values, others are not offered to."""
        goal = self.goal
        self.assertTrue(self.as_user(goal, self.employee).can_measure)
        self.assertTrue(self.as_user(goal, self.manager).can_measure)
        self.assertFalse(self.as_user(goal, self.officer).can_measure)
