from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.hr_performance.rules.cadence import (
    Cover,
    Kind,
    Status,
    Window,
    coverage,
    expected,
    share_on_time,
)

from .common import quick

START, END = date(2024, 7, 1), date(2024, 9, 30)
LATER = date(2024, 12, 31)
DAYS = st.dates(date(2024, 6, 1), date(2024, 10, 31))
MONTHS = expected(Kind.MONTHLY, START, END)


def day(month, number):
    return date(2024, month, number)


def statuses(windows, held, today=LATER):
    return [one.status.value for one in coverage(windows, held, today)]


@tagged("-at_install", "post_install")
class TestExpected(BaseCase):
    def test_quarter(self):
        """C1: a quarter has three months, one review meeting, thirteen weeks."""
        self.assertEqual(
            MONTHS,
            (
                Window(START, day(7, 31)),
                Window(day(8, 1), day(8, 31)),
                Window(day(9, 1), END),
            ),
        )
        self.assertEqual(expected(Kind.QUARTERLY, START, END), (Window(START, END),))
        weeks = expected(Kind.WEEKLY, START, END)
        self.assertEqual(weeks[0], Window(START, day(7, 7)))
        self.assertEqual((len(weeks), weeks[-1].due), (13, day(9, 29)))

    def test_year(self):
        """C1: a year has four quarters, a leap year 29 days in February."""
        quarters = expected(Kind.QUARTERLY, day(1, 1), day(12, 31))
        self.assertEqual([one.due for one in quarters], [day(3, 31), day(6, 30), END, day(12, 31)])
        self.assertEqual(expected(Kind.MONTHLY, day(1, 1), day(12, 31))[1].due, day(2, 29))

    def test_months_from_the_31st(self):
        """C1: months from a 31st start on the last day of shorter ones, and on the 31st again."""
        starts = [one.start for one in expected(Kind.MONTHLY, day(1, 31), day(4, 29))]
        self.assertEqual(starts, [day(1, 31), day(2, 29), day(3, 31)])

    def test_over_the_year_end(self):
        """C1: months go on over the end of a year."""
        found = expected(Kind.MONTHLY, day(11, 15), date(2025, 2, 14))
        self.assertEqual(found[1], Window(day(12, 15), date(2025, 1, 14)))
        self.assertEqual(len(found), 3)

    def test_joined_and_left(self):
        """C1, G2: from joining to leaving; with less than half a window left, no meeting."""
        joined = expected(Kind.MONTHLY, START, END, joined=day(8, 10))
        self.assertEqual(joined, (Window(day(8, 10), day(8, 31)), Window(day(9, 1), END)))
        late = expected(Kind.MONTHLY, START, END, joined=day(8, 17))
        self.assertEqual([one.start for one in late], [day(9, 1)])
        half = expected(Kind.MONTHLY, START, END, joined=day(9, 16))
        self.assertEqual(half, (Window(day(9, 16), END),))
        left = expected(Kind.MONTHLY, START, END, left=day(8, 16))
        self.assertEqual([one.due for one in left], [day(7, 31), day(8, 16)])
        self.assertEqual(expected(Kind.MONTHLY, START, END, left=day(8, 15))[-1].due, day(7, 31))
        for joined, left in [(day(10, 1), None), (None, day(6, 30))]:
            self.assertEqual(expected(Kind.MONTHLY, START, END, joined, left), ())

    def test_pip_of_thirty_days(self):
        """R5: a PIP of 30 days has a check-in in each of its four weeks."""
        found = expected(Kind.WEEKLY, day(7, 3), day(8, 1))
        self.assertEqual([one.due for one in found], [day(7, number) for number in (9, 16, 23, 30)])

    def test_refused(self):
        """C1: a cycle that ends before it starts."""
        with self.assertRaises(ValueError):
            expected(Kind.WEEKLY, END, START)

    @quick
    @given(st.sampled_from(Kind), st.lists(DAYS, min_size=2, max_size=2), DAYS, DAYS)
    def test_windows_are_apart_and_inside(self, kind, ends, joined, left):
        """C1: windows follow each other inside the cycle and the person's time."""
        start, end = sorted(ends)
        found = expected(kind, start, end, joined, left)
        for one in found:
            self.assertTrue(max(start, joined) <= one.start <= one.due <= min(end, left))
        for one, following in pairwise(found):
            self.assertEqual(one.due + timedelta(days=1), following.start)


@tagged("-at_install", "post_install")
class TestCoverage(BaseCase):
    def test_on_time_at_both_ends(self):
        """C1: the first and the last day of a window are on time."""
        for held in (START, day(7, 31)):
            found = coverage(MONTHS, [held], LATER)[0]
            self.assertEqual(found, Cover(MONTHS[0], Status.ON_TIME, held))

    def test_made_up_for(self):
        """C1: the first of two meetings in August makes up for July."""
        self.assertEqual(statuses(MONTHS, [day(8, 5), day(8, 20), day(9, 9)])[0], "late")
        self.assertEqual(statuses(MONTHS, [day(8, 5), day(8, 31)])[:2], ["late", "on_time"])
        found = coverage(MONTHS, [day(8, 5), day(8, 20)], LATER)
        self.assertEqual([one.held for one in found], [day(8, 5), day(8, 20), None])

    def test_one_meeting_is_one_meeting(self):
        """C1: the only meeting in August is August's; two on one day are one."""
        self.assertEqual(statuses(MONTHS, [day(8, 5)]), ["missing", "on_time", "missing"])
        self.assertEqual(statuses(MONTHS, [day(8, 5)] * 2), ["missing", "on_time", "missing"])

    def test_not_after_the_next_is_satisfied(self):
        """C1: two meetings in September make up for no July when August was held."""
        found = statuses(MONTHS, [day(8, 5), day(9, 2), day(9, 9)])
        self.assertEqual(found, ["missing", "on_time", "on_time"])
        weeks = expected(Kind.WEEKLY, START, day(7, 28))
        found = statuses(weeks, [day(7, 15), day(7, 16), day(7, 22), day(7, 23)])
        self.assertEqual(found, ["missing", "late", "on_time", "on_time"])

    def test_after_the_last_window(self):
        """C1: after the cycle the last one can still be made up for, late."""
        self.assertEqual(statuses(MONTHS, [day(10, 4)]), ["missing", "missing", "late"])
        found = statuses(MONTHS, [day(7, 1), day(8, 1), day(9, 1), day(10, 4)])
        self.assertEqual(found, ["on_time"] * 3)

    def test_gap_between_windows(self):
        """C1: a meeting between two windows makes up for the earlier one."""
        apart = (MONTHS[0], MONTHS[2])
        self.assertEqual(statuses(apart, [day(8, 10)]), ["late", "missing"])
        self.assertEqual(statuses(apart, [day(8, 10), day(9, 10)]), ["late", "on_time"])

    def test_open_until_due(self):
        """C1: open up to and on the last day, missing from the next on."""
        self.assertEqual(statuses(MONTHS, [], day(7, 31)), ["open", "open", "open"])
        self.assertEqual(statuses(MONTHS, [], day(8, 1)), ["missing", "open", "open"])

    def test_planned_is_not_held(self):
        """C1: a meeting dated after today does not count yet; one before the start never."""
        self.assertEqual(statuses(MONTHS, [day(7, 20)], day(7, 19))[0], "open")
        self.assertEqual(statuses(MONTHS, [day(7, 20)], day(7, 20))[0], "on_time")
        self.assertEqual(statuses(MONTHS, [day(6, 20)], day(8, 1))[0], "missing")

    def test_share_on_time(self):
        """C1: late and missing count against, open does not; nothing due is no figure."""
        self.assertEqual(
            share_on_time([Status.ON_TIME, Status.LATE, Status.MISSING, Status.OPEN]), 33.33
        )
        self.assertEqual(share_on_time([Status.ON_TIME]), 100.0)
        self.assertIsNone(share_on_time([Status.OPEN]))
        self.assertIsNone(share_on_time([]))

    @quick
    @given(st.sampled_from(Kind), st.lists(DAYS, max_size=20), DAYS)
    def test_each_meeting_satisfies_one(self, kind, held, today):
        """C1: no meeting counts twice, in order, and every window with one is on time."""
        found = coverage(expected(kind, START, END), held, today)
        used = [one.held for one in found if one.held]
        self.assertEqual(used, sorted(set(used)))
        for one in found:
            inside = [d for d in held if one.window.start <= d <= one.window.due and d <= today]
            self.assertEqual(one.status is Status.ON_TIME, bool(inside))
            self.assertEqual(one.status is Status.OPEN, not inside and today <= one.window.due)
            if one.status is Status.LATE:
                self.assertTrue(one.window.due < one.held <= today)
