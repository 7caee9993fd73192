from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.hr_performance.rules.clock import time_left, working_hours

from .common import quick

# Thursday 2 May, Friday a public holiday, then a half Monday and two whole days.
HOURS = [
    (datetime(2024, 5, 2, 9), datetime(2024, 5, 2, 17)),
    (datetime(2024, 5, 6, 9), datetime(2024, 5, 6, 13)),
    (datetime(2024, 5, 7, 9), datetime(2024, 5, 7, 17)),
    (datetime(2024, 5, 8, 9), datetime(2024, 5, 8, 17)),
    (datetime(2024, 5, 9, 9), datetime(2024, 5, 9, 17)),
]
FILED, DUE = datetime(2024, 5, 2, 18, 30), date(2024, 5, 8)


@tagged("-at_install", "post_install")
class TestClock(BaseCase):
    def left(self, *now):
        return time_left(FILED, datetime(2024, 5, *now), DUE, HOURS)

    def test_right_after_filing(self):
        """A3: after hours on Thursday nothing of today is left, three working days follow."""
        left = self.left(2, 18, 30)
        self.assertEqual((left.days, left.hours, left.used, left.late), (3, 0, 0, False))

    def test_a_half_day(self):
        """A3: a half day is a working day with fewer hours."""
        left = self.left(6, 11)
        self.assertEqual((left.days, left.hours), (2, 2))
        self.assertAlmostEqual(left.used, 2 / 20)

    def test_the_last_day(self):
        """A3: the last day counts until its end, also after hours."""
        self.assertEqual((self.left(8, 12).days, self.left(8, 12).hours), (0, 5))
        evening = self.left(8, 23, 59)
        self.assertEqual((evening.days, evening.hours, evening.late), (0, 0, False))
        self.assertEqual(evening.used, 1)

    def test_late(self):
        """A3: from the midnight after it on it is late, counted in working days."""
        self.assertEqual((self.left(9, 0).days, self.left(9, 0).late), (-1, True))
        self.assertEqual(self.left(12, 10).days, -1, "the weekend adds no working day")

    def test_without_working_time(self):
        """A3: no working hours at all: nothing is left, and nothing crashes."""
        left = time_left(FILED, FILED, DUE, [])
        self.assertEqual((left.days, left.hours, left.used, left.late), (0, 0, 1, False))

    @quick
    @given(st.integers(0, 24 * 60 * 5))
    def test_time_only_runs_out(self, minutes):
        """A3: an hour later there is never more time left."""
        now = FILED + timedelta(minutes=minutes)
        later = now + timedelta(hours=1)
        end = datetime(2024, 5, 9)
        self.assertGreaterEqual(working_hours(now, end, HOURS), working_hours(later, end, HOURS))
        self.assertLessEqual(
            time_left(FILED, now, DUE, HOURS).used, time_left(FILED, later, DUE, HOURS).used
        )
