from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.hr_performance.rules.coefficient import (
    Proration,
    amount,
    day_weighted,
    pool_amounts,
    pool_total,
    pooled,
    product,
    proration,
    weighted,
    weights_make_one,
)
from odoo.addons.hr_performance.rules.numbers import exact, half_up

from .common import figures, quick

START, END = date(2024, 7, 1), date(2024, 9, 30)
DAYS = st.dates(date(2024, 6, 1), date(2024, 10, 31))
PERIODS = st.lists(st.tuples(DAYS, st.none() | DAYS), max_size=4)
COEFFICIENTS = figures(0, 3)


@tagged("-at_install", "post_install")
class TestProration(BaseCase):
    def test_joined_inside_the_cycle(self):
        """Section 5, R1: Q3 2024 has 92 days; joined on 15 August: 47/92 is 0.5109."""
        found = proration(START, END, [(date(2024, 8, 15), None)])
        self.assertEqual(found, Proration(47, 92, 0.5109))

    def test_whole_cycle(self):
        """Section 5, R1: employed before and after is the whole cycle, and no more."""
        for employed in [(date(2020, 1, 1), None), (START, END), (START, date(2025, 1, 1))]:
            self.assertEqual(proration(START, END, [employed]), Proration(92, 92, 1.0))

    def test_both_ends_count(self):
        """Section 5, R1: one day employed is one day, on either end."""
        for day in (START, END):
            self.assertEqual(proration(START, END, [(day, day)]).days, 1)

    def test_left_and_came_back(self):
        """Section 5, R1: the days of two contracts add up; a day in both counts once."""
        left = (date(2024, 1, 1), date(2024, 7, 10))
        again = (date(2024, 9, 21), None)
        self.assertEqual(proration(START, END, [again, left]).days, 20)
        overlapping = (date(2024, 7, 6), date(2024, 7, 15))
        self.assertEqual(proration(START, END, [left, overlapping]).days, 15)

    def test_leave_that_does_not_count(self):
        """Section 5, R1: minus the days of leave marked so, never below 0."""
        joined = (date(2024, 8, 15), None)
        self.assertEqual(proration(START, END, [joined], 1), Proration(46, 92, 0.5))
        self.assertEqual(proration(START, END, [joined], 60), Proration(0, 92, 0.0))

    def test_not_employed(self):
        """Section 5, R1: outside the cycle there is nothing to pay."""
        before = (date(2024, 1, 1), date(2024, 6, 30))
        self.assertEqual(proration(START, END, [before]), Proration(0, 92, 0.0))
        self.assertEqual(proration(START, END, []), Proration(0, 92, 0.0))

    def test_refused(self):
        """Section 5, R1: a cycle that ends before it starts, negative days of leave."""
        with self.assertRaises(ValueError):
            proration(END, START, [])
        with self.assertRaises(ValueError):
            proration(START, END, [], -1)

    @quick
    @given(PERIODS, st.integers(0, 100))
    def test_between_none_and_all(self, employed, excluded):
        """Section 5, R1: the share lies from 0 to 1 and follows from the stored days."""
        found = proration(START, END, employed, excluded)
        self.assertTrue(0 <= found.value <= 1)
        self.assertEqual(found.value, half_up(exact(found.days) / found.total, 4))

    @quick
    @given(st.lists(DAYS, min_size=4, max_size=4, unique=True))
    def test_disjoint_periods_add_up(self, days):
        """Section 5, R1: the days of two separate contracts are the sum of both."""
        first, second, third, fourth = sorted(days)
        early, late = (first, second), (third, fourth)
        apart = proration(START, END, [early]).days + proration(START, END, [late]).days
        self.assertEqual(proration(START, END, [early, late]).days, apart)

    @quick
    @given(st.dates(START, END - timedelta(days=1)))
    def test_a_seam_changes_nothing(self, seam):
        """Section 5, R1: a new contract from the next day on costs no day."""
        employed = [(START, seam), (seam + timedelta(days=1), END)]
        self.assertEqual(proration(START, END, employed).value, 1.0)


@tagged("-at_install", "post_install")
class TestProduct(BaseCase):
    def test_product(self):
        """Section 5, R1: 1.5 * 1.1 * 0.95 * 1 is 1.5675."""
        self.assertEqual(product(1.5, 1.1, 0.95, 1), 1.5675)

    def test_product_from_stored_figures(self):
        """Section 5, R1: the rounded proration counts, so the row can be recomputed."""
        self.assertEqual(product(1.5, 1, 1, 0.5109), 0.7664)

    def test_department_changed(self):
        """Section 5, R1: the department's coefficient is the day-weighted mean of the two."""
        self.assertEqual(day_weighted([(45, 1.1), (47, 0.9)]), 0.9978)
        self.assertEqual(day_weighted([(92, 1.1)]), 1.1)

    def test_department_without_days(self):
        """Section 5, R1: no days to weigh by is an error, never a silent 0 or 1."""
        for parts in ([], [(0, 1.1)], [(92, 1.1), (-1, 0.9)]):
            with self.assertRaises(ValueError):
                day_weighted(parts)

    @quick
    @given(COEFFICIENTS, COEFFICIENTS, COEFFICIENTS, figures(0, 1), st.integers(0, 10))
    def test_proportional_to_each_factor(self, individual, department, company, share, times):
        """Section 5, R1: times one factor is times the product, up to its last place."""
        once = product(individual, department, company, share)
        for found in (
            product(times * individual, department, company, share),
            product(individual, times * department, company, share),
            product(individual, department, times * company, share),
            product(individual, department, company, times * share),
        ):
            self.assertAlmostEqual(found, times * once, delta=0.00005 * (times + 1.01))

    @quick
    @given(st.lists(st.tuples(st.integers(1, 92), COEFFICIENTS), min_size=1, max_size=4))
    def test_day_weighted_lies_between(self, parts):
        """Section 5, R1: the mean lies between the departments' coefficients."""
        values = [value for _, value in parts]
        self.assertTrue(min(values) <= day_weighted(parts) <= max(values))


@tagged("-at_install", "post_install")
class TestWeighted(BaseCase):
    def test_weighted(self):
        """Section 5, R1: (0.6, 0.3, 0.1) over 1.5, 1.1, 0.9 is 1.32; half the cycle is half."""
        parts = [(0.6, 1.5), (0.3, 1.1), (0.1, 0.9)]
        self.assertEqual(weighted(parts, 1), 1.32)
        self.assertEqual(weighted(parts, 0.5), 0.66)

    def test_weights_that_do_not_make_one(self):
        """Section 5, R1: 0.9, 1.1 and a negative weight are refused; tenths add up exactly."""
        self.assertTrue(weights_make_one([0.1] * 10))
        for weights in ((0.6, 0.3), (0.6, 0.3, 0.2), (1.2, -0.2), ()):
            self.assertFalse(weights_make_one(weights), weights)
            with self.assertRaises(ValueError):
                weighted([(weight, 1) for weight in weights], 1)

    @quick
    @given(COEFFICIENTS, st.integers(0, 100), figures(0, 1))
    def test_equal_coefficients(self, value, percent, share):
        """Section 5, R1: where all three are equal, the weights make no difference."""
        first = percent / 100
        parts = [(first, value), (half_up(1 - first, 2), value)]
        self.assertEqual(weighted(parts, share), half_up(exact(value) * exact(share), 4))


@tagged("-at_install", "post_install")
class TestPool(BaseCase):
    def test_shares(self):
        """Section 5, R1: coefficient = product * budget / sum of base * product."""
        parts = [(4000, 1.5), (5000, 1.2)]
        total = pool_total(parts)
        self.assertEqual(total, 12000)
        self.assertEqual([pooled(value, 10800, total) for _, value in parts], [1.35, 1.08])
        self.assertEqual(pool_amounts(parts, 10800), [5400, 5400])

    def test_largest_remainder(self):
        """Section 5, R1: a cent that is left goes to the largest remainder, first come first."""
        self.assertEqual(pool_amounts([(1, 1)] * 3, 100), [33.34, 33.33, 33.33])
        self.assertEqual(pool_amounts([(1, 1), (2, 1)], 0.02), [0.01, 0.01])
        self.assertEqual(pool_amounts([(1, 1), (2, 1)], 100, places=0), [33, 67])

    def test_refused(self):
        """Section 5, R1: nobody with a claim, a budget finer than its currency."""
        for parts in ([], [(0, 1.5)], [(4000, 0)]):
            with self.assertRaises(ValueError):
                pool_amounts(parts, 100)
        with self.assertRaises(ValueError):
            pooled(1.5, 100, 0)
        with self.assertRaises(ValueError):
            pool_amounts([(1, 1)], 0.005)

    def test_amount(self):
        """Section 5, R1: base times coefficient in the currency, a half goes up."""
        self.assertEqual(amount(4000, 0.8008), 3203.2)
        self.assertEqual(amount(333.5, 0.5, places=0), 167)

    @quick
    @given(
        st.lists(st.tuples(st.integers(1, 20000), figures(0.1, 3)), min_size=1, max_size=30),
        st.integers(1, 10**9),
    )
    def test_sums_to_the_budget(self, parts, cents):
        """Section 5, R1: the amounts make the budget exactly, each within a cent of its claim."""
        budget = half_up(exact(cents) / 100, 2)
        amounts = pool_amounts(parts, budget)
        self.assertEqual(sum(exact(one) for one in amounts), exact(budget))
        total = exact(pool_total(parts))
        for (base, value), found in zip(parts, amounts, strict=True):
            claim = exact(base) * exact(value) * exact(budget) / total
            self.assertLess(abs(exact(found) - claim), exact(0.01))
