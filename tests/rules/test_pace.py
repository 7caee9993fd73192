from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.hr_performance.rules.achievement import Method
from odoo.addons.hr_performance.rules.pace import (
    Level,
    confidence_level,
    elapsed_share,
    judge,
    pace,
    pace_level,
    warning,
)

from .common import figures, quick

START, END = date(2024, 7, 1), date(2024, 9, 30)
LEVELS = st.none() | st.sampled_from(Level)


@tagged("-at_install", "post_install")
class TestPace(BaseCase):
    def test_half_the_quarter_gone(self):
        """Section 8, C5: half the quarter gone, progress 45 %: 0.90, lagging."""
        elapsed = elapsed_share(START, END, date(2024, 8, 15))
        self.assertEqual(elapsed, 0.5)
        self.assertEqual(pace(45, elapsed), 0.90)
        self.assertEqual(pace_level(0.90), Level.LAGGING)

    def test_confidence_outweighs_pace(self):
        """Section 8, C5: the same with a confidence of 3 is at risk."""
        self.assertEqual(warning(pace_level(0.90), confidence_level([3])), Level.AT_RISK)

    def test_pace_levels(self):
        """Section 8, C5: from 0.95 on track, from 0.75 lagging, else at risk."""
        expected = {
            1.2: Level.ON_TRACK,
            0.95: Level.ON_TRACK,
            0.94: Level.LAGGING,
            0.75: Level.LAGGING,
            0.74: Level.AT_RISK,
            0: Level.AT_RISK,
            None: None,
        }
        for ratio, level in expected.items():
            self.assertEqual(pace_level(ratio), level)

    def test_not_judged(self):
        """Section 8, C5: not before a tenth of the time is used, nor without progress."""
        self.assertIsNone(pace(0, 0.0999))
        self.assertIsNone(pace(None, 0.5))
        self.assertEqual(pace(0, 0.1), 0.0)

    def test_elapsed_at_the_ends(self):
        """Section 8, C5: both ends count; before is 0, after is 1."""
        expected = {
            date(2024, 6, 30): 0.0,
            START: 0.0109,
            END: 1.0,
            date(2024, 12, 31): 1.0,
        }
        for today, share in expected.items():
            self.assertEqual(elapsed_share(START, END, today), share)
        self.assertEqual(elapsed_share(START, START, START), 1.0)
        with self.assertRaises(ValueError):
            elapsed_share(END, START, START)

    def test_confidence_levels(self):
        """Section 8, C5: 8 to 10 on track, 4 to 7 attention, 1 to 3 at risk."""
        for level, scale in [
            (Level.ON_TRACK, range(8, 11)),
            (Level.LAGGING, range(4, 8)),
            (Level.AT_RISK, range(1, 4)),
        ]:
            for confidence in scale:
                self.assertEqual(confidence_level([confidence]), level)
        self.assertIsNone(confidence_level([]))

    def test_two_falls_running(self):
        """Section 8, C5: two falls running are at risk; one, or a pause between, is not."""
        self.assertEqual(confidence_level([10, 9, 8]), Level.AT_RISK)
        self.assertEqual(confidence_level([1, 10, 9, 8]), Level.AT_RISK)
        self.assertEqual(confidence_level([9, 8]), Level.ON_TRACK)
        self.assertEqual(confidence_level([10, 9, 9, 8]), Level.ON_TRACK)
        self.assertEqual(confidence_level([10, 9, 8, 8]), Level.ON_TRACK)

    def test_confidence_outside_the_scale(self):
        """Section 8, C5: 0 and 11 are no confidence."""
        for confidence in (0, 11):
            with self.assertRaises(ValueError):
                confidence_level([5, confidence])

    def test_nothing_known(self):
        """Section 8, C5: without a signal there is no warning, and no all-clear."""
        self.assertIsNone(warning(None, None))
        self.assertIsNone(warning())

    @quick
    @given(LEVELS, LEVELS)
    def test_warning_is_the_worse(self, one, other):
        """Section 8, C5: the worse of both, in any order; an unknown one is left out."""
        found = warning(one, other)
        self.assertEqual(found, warning(other, one))
        self.assertIn(found, (one, other))
        self.assertEqual(found is Level.AT_RISK, Level.AT_RISK in (one, other))
        self.assertEqual(found is None, one is other is None)

    @quick
    @given(st.integers(0, 91), st.integers(0, 91))
    def test_elapsed_grows(self, one, other):
        """Section 8, C5: time used lies from 0 to 1 and never goes back."""
        less, more = sorted([one, other])
        before = elapsed_share(START, END, START + timedelta(days=less))
        after = elapsed_share(START, END, START + timedelta(days=more))
        self.assertTrue(0 < before <= after <= 1)

    @quick
    @given(figures(0, 150), figures(0, 150), st.floats(0.1, 1))
    def test_more_progress_is_never_worse(self, one, other, elapsed):
        """Section 8, C5: at the same time, more progress is no worse a level."""
        less, more = sorted([one, other])
        self.assertLessEqual(pace(less, elapsed), pace(more, elapsed))
        worse = pace_level(pace(less, elapsed))
        self.assertEqual(warning(worse, pace_level(pace(more, elapsed))), worse)

    def test_standing_figures_have_their_whole_target_each_day(self):
        """Section 8, C5: a rate and a range are not held against the time that is used."""
        for method in (Method.RATIO_LOWER, Method.RANGE):
            self.assertIs(judge(method, 70, 0.5), Level.AT_RISK, method)
            self.assertIs(judge(method, 96, 0.5), Level.ON_TRACK, method)
        self.assertIs(judge(Method.RATIO_HIGHER, 70, 0.5), Level.ON_TRACK)

    def test_what_has_no_half_is_judged_at_its_end(self):
        """Section 8, C5: done or not done is no warning while there is time."""
        self.assertIsNone(judge(Method.DONE, 0, 0.9))
        self.assertIs(judge(Method.DONE, 100, 0.2), Level.ON_TRACK)
        self.assertIs(judge(Method.DONE, 0, 1.0), Level.AT_RISK)
        self.assertIsNone(judge(Method.RATIO_HIGHER, None, 0.5))
