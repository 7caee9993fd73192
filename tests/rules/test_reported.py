from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.hr_performance.rules.verification import Verdict, deviation, verify

from .common import quick

FIGURES = st.decimals(-10000, 10000, places=2)


@tagged("-at_install", "post_install")
class TestVerification(BaseCase):
    """E2: reported against measured."""

    def test_the_limit_itself_matches(self):
        """E2: 5 % of 100 is 5; 105 and 95 match, a cent more or less does not."""
        for reported in (95, 100, 105):
            self.assertIs(verify(reported, 100, 5), Verdict.MATCHES)
        for reported in (94.99, 105.01):
            self.assertIs(verify(reported, 100, 5), Verdict.DEVIATES)

    def test_binary_fractions_do_not_deviate(self):
        """E2: 0.3 reported as 0.1 + 0.2 would be no deviation, and 1.1 of 1.0 is exactly 10 %."""
        self.assertIs(verify(1.1, 1.0, 10), Verdict.MATCHES)
        self.assertEqual(deviation(1.1, 1.0), 10.0)

    def test_measured_zero_and_negative(self):
        """E2: against 0 everything else deviates; a negative figure counts by its size."""
        self.assertIs(verify(0, 0, 0), Verdict.MATCHES)
        self.assertIs(verify(0.01, 0, 50), Verdict.DEVIATES)
        self.assertIs(verify(-105, -100, 5), Verdict.MATCHES)
        self.assertEqual(deviation(-110, -100), -10.0)
        self.assertIsNone(deviation(3, 0))

    def test_refused(self):
        """E2: no tolerance below 0, and no figure that is none."""
        for reported, tolerance in ((1, -1), (float("nan"), 5)):
            with self.assertRaises(ValueError):
                verify(reported, 1, tolerance)

    @quick
    @given(FIGURES, FIGURES, st.decimals(0, 100, places=2))
    def test_verdict_follows_from_the_deviation(self, reported, measured, tolerance):
        """E2: whoever reads the deviation in percent can tell the verdict."""
        found = verify(reported, measured, tolerance)
        if measured:
            share = abs(reported - measured) / abs(measured) * 100
            self.assertEqual(found is Verdict.DEVIATES, share > tolerance)
