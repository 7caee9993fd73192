from hypothesis import assume, given
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.hr_performance.rules.achievement import (
    Fault,
    Measure,
    Method,
    achievement,
    fault,
    milestone_share,
)

from .common import figures, quick

HIGHER = Measure(Method.RATIO_HIGHER, target=100)
MEASURES = st.sampled_from(
    [
        HIGHER,
        Measure(Method.RATIO_LOWER, target=12),
        Measure(Method.PROGRESS, baseline=85, target=90),
        Measure(Method.PROGRESS, baseline=48, target=12),
        Measure(Method.RANGE, low=95, high=105),
        Measure(Method.MILESTONES),
        Measure(Method.DONE),
    ]
)


@tagged("-at_install", "post_install")
class TestAchievement(BaseCase):
    def assertAchieved(self, measure, actual, expected):
        self.assertEqual(achievement(measure, actual), expected)

    def test_ratio_higher_is_better(self):
        """Section 1, C4: 110 of 100 is 110, and 200 of 100 stops at the cap."""
        self.assertAchieved(HIGHER, 110, 110.0)
        self.assertAchieved(HIGHER, 200, 150.0)

    def test_ratio_lower_is_better(self):
        """Section 1, C4: complaints 0.8 against 1.0, and 12 h against 12 h."""
        self.assertAchieved(Measure(Method.RATIO_LOWER, target=1.0), 0.8, 125.0)
        self.assertAchieved(Measure(Method.RATIO_LOWER, target=12), 12, 100.0)

    def test_ratio_lower_is_better_at_zero(self):
        """Section 1, C4: actual 0 is the cap if the target is above 0, else 100."""
        self.assertAchieved(Measure(Method.RATIO_LOWER, target=1.0), 0, 150.0)
        self.assertAchieved(Measure(Method.RATIO_LOWER, target=1.0, cap=120), 0, 120.0)
        self.assertAchieved(Measure(Method.RATIO_LOWER, target=0), 0, 100.0)
        self.assertAchieved(Measure(Method.RATIO_LOWER, target=0), 3, 0.0)

    def test_progress_in_either_direction(self):
        """Section 1, C4: 85 to 90 and now 89; 48 h down to 12 h and now 24 h."""
        self.assertAchieved(Measure(Method.PROGRESS, baseline=85, target=90), 89, 80.0)
        self.assertAchieved(Measure(Method.PROGRESS, baseline=48, target=12), 24, 66.67)

    def test_progress_backwards_stops_at_the_floor(self):
        """Section 1, C4: worse than the baseline is the floor, not a negative figure."""
        self.assertAchieved(Measure(Method.PROGRESS, baseline=85, target=90), 80, 0.0)
        lenient = Measure(Method.PROGRESS, baseline=85, target=90, floor=-50)
        self.assertAchieved(lenient, 84, -20.0)

    def test_range(self):
        """Section 1, C4: inside [95, 105] is 100; 107 is 80, and so is 93."""
        within = Measure(Method.RANGE, low=95, high=105)
        for actual, expected in [(95, 100.0), (100, 100.0), (105, 100.0), (107, 80.0), (93, 80.0)]:
            self.assertAchieved(within, actual, expected)

    def test_milestones(self):
        """Section 1, C4: 3 of 4 equal milestones are 75."""
        share = milestone_share([(1, True), (1, True), (1, True), (1, False)])
        self.assertEqual(share, 75.0)
        self.assertAchieved(Measure(Method.MILESTONES), share, 75.0)

    def test_milestones_by_weight(self):
        """Section 1, C4: the weight done counts, and without any weight it is missing."""
        self.assertEqual(milestone_share([(2, True), (1, False)]), 66.67)
        self.assertIsNone(milestone_share([]))
        self.assertIsNone(milestone_share([(0, True)]))
        with self.assertRaises(ValueError):
            milestone_share([(2, True), (-1, False)])

    def test_done_or_not_done(self):
        """Section 1, C4: done is 100, not done is 0."""
        self.assertAchieved(Measure(Method.DONE), 1, 100.0)
        self.assertAchieved(Measure(Method.DONE), True, 100.0)
        self.assertAchieved(Measure(Method.DONE), 0, 0.0)

    def test_key_results_are_averaged_elsewhere(self):
        """Section 1, C4: an objective has no figure of its own to be measured by."""
        with self.assertRaises(ValueError):
            achievement(Measure(Method.KEY_RESULTS), 80)

    def test_refused_measures(self):
        """Section 1, C4: what is refused when the goal is saved."""
        refused = {
            Fault.TARGET_MISSING: Measure(Method.RATIO_HIGHER),
            Fault.TARGET_ZERO: Measure(Method.RATIO_LOWER, target=0),
            Fault.TARGET_NEGATIVE: Measure(Method.RATIO_HIGHER, target=-5),
            Fault.BASELINE_MISSING: Measure(Method.PROGRESS, target=90),
            Fault.TARGET_IS_BASELINE: Measure(Method.PROGRESS, baseline=85, target=85),
            Fault.RANGE_EMPTY: Measure(Method.RANGE, low=105, high=105),
            Fault.BOUNDS: Measure(Method.DONE, floor=150),
        }
        for expected, measure in refused.items():
            self.assertEqual(fault(measure), expected)
        self.assertEqual(fault(Measure(Method.PROGRESS, baseline=85)), Fault.TARGET_MISSING)
        self.assertEqual(fault(Measure(Method.RANGE, low=95)), Fault.RANGE_EMPTY)

    def test_refused_measure_achieves_nothing(self):
        """Section 1, C4: a measure with a fault is missing, whatever was measured."""
        self.assertIsNone(achievement(Measure(Method.RATIO_HIGHER, target=0), 5))
        self.assertIsNone(achievement(Measure(Method.PROGRESS, target=5), 5))
        self.assertIsNone(achievement(Measure(Method.DONE, floor=150), 1))

    def test_not_a_number(self):
        """Section 1, C4: NaN and infinity are errors; a negative trace reads 0, not -0."""
        for actual in (float("nan"), float("inf")):
            with self.assertRaises(ValueError):
                achievement(HIGHER, actual)
        trace = achievement(Measure(Method.RATIO_HIGHER, target=100, floor=-50), -0.001)
        self.assertEqual(str(trace), "0.0")

    @quick
    @given(MEASURES)
    def test_fine_measure_without_measurement_is_missing(self, measure):
        """Section 1, C4: no measurement is missing, never 0."""
        self.assertIsNone(fault(measure))
        self.assertIsNone(achievement(measure, None))

    @quick
    @given(MEASURES, figures(-1000, 1000), figures(-50, 90), figures(100, 200))
    def test_between_floor_and_cap(self, measure, actual, floor, cap):
        """Section 1, C4: the achievement never leaves floor and cap."""
        limits = {"baseline": measure.baseline, "target": measure.target}
        limits |= {"low": measure.low, "high": measure.high, "floor": floor, "cap": cap}
        found = achievement(Measure(measure.method, **limits), actual)
        self.assertTrue(floor <= found <= cap)

    @quick
    @given(figures(-300, 300), figures(-300, 300), figures(1, 100))
    def test_better_is_never_less(self, one, other, target):
        """Section 1, C4: more achieves no less, or no more where lower is better."""
        less, more = sorted([one, other])
        higher = Measure(Method.RATIO_HIGHER, target=target)
        lower = Measure(Method.RATIO_LOWER, target=target)
        self.assertLessEqual(achievement(higher, less), achievement(higher, more))
        self.assertGreaterEqual(achievement(lower, less), achievement(lower, more))

    @quick
    @given(figures(-100, 100), figures(-100, 100), figures(-300, 300), figures(-300, 300))
    def test_nearer_the_target_is_never_less(self, baseline, target, one, other):
        """Section 1, C4: progress grows towards the target from either side."""
        assume(baseline != target)
        measure = Measure(Method.PROGRESS, baseline=baseline, target=target)
        before, after = sorted([one, other], reverse=target < baseline)
        self.assertLessEqual(achievement(measure, before), achievement(measure, after))
