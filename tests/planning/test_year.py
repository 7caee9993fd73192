from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, tagged

from .alignment_common import AlignmentCase


@tagged("post_install", "-at_install")
class TestYear(AlignmentCase):
    """P1: a year's goal has parts in the quarters, and its figure adds up from theirs."""

    def setUp(self):
        super().setUp()
        self.whole = self.goal(cycle_id=self.year.id, is_additive=True, target=101)

    def break_down(self, goal, by=None):
        wizards = self.as_user(self.env["hr.performance.break.down.wizard"], by or self.employee)
        return wizards.create({"goal_id": goal.id})

    def test_a_year_is_broken_into_its_quarters(self):
        """P1: one part per quarter, the same owner and measure, the target divided."""
        parts = self.created(self.break_down(self.whole).action_apply())
        self.assertEqual(parts.cycle_id, self.quarter | self.next_quarter)
        self.assertEqual(sorted(parts.mapped("target")), [50, 51])
        self.assertEqual(parts.employee_id, self.employee)
        self.assertEqual(parts.part_of_id, self.whole)
        self.assertEqual(parts.parent_id, self.whole)
        self.assertEqual(set(parts.mapped("metric")), {"Sales"})
        self.assertFalse(any(parts.mapped("why")))
        self.assertEqual(parts[0].date_due, parts[0].cycle_id.date_end)

    def test_the_figure_of_the_year_adds_up(self):
        """P1: the sum of the latest values; a part without a value is left out."""
        parts = self.created(self.break_down(self.whole).action_apply())
        self.assertFalse(self.whole.is_measured)
        first, second = parts.sorted("date_start")
        self.measure(first, 20, "2024-07-31")
        self.measure(first, 40, "2024-09-30")
        self.assertEqual(self.whole.last_value, 40)
        with self.at("2024-12-01"):
            self.as_user(self.env["hr.performance.measurement"], self.manager).create(
                {"goal_id": second.id, "date": "2024-11-30", "value": 61, "source": "Books"}
            )
        self.assertEqual(self.whole.last_value, 101)
        self.assertEqual(self.whole.achievement, 100)
        self.assertEqual(str(self.whole.last_date), "2024-11-30")
        first.cancelled = True
        self.assertEqual(self.whole.last_value, 61)

    def test_a_rate_of_the_year_is_its_latest(self):
        """P1: what does not add up keeps its target in each part, and the latest value counts."""
        rate = self.goal(cycle_id=self.year.id, target=90, metric="Satisfaction")
        parts = self.created(self.break_down(rate).action_apply()).sorted("date_start")
        self.assertEqual(parts.mapped("target"), [90, 90])
        self.measure(parts[0], 85, "2024-09-01")
        self.assertEqual(rate.last_value, 85)

    def test_values_are_entered_at_the_parts(self):
        """C4: a value that would not count is refused, with where to enter it."""
        self.break_down(self.whole).action_apply()
        with self.assertRaisesRegex(ValidationError, "from its parts.*Q"):
            self.measure(self.whole, 10)

    def test_a_division_that_does_not_add_up_is_refused(self):
        """P1: the sentence says by how much; a rate needs no sum."""
        wizard = self.break_down(self.whole)
        self.assertEqual(wizard.line_ids.mapped("target"), [51, 50])
        wizard.split = "hand"
        wizard.line_ids[0].target = 60
        with self.assertRaisesRegex(UserError, "110 units together, 9 more than"):
            wizard.action_apply()

    def test_again_only_what_is_missing(self):
        """P1: a part that exists is not made twice."""
        self.break_down(self.whole).action_apply()
        again = self.break_down(self.whole)
        self.assertEqual(set(again.line_ids.mapped("obstacle")), {"There is a part already."})
        with self.assertRaisesRegex(UserError, "no part to create"):
            again.action_apply()

    def test_signed_quarters_are_skipped(self):
        """P1, P7: a quarter whose goals are signed gets no part, and the list says why."""
        evaluation = self.launch(self.quarter, self.employee)
        self.add_goal(evaluation)
        self.agree(evaluation)
        action = self.break_down(self.whole).action_apply()
        self.assertIn("Q3 2024: the goals are signed", action["params"]["message"])
        self.assertEqual(self.created(action).cycle_id, self.next_quarter)

    def test_a_cycle_without_shorter_ones(self):
        """P1: the sentence says who can help."""
        short = self.goal()
        wizards = self.as_user(self.env["hr.performance.break.down.wizard"], self.employee)
        with self.assertRaisesRegex(UserError, "no shorter cycles inside it yet"):
            Form(wizards.with_context(default_goal_id=short.id))

    def test_parts_lie_inside_and_belong_to_the_same_owner(self):
        """P1: neither another owner's goal, nor one of the same or a foreign cycle."""
        with self.assertRaisesRegex(ValidationError, "different owners"):
            self.goal(employee_id=self.colleague.id, part_of_id=self.whole.id)
        with self.assertRaisesRegex(ValidationError, "2024 is not a part of 2024"):
            self.goal(cycle_id=self.year.id, part_of_id=self.whole.id)
        quarter = self.goal()
        with self.assertRaisesRegex(ValidationError, "Q4 2024 is not a part of Q3 2024"):
            self.goal(cycle_id=self.next_quarter.id, part_of_id=quarter.id)
        with self.assertRaisesRegex(ValidationError, "lies outside"):
            self.quarter.date_end = "2025-01-15"

    def test_nobody_breaks_down_the_goals_of_others(self):
        """G1: the owner, the line and HR; nobody else."""
        with self.assertRaises(AccessError):
            self.break_down(self.whole, by=self.colleague).action_apply()
        for person in (self.manager, self.officer):
            whole = self.goal(cycle_id=self.year.id)
            self.assertEqual(len(self.created(self.break_down(whole, person).action_apply())), 2)

    def test_the_figures_of_the_year_close_with_its_release(self):
        """E7, G4: a value of a quarter cannot change a year that is released."""
        part = self.created(self.break_down(self.whole).action_apply()).filtered(
            lambda goal: goal.cycle_id == self.quarter
        )
        evaluation = self.launch(self.year, self.employee)
        measurements = self.env["hr.performance.measurement"]
        value = measurements.new({"goal_id": part.id})
        self.assertIn(evaluation, value._get_evaluations())
