from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.hr_performance.rules.deadline import working_day_deadline

from .common import quick

THURSDAY, HOLIDAY = date(2024, 5, 2), date(2024, 5, 3)
WEEKDAYS = [
    day
    for day in (date(2024, 5, 1) + timedelta(days=offset) for offset in range(60))
    if day.weekday() < 5
]
WORKING = [day for day in WEEKDAYS if day != HOLIDAY]


@tagged("-at_install", "post_install")
class TestDeadline(BaseCase):
    def test_three_working_days_over_a_holiday(self):
        """Section 7, A3: filed on Thursday, Friday a holiday: Monday, Tuesday, Wednesday."""
        self.assertEqual(working_day_deadline(THURSDAY, 3, WORKING), date(2024, 5, 8))

    def test_without_the_holiday(self):
        """Section 7, A3: the same with an ordinary Friday is due on Tuesday."""
        self.assertEqual(working_day_deadline(THURSDAY, 3, WEEKDAYS), date(2024, 5, 7))

    def test_filed_on_a_day_off(self):
        """Section 7, A3: filed on Saturday, Monday is day 1."""
        self.assertEqual(working_day_deadline(date(2024, 5, 4), 1, WORKING), date(2024, 5, 6))

    def test_day_zero(self):
        """Section 7, A3: no days at all is the day of the event."""
        self.assertEqual(working_day_deadline(THURSDAY, 0, []), THURSDAY)

    def test_calendar_too_short(self):
        """Section 7, A3: an answer only if the working days reach that far."""
        known = WORKING[:3]
        self.assertEqual(working_day_deadline(date(2024, 4, 30), 3, known), known[-1])
        self.assertIsNone(working_day_deadline(date(2024, 4, 30), 4, known))

    def test_negative(self):
        """Section 7, A3: a deadline never lies before its event."""
        with self.assertRaises(ValueError):
            working_day_deadline(THURSDAY, -1, WORKING)

    @quick
    @given(st.permutations(WORKING), st.integers(1, 10))
    def test_order_of_the_days_does_not_matter(self, shuffled, days):
        """Section 7, A3: N working days lie after the event up to the deadline."""
        due = working_day_deadline(THURSDAY, days, shuffled + shuffled[:5])
        self.assertEqual(len([day for day in WORKING if THURSDAY < day <= due]), days)
        self.assertIn(due, WORKING)
