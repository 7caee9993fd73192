from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from ..common import PerformanceCase


@tagged("post_install", "-at_install")
class TestMeasurement(PerformanceCase):
    """What was measured, by whom and when; the achievement that follows (C4, G1)."""

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()
        self.evaluation = self.launch(self.cycle, self.employee)

    def goal(self, **values):
        return self.add_goal(self.evaluation, **values)

    def test_lower_is_better(self):
        """C4: complaints 0.8 against 1.0 are 125 %; with 0 the cap."""
        goal = self.goal(method="ratio_lower", target=1.0)
        self.assertFalse(goal.is_measured)
        self.measure(goal, 0.8)
        self.assertEqual((goal.achievement, goal.is_measured), (125.0, True))
        self.measure(goal, 0)
        self.assertEqual(goal.achievement, 150.0)

    def test_last_value_is_by_date_of_measuring(self):
        """C4: the latest date counts, not what was entered last."""
        goal = self.goal()
        self.measure(goal, 90, day="2024-09-15")
        self.measure(goal, 40, day="2024-08-01")
        self.assertEqual((goal.last_value, goal.achievement), (90, 90))
        self.measure(goal, 95, day="2024-09-15")
        self.assertEqual(goal.achievement, 95, "of one day the one entered last")

    def test_progress_range_done(self):
        """C4: 85 to 90, now 89, is 80 %; range and done follow Formulas, section 1."""
        progress = self.goal(method="progress", baseline=85, target=90, weight=20)
        self.measure(progress, 89)
        self.assertEqual(progress.achievement, 80)
        inside = self.goal(method="range", low=95, high=105, weight=20)
        self.measure(inside, 107)
        self.assertEqual(inside.achievement, 80)
        done = self.goal(method="done", weight=20)
        self.measure(done, 1)
        self.assertEqual(done.achievement, 100)

    def test_milestones(self):
        """C4: the share of the weight that is done."""
        goal = self.goal(
            method="milestones",
            milestone_ids=[(0, 0, {"name": name, "weight": 1}) for name in "abcd"],
        )
        self.as_user(goal, self.employee).milestone_ids[:3].done_on = "2024-08-01"
        self.assertEqual(goal.achievement, 75)

    def test_key_results(self):
        """P1, C4: an objective is the weighted mean of its key results; missing ones left out."""
        objective = self.goal(kind="objective", method="key_results", weight=100)
        for weight, value in ((60, 100), (20, 60), (20, None)):
            result = self.goal(
                kind="key_result", parent_id=objective.id, weight=weight, name=f"KR {weight}"
            )
            if value is not None:
                self.measure(result, value)
        self.assertEqual(objective.achievement, 90)
        self.assertEqual(objective._get_counted(), objective)

    def test_dates(self):
        """C4: not in the future, not outside the cycle."""
        goal = self.goal()
        values = self.as_user(self.env["hr.performance.measurement"], self.employee)
        for today, day in (("2024-08-01", "2024-08-02"), ("2024-10-08", "2024-10-01")):
            with self.at(today), self.assertRaisesRegex(ValidationError, "cannot be measured"):
                values.create({"goal_id": goal.id, "date": day, "value": 1, "source": "Books"})
        with self.assertRaisesRegex(ValidationError, "cannot be measured"):
            self.measure(goal, 1, day="2024-06-30")

    def test_wrong_person(self):
        """G1: only the owner, the line and HR enter values; the auditor and others do not."""
        goal = self.goal()
        for person in (self.colleague, self.stranger, self.auditor, self.payroll):
            with self.assertRaises(AccessError):
                self.measure(goal, 150, by=person)
        for person in (self.employee, self.manager, self.boss, self.officer):
            self.measure(goal, 90, by=person)
        with self.assertRaises(AccessError):
            self.as_user(goal.measurement_ids.filtered("value")[1], self.employee).unlink()

    def test_a_value_stays_with_its_subject(self):
        """G1: a value cannot be moved to another goal, person, cycle or to an indicator."""
        other = self.add_goal(self.launch(self.cycle, self.colleague))
        value = self.measure(self.goal(), 90, by=self.employee)
        indicator = self.env.ref("hr_performance.indicator_complaint_rate")
        for vals in (
            {"goal_id": other.id},
            {"goal_id": False, "indicator_id": indicator.id},
            {"employee_id": self.colleague.id},
        ):
            with self.assertRaisesRegex(UserError, "stays with what it measures"):
                self.as_user(value, self.employee).write(vals)
        with self.assertRaises(AccessError):
            self.as_user(self.goal(weight=10), self.employee).write(
                {"measurement_ids": [(4, self.measure(other, 1, by=self.manager).id)]}
            )

    def test_indicators_are_not_entered_by_the_person(self):
        """E2, G1: nobody, an HR officer neither, enters the own quality figures."""
        indicator = self.env.ref("hr_performance.indicator_complaint_rate")
        self.launch(self.cycle, self.officer)

        def enter(person, by):
            with self.at("2024-10-08"):
                return self.as_user(self.env["hr.performance.measurement"], by).create(
                    {
                        "indicator_id": indicator.id,
                        "employee_id": person.id,
                        "cycle_id": self.cycle.id,
                        "date": "2024-09-30",
                        "value": 0.1,
                        "source": "Books",
                    }
                )

        for person in (self.employee, self.officer):
            with self.assertRaises(AccessError):
                enter(person, by=person)
        for by in (self.manager, self.officer):
            self.assertTrue(enter(self.employee, by))

    def test_after_the_managers_review(self):
        """E6, E7: the own figures close when the manager has judged; others are counted at once."""
        goal = self.goal()
        self.agree(self.evaluation)
        value = self.measure(goal, 90, by=self.employee)
        with self.at("2024-10-08"):
            self.start_evaluation(self.cycle)
            self.give_review(self.evaluation, "manager", self.manager)
        rating = self.evaluation.rating_ids
        self.assertEqual(rating.achievement, 90)
        with self.assertRaisesRegex(UserError, "manager has judged already"):
            self.measure(goal, 150, by=self.employee)
        with self.assertRaisesRegex(UserError, "manager has judged already"):
            self.as_user(value, self.employee).value = 150
        with self.assertRaisesRegex(UserError, "manager has judged already"):
            self.as_user(value, self.employee).unlink()
        self.measure(goal, 100, by=self.officer)
        self.assertEqual(rating.achievement, 100)

    def test_after_the_release(self):
        """G4: with the release the figures are closed for everybody."""
        evaluation = self.live_through(
            self.create_cycle(code="R", payout_from=False, payout_to=False), self.colleague
        )
        goal, value = evaluation.goal_ids, evaluation.goal_ids.measurement_ids
        for person in (self.colleague, self.manager, self.admin):
            with self.assertRaisesRegex(UserError, "figures are closed"):
                self.measure(goal, 150, by=person)
        with self.assertRaisesRegex(UserError, "figures are closed"):
            self.as_user(value, self.manager).value = 150
        with self.assertRaisesRegex(UserError, "figures are closed"):
            self.as_user(value, self.manager).unlink()
