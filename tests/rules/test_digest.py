import json
from datetime import date, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.hr_performance.rules.digest import canonical, digest

from .common import quick

VALUES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
FINITE = VALUES.filter(lambda value: value not in (float("inf"), float("-inf")))
CONTENT = st.recursive(
    FINITE, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8
)


@tagged("-at_install", "post_install")
class TestDigest(BaseCase):
    def test_one_spelling(self):
        """P7: keys in order, no spaces, Chinese as it is, dates in ISO, floats exact."""
        content = {
            "weight": 0.1,
            "goal": "客户满意度",
            "due": date(2024, 9, 30),
            "notes": [None, True],
        }
        self.assertEqual(
            canonical(content),
            '{"due":"2024-09-30","goal":"客户满意度","notes":[null,true],"weight":0.1}',
        )
        self.assertEqual(canonical(datetime(2024, 9, 30, 18, 30)), '"2024-09-30T18:30:00"')

    def test_known_digest(self):
        """P7: a digest signed today is the same in ten years."""
        self.assertEqual(
            digest({"goal": "客户满意度", "target": 90.0}),
            "114da6d6ff14552624c37480015b10faa04850f43ad390f29d640034151cf901",
        )

    def test_every_change_shows(self):
        """P7: another target, another order of goals, a missing figure: another digest."""
        signed = {"goals": ["a", "b"], "target": 90.0}
        for changed in (
            {"goals": ["a", "b"], "target": 90.1},
            {"goals": ["b", "a"], "target": 90.0},
            {"goals": ["a", "b"], "target": None},
            {"goals": ["a", "b"]},
        ):
            self.assertNotEqual(digest(changed), digest(signed))

    def test_no_number(self):
        """P7: NaN and infinity cannot be signed."""
        for value in (float("nan"), float("inf")):
            with self.assertRaises(ValueError):
                digest({"target": value})

    def test_unknown_types(self):
        """P7: what JSON does not know is refused, not turned into some text."""
        for value in (Decimal("1.5"), {1}, object(), b"a"):
            with self.assertRaises(TypeError):
                digest({"target": value})

    @quick
    @given(st.dictionaries(st.text(), CONTENT), st.randoms())
    def test_order_of_keys_does_not_matter(self, content, random):
        """P7: equal content has one spelling, which reads back as the content."""
        items = list(content.items())
        random.shuffle(items)
        self.assertEqual(digest(dict(items)), digest(content))
        self.assertEqual(json.loads(canonical(content)), content)
