from itertools import product

from hypothesis import assume, given
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.hr_performance.rules.distribution import (
    Fault,
    Guideline,
    Kind,
    Seats,
    blocks,
    deviation,
    infeasible,
    seats,
)

from .common import figures, quick

LINES = st.builds(
    Guideline,
    st.just("any"),
    st.sampled_from(Kind),
    figures(0, 100),
    figures(0, 100),
)


def exactly(*shares):
    return [Guideline(grade, Kind.EQ, share) for grade, share in zip("ABCDE", shares, strict=False)]


def counts_of(lines, people):
    found = seats(lines, people)
    assert all(one.lower == one.upper for one in found)
    return [one.upper for one in found]


def can_be_filled(bounds, people):
    ranges = (range(one.lower, one.upper + 1) for one in bounds)
    return any(sum(counts) == people for counts in product(*ranges))


@tagged("-at_install", "post_install")
class TestDistribution(BaseCase):
    def test_worked_examples(self):
        """Section 4, E8: 33.3/33.4/33.3 of 4 is 1/2/1, 10/20/60/10 of 7 is 1/1/4/1."""
        self.assertEqual(counts_of(exactly(33.3, 33.4, 33.3), 4), [1, 2, 1])
        self.assertEqual(counts_of(exactly(10, 20, 60, 10), 7), [1, 1, 4, 1])

    def test_equal_remainders(self):
        """Section 4, E8: of equal remainders the higher grade comes first."""
        self.assertEqual(counts_of(exactly(25, 25, 25, 25), 1), [1, 0, 0, 0])
        self.assertEqual(counts_of(exactly(25, 25, 25, 25), 6), [2, 2, 1, 1])
        self.assertEqual(counts_of(exactly(10, 10, 80), 5), [1, 0, 4])

    def test_limits_are_rounded_to_whole_people(self):
        """Section 4, E8: at most and the upper end go up, at least and the lower end go down."""
        lines = [
            Guideline("A", Kind.LE, 15),
            Guideline("B", Kind.GE, 25),
            Guideline("C", Kind.BETWEEN, 15, 25),
            Guideline("D", Kind.EQ, 15),
            Guideline("E", Kind.NONE, 80),
        ]
        expected = [("A", 0, 2), ("B", 2, 10), ("C", 1, 3), ("D", 1, 2), ("E", 0, 10)]
        self.assertEqual(seats(lines, 10), tuple(Seats(*one) for one in expected))

    def test_decimal_shares(self):
        """Section 4, E8: 14.5 % of 200 is 29, not a binary bit more."""
        found = seats([Guideline("A", Kind.LE, 14.5), Guideline("B", Kind.NONE)], 200)
        self.assertEqual(found, (Seats("A", 0, 29), Seats("B", 0, 200)))

    def test_open_ends(self):
        """Section 4, E8: without an upper end, *between* goes up to everybody."""
        found = seats([Guideline("A", Kind.BETWEEN, 20), Guideline("B", Kind.LE)], 200)
        self.assertEqual(found, (Seats("A", 40, 200), Seats("B", 0, 0)))

    def test_refused_when_saved(self):
        """Section 4, E8: what some group could not keep is refused before any is met."""
        at_least = [
            Guideline("A", Kind.GE, 60),
            Guideline("B", Kind.EQ, 41),
            Guideline("C", Kind.NONE),
        ]
        at_most = [Guideline("A", Kind.LE, 60), Guideline("B", Kind.BETWEEN, 10, 39)]
        cases = [
            (at_least, Fault.TOO_MANY),
            (at_most, Fault.TOO_FEW),
            (exactly(10, 20, 60, 20), Fault.TOO_MANY),
            (exactly(10, 20, 60), Fault.TOO_FEW),
            (exactly(0, 0), Fault.TOO_FEW),
            (exactly(33, 33, 33), Fault.TOO_FEW),
            (exactly(33.33, 33.33, 33.32), Fault.TOO_FEW),
            (exactly(33.34, 33.34, 33.34), Fault.TOO_MANY),
            ([Guideline("A", Kind.LE, 101), Guideline("B", Kind.NONE)], Fault.SHARE_OUTSIDE),
            ([Guideline("A", Kind.GE, -1), Guideline("B", Kind.NONE)], Fault.SHARE_OUTSIDE),
            (
                [Guideline("A", Kind.BETWEEN, 30, 20), Guideline("B", Kind.NONE)],
                Fault.RANGE_REVERSED,
            ),
            ([], Fault.TOO_FEW),
        ]
        for lines, fault in cases:
            with self.subTest(lines=lines):
                self.assertEqual(infeasible(lines), fault)

    def test_accepted_when_saved(self):
        """Section 4, E8: exactly 100 %, thirds as typed, limits that leave room, no guideline."""
        cases = [
            exactly(10, 20, 60, 10),
            exactly(33.33, 33.33, 33.33),
            [Guideline("A", Kind.GE, 60), Guideline("B", Kind.GE, 40)],
            [Guideline("A", Kind.LE, 60), Guideline("B", Kind.LE, 40)],
            [Guideline("A", Kind.EQ, 20), Guideline("B", Kind.NONE)],
            [Guideline("A", Kind.NONE)],
        ]
        for lines in cases:
            with self.subTest(lines=lines):
                self.assertIsNone(infeasible(lines))

    def test_group_that_cannot_keep_it(self):
        """Section 4, E8: the same guideline fits one group and not another."""
        at_most = [Guideline("A", Kind.LE, 60), Guideline("B", Kind.LE, 30)]
        self.assertIsNone(infeasible(at_most, 3))
        self.assertEqual(infeasible(at_most, 10), Fault.TOO_FEW)
        at_least = [Guideline("A", Kind.GE, 60), Guideline("B", Kind.GE, 50)]
        self.assertIsNone(infeasible(at_least, 1))
        self.assertEqual(infeasible(at_least, 10), Fault.TOO_MANY)
        self.assertEqual(infeasible(exactly(10, 20), 10), Fault.TOO_FEW)

    def test_deviation(self):
        """Section 4, E8: add 1, remove 2, leave what fits."""
        bounds = [Seats("A", 1, 1), Seats("B", 1, 2), Seats("C", 0, 4), Seats("D", 2, 3)]
        counts = {"A": 0, "B": 2, "C": 6, "D": 0}
        self.assertEqual(deviation(bounds, counts), {"A": 1, "B": 0, "C": -2, "D": 2})
        self.assertEqual(deviation(bounds, {})["D"], 2)
        self.assertEqual(deviation([Seats("A", 0, 0)], {}), {"A": 0})

    def test_blocking_from_a_group_size_on(self):
        """Section 4, E8: nine people are only warned, ten are held to the guideline."""
        self.assertEqual([blocks(9), blocks(10)], [False, True])
        self.assertEqual([blocks(4, 5), blocks(5, 5)], [False, True])

    def test_impossible_questions(self):
        """Section 4: fewer than no people, shares that give seats to no grade."""
        with self.assertRaises(ValueError):
            seats(exactly(50, 50), -1)
        with self.assertRaises(ValueError):
            seats(exactly(0, 0), 3)

    @quick
    @given(st.lists(figures(0, 100), min_size=1, max_size=6), st.integers(0, 500))
    def test_exact_shares_seat_everybody(self, shares, people):
        """Section 4, E8: largest remainder seats all, each less than one seat off its share."""
        assume(sum(shares))
        lines = [Guideline(str(index), Kind.EQ, share) for index, share in enumerate(shares)]
        counts = counts_of(lines, people)
        self.assertEqual(sum(counts), people)
        for count, share in zip(counts, shares, strict=True):
            self.assertLess(abs(count - people * share / sum(shares)), 1 + 1e-9)

    @quick
    @given(st.lists(LINES, min_size=1, max_size=4), st.integers(1, 12))
    def test_saved_guideline_fits_every_group(self, lines, people):
        """Section 4, E8: what is accepted when saved can be filled by any number of people."""
        assume(infeasible(lines) is None)
        self.assertIsNone(infeasible(lines, people))
        self.assertTrue(can_be_filled(seats(lines, people), people))

    @quick
    @given(st.lists(LINES, min_size=1, max_size=4))
    def test_nothing_is_refused_that_would_always_fit(self, lines):
        """Section 4, E8: what is refused when saved fails at the latest with 10,000 people."""
        self.assertEqual(infeasible(lines) is None, infeasible(lines, 10000) is None)

    @quick
    @given(st.lists(LINES, min_size=1, max_size=4), st.lists(st.integers(0, 9), min_size=4))
    def test_deviation_mends(self, lines, counts):
        """Section 4, E8: with what is to add or remove, every grade fits."""
        assume(infeasible(lines) is None)
        named = [
            Guideline(str(index), line.kind, line.share, line.share_to)
            for index, line in enumerate(lines)
        ]
        bounds = seats(named, sum(counts))
        have = {one.grade: count for one, count in zip(bounds, counts, strict=False)}
        change = deviation(bounds, have)
        mended = {grade: have[grade] + change[grade] for grade in have}
        self.assertTrue(all(one.lower <= mended[one.grade] <= one.upper for one in bounds))
        self.assertEqual(set(deviation(bounds, mended).values()), {0})
