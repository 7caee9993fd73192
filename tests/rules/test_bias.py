from statistics import fmean, pstdev

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.hr_performance.rules.bias import (
    Bias,
    Compared,
    Judged,
    Share,
    biases,
    gap,
)

from .common import figures, quick

PEOPLE = st.lists(
    st.builds(Judged, figures(0, 150), st.sampled_from("ABC"), st.none() | figures(0, 150)),
    min_size=5,
    max_size=9,
)


def group(*scores, grade="good", own_score=None):
    return [
        Judged(score, grade, None if own_score is None else own_score - score) for score in scores
    ]


@tagged("-at_install", "post_install")
class TestBias(BaseCase):
    def test_figures(self):
        """Section 10, E9: leniency, spread, shares and self against manager by hand."""
        mild = group(100, 102, 104, grade="excellent", own_score=105) + group(96, 98, own_score=105)
        strict = group(70, 80, 90, 80, grade="improve") + group(80)
        found = biases({"mild": mild, "strict": strict})
        self.assertEqual(
            found["mild"],
            Bias(
                people=5,
                mean=100.0,
                deviation=2.83,
                leniency=20.0,
                spread=0.45,
                shares=(
                    Share("excellent", 60.0, 0.0),
                    Share("good", 40.0, 20.0),
                    Share("improve", 0.0, 80.0),
                ),
                self_gap=5.0,
            ),
        )
        self.assertEqual(found["strict"].leniency, -20.0)
        self.assertEqual(found["strict"].spread, 2.24)

    def test_from_five_people_on(self):
        """Section 10, E9: four people give no figures, five do."""
        found = biases({"four": group(1, 2, 3, 4), "five": group(1, 2, 3, 4, 5)})
        self.assertIsNone(found["four"])
        self.assertEqual(found["five"].people, 5)

    def test_too_few_others(self):
        """Section 10, E9: nothing is compared with four others, whose scores would show through."""
        found = biases({"four": group(1, 2, 3, 4), "five": group(90, 91, 92, 93, 94)})["five"]
        self.assertEqual((found.leniency, found.spread), (None, None))
        self.assertEqual(found.shares, (Share("good", 100.0, None),))
        self.assertEqual((found.mean, found.deviation), (92.0, 1.41))

    def test_others_without_spread(self):
        """Section 10, E9: against equal scores there is no ratio."""
        found = biases({"one": group(1, 2, 3, 4, 5), "equal": group(80.1, 80.1, 80.1, 80.1, 80.1)})
        self.assertIsNone(found["one"].spread)
        self.assertEqual(found["equal"].deviation, 0.0)
        self.assertEqual(found["equal"].spread, 0.0)

    def test_self_scores_of_too_few(self):
        """Section 10, E9: self against manager needs five people who gave both."""
        four = group(80, 80, 80, 80, own_score=90) + group(80)
        self.assertIsNone(biases({"one": four})["one"].self_gap)
        five = [*four, *group(80, own_score=100)]
        self.assertEqual(biases({"one": five})["one"].self_gap, 12.0)

    def test_gap_of_one_person(self):
        """Section 10, E9: self minus manager by weight, over what both judged; several managers."""
        both = [Compared(30, [100], [80, 90]), Compared(10, [90], [95])]
        self.assertEqual(gap(both), 10.0)
        self.assertEqual(gap([*both, Compared(60, [], [10]), Compared(60, [99], [])]), 10.0)
        self.assertIsNone(gap([Compared(60, [], [10])]))
        self.assertIsNone(gap([]))

    def test_long_figures(self):
        """Section 10, E9: equal scores of many places have no spread, and do not fail."""
        found = biases({"one": group(*[200 / 3] * 7)})["one"]
        self.assertEqual((found.mean, found.deviation), (66.67, 0.0))

    def test_nobody(self):
        """Section 10, E9: a manager of nobody has no figures."""
        self.assertEqual(biases({"one": []}), {"one": None})
        self.assertEqual(biases({}), {})

    @quick
    @given(PEOPLE, PEOPLE, PEOPLE)
    def test_against_the_definition(self, one, two, three):
        """Section 10, E9: the pass over all gives what the definition gives for each."""
        found = biases({1: one, 2: two, 3: three})
        for key, own, others in [(1, one, two + three), (3, three, one + two)]:
            scores = [judged.score for judged in own]
            elsewhere = [judged.score for judged in others]
            self.assertAlmostEqual(
                found[key].leniency, fmean(scores) - fmean(elsewhere), delta=0.00501
            )
            self.assertAlmostEqual(found[key].deviation, pstdev(scores), delta=0.00501)
            if pstdev(elsewhere) > 1:
                ratio = pstdev(scores) / pstdev(elsewhere)
                self.assertAlmostEqual(found[key].spread, ratio, delta=0.00501)

    @quick
    @given(PEOPLE, PEOPLE)
    def test_shares_make_100(self, one, two):
        """Section 10, E9: the grades named make 100 % on either side."""
        for found in biases({1: one, 2: two}).values():
            self.assertAlmostEqual(sum(share.here for share in found.shares), 100, delta=0.02)
            self.assertAlmostEqual(sum(share.elsewhere for share in found.shares), 100, delta=0.02)
