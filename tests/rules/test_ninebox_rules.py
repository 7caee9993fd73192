from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.hr_performance.rules.ninebox import LEVELS, bands, potential, share

from .common import quick


@tagged("-at_install", "post_install")
class TestNinebox(BaseCase):
    def test_columns_by_place(self):
        """R4: the best grade is high, the lowest low, everything between medium."""
        self.assertEqual(
            bands([(code, None) for code in ("EX", "GO", "QU", "NI")]),
            {"EX": "high", "GO": "medium", "QU": "medium", "NI": "low"},
        )
        self.assertEqual(bands([("A", None), ("B", None)]), {"A": "high", "B": "low"})
        self.assertEqual(bands([]), {})

    def test_columns_of_their_own(self):
        """R4: what is set on the grade counts, whatever its place."""
        self.assertEqual(
            bands([("A", None), ("B", "high"), ("C", "low")]),
            {"A": "high", "B": "high", "C": "low"},
        )
        self.assertEqual(bands([("A", "medium"), ("B", None)]), {"A": "medium", "B": "low"})

    def test_potential_by_criteria(self):
        """R4: the mean of what was judged; the borders belong to the higher level."""
        self.assertEqual(potential(["high", "high", "medium", "medium"]), "high")
        self.assertEqual(potential(["high", "medium", "medium"]), "medium")
        self.assertEqual(potential(["low", "medium"]), "medium")
        self.assertEqual(potential(["low", "low", "medium"]), "low")

    def test_not_judged_is_not_low(self):
        """R4, E6: a missing part is left out."""
        self.assertEqual(potential(["high", None, None]), "high")
        self.assertIsNone(potential([None]))
        self.assertIsNone(potential([]))

    @quick
    @given(st.lists(st.sampled_from(LEVELS), min_size=1, max_size=6))
    def test_between_the_lowest_and_the_highest(self, levels):
        """R4: never better than the best criterion, never worse than the worst."""
        places = sorted(LEVELS.index(level) for level in levels)
        self.assertIn(LEVELS.index(potential(levels)), range(places[0], places[-1] + 1))

    def test_share(self):
        """R4: shares of a box; of nobody it is 0."""
        self.assertEqual((share(2, 3), share(0, 0)), (66.7, 0.0))
