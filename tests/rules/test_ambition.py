from dataclasses import replace

from hypothesis import given

from odoo.tests import BaseCase, tagged

from odoo.addons.hr_performance.rules.achievement import Method
from odoo.addons.hr_performance.rules.smart import Code, Finding, Letter, Reference, check

from .common import figures, quick
from .drafts import GOOD, LIMITS, codes


@tagged("-at_install", "post_install")
class TestAchievable(BaseCase):
    def judged(self, **values):
        found = check(replace(GOOD, **{"baseline": None, **values}), LIMITS)
        return [
            (one.code, one.figures["reference"], one.figures["percent"])
            for one in found
            if one.letter is Letter.A
        ]

    def test_against_the_baseline(self):
        """P4: 85 to 130 is 52.94 % more: too high, with the figures; 85 to 84 is too low."""
        found = check(replace(GOOD, target=130), LIMITS)
        expected = {
            "reference": Reference.BASELINE.value,
            "value": 85.0,
            "target": 130,
            "percent": 52.94,
            "limit": 50.0,
        }
        self.assertEqual(found, (Finding(Letter.A, Code.TOO_HIGH, expected),))
        self.assertEqual(self.judged(baseline=85, target=84), [(Code.TOO_LOW, "baseline", -1.18)])

    def test_limits_themselves_are_accepted(self):
        """P4: exactly the limit is neither too high nor too low."""
        for target in (100, 150):
            self.assertEqual(self.judged(baseline=100, target=target), [])
        self.assertEqual(self.judged(baseline=100, target=150.01)[0][0], Code.TOO_HIGH)
        self.assertEqual(self.judged(baseline=100, target=99.99)[0][0], Code.TOO_LOW)

    def test_lower_is_better(self):
        """P4: from 48 hours to 12 is 75 % better; from 12 to 48 is worse."""
        down = {"lower_is_better": True}
        self.assertEqual(
            self.judged(baseline=48, target=12, **down), [(Code.TOO_HIGH, "baseline", 75.0)]
        )
        self.assertEqual(
            self.judged(baseline=12, target=48, **down), [(Code.TOO_LOW, "baseline", -300.0)]
        )
        ratio = {"method": Method.RATIO_LOWER, "own_history": [1.0]}
        self.assertEqual(self.judged(target=0.9, **ratio), [])
        self.assertEqual(self.judged(target=1.1, **ratio), [(Code.TOO_LOW, "own", -10.0)])
        higher = {"method": Method.RATIO_HIGHER, "own_history": [1.0], **down}
        self.assertEqual(self.judged(target=1.1, **higher), [])

    def test_below_zero(self):
        """P4: from a loss of 100 to a loss of 80 is 20 % better."""
        self.assertEqual(self.judged(baseline=-100, target=-80), [])
        self.assertEqual(self.judged(baseline=-100, target=-120)[0][0], Code.TOO_LOW)

    def test_against_the_own_last_values(self):
        """P4: the mean of the last three values is the person's level."""
        history = [500, 60, 70, 80]
        self.assertEqual(self.judged(target=70, own_history=history), [])
        self.assertEqual(
            self.judged(target=63, own_history=history), [(Code.TOO_LOW, "own", -10.0)]
        )
        self.assertEqual(
            self.judged(target=112, own_history=history), [(Code.TOO_HIGH, "own", 60.0)]
        )

    def test_figures_are_rounded(self):
        """P4: the level that a message shows has four places, the gain two."""
        history = replace(
            GOOD, method=Method.RATIO_HIGHER, baseline=None, target=200, own_history=[1, 1, 2]
        )
        found = check(history, LIMITS)[0].figures
        self.assertEqual((found["value"], found["percent"]), (1.3333, 14900.0))

    def test_against_the_peers(self):
        """P4: the median of at least three peers' targets, either way by the setting."""
        peers = [100, 10, 1000]
        self.assertEqual(self.judged(target=130, peer_targets=peers), [])
        self.assertEqual(self.judged(target=70, peer_targets=peers), [])
        self.assertEqual(
            self.judged(target=131, peer_targets=peers), [(Code.TOO_HIGH, "peers", 31.0)]
        )
        self.assertEqual(
            self.judged(target=60, peer_targets=peers), [(Code.TOO_LOW, "peers", -40.0)]
        )
        self.assertEqual(self.judged(target=1, peer_targets=peers[:2]), [])

    def test_each_reference_speaks(self):
        """P4: a target may be too high for the person and too low beside the peers."""
        found = self.judged(target=60, baseline=30, own_history=[30], peer_targets=[100] * 3)
        self.assertEqual([one[1] for one in found], ["baseline", "own", "peers"])
        self.assertEqual([one[0] for one in found], [Code.TOO_HIGH, Code.TOO_HIGH, Code.TOO_LOW])

    def test_nothing_to_compare(self):
        """P4: from 0 there is no growth in percent; milestones have no target."""
        self.assertEqual(self.judged(baseline=0, target=9, own_history=[0, 0]), [])
        self.assertEqual(self.judged(method=Method.MILESTONES, baseline=1, target=9), [])
        self.assertEqual(self.judged(baseline=1, target=None), [])

    @quick
    @given(figures(1, 999), figures(1, 999))
    def test_more_is_never_lower(self, target, other):
        """P4: of two targets against one baseline, the higher is never the lower finding."""
        ranks = {Code.TOO_LOW: 0, None: 1, Code.TOO_HIGH: 2}
        rank = [
            ranks[next(iter(codes(replace(GOOD, target=one), Letter.A)), None)]
            for one in sorted([target, other])
        ]
        self.assertLessEqual(*rank)
