from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.hr_performance.rules.anonymity import Visible, mixed, visible

from .common import quick

ANSWERS = st.dictionaries(st.sampled_from(["peers", "reports", "customers"]), st.integers(0, 12))


@tagged("-at_install", "post_install")
class TestAnonymity(BaseCase):
    def test_two_answers_would_follow_by_subtraction(self):
        """Section 9, E3: peers 4, reports 2: peers shown, reports and the total hidden."""
        found = visible({"peers": 4, "reports": 2})
        self.assertEqual(found, Visible(("peers",), ("reports",), False))

    def test_three_hidden_answers_may_be_in_the_total(self):
        """Section 9, E3: peers 3, reports 2, customers 1: peers and the total shown."""
        found = visible({"peers": 3, "reports": 2, "customers": 1})
        self.assertEqual(found, Visible(("peers",), ("reports", "customers"), True))

    def test_nothing_hidden(self):
        """Section 9, E3: where every group is shown, so is the total; no answer hides nothing."""
        found = visible({"peers": 3, "reports": 5, "customers": 0})
        self.assertEqual(found, Visible(("peers", "reports"), (), True))

    def test_only_small_groups(self):
        """Section 9, E3: two groups of two make a total of four, one group of two makes none."""
        self.assertEqual(visible({"peers": 2, "reports": 2}).total, True)
        self.assertEqual(visible({"peers": 2}), Visible((), ("peers",), False))

    def test_no_answers(self):
        """Section 9, E3: of nothing there is no total."""
        for answers in ({}, {"peers": 0}):
            self.assertEqual(visible(answers), Visible((), (), False))

    def test_threshold_of_the_template(self):
        """Section 9, E3: the threshold is 3 to 10."""
        self.assertEqual(visible({"peers": 4}, 5).groups, ())
        self.assertEqual(visible({"peers": 5}, 5).groups, ("peers",))
        self.assertEqual(visible({"peers": 9}, 10).groups, ())
        for threshold in (0, 2, 11):
            with self.assertRaises(ValueError):
                visible({"peers": 5}, threshold)
        with self.assertRaises(ValueError):
            visible({"peers": -1})

    @quick
    @given(ANSWERS, st.integers(3, 10))
    def test_nothing_small_can_be_computed(self, answers, threshold):
        """Section 9, E3: whatever is shown, and the total minus it, stands for enough people."""
        found = visible(answers, threshold)
        self.assertTrue(all(answers[group] >= threshold for group in found.groups))
        rest = sum(answers.values()) - sum(answers[group] for group in found.groups)
        if found.total:
            self.assertTrue(rest == 0 or rest >= threshold)
        self.assertEqual(rest, sum(answers[group] for group in found.hidden))

    @given(st.lists(st.text()), st.randoms())
    @quick
    def test_comments_forget_who_came_first(self, comments, random):
        """Section 9, E3: the order of comments does not depend on the order of writing."""
        shuffled = list(comments)
        random.shuffle(shuffled)
        self.assertEqual(mixed(shuffled), mixed(comments))
        self.assertEqual(sorted(mixed(comments)), sorted(comments))

    def test_comments_are_not_in_the_order_of_the_alphabet(self):
        """Section 9, E3: a comment cannot be placed first by its first letter."""
        comments = [f"{letter} is for apple" for letter in "abcdefgh"]
        self.assertNotEqual(list(mixed(comments)), comments)
        self.assertCountEqual(mixed(comments), comments)
