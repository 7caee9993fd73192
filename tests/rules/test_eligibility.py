from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.hr_performance.rules.eligibility import Firing, Rule, firings, run

from .common import quick

GRADES = st.lists(st.none() | st.sampled_from(["excellent", "improve"]), max_size=12)
PROMOTION = Rule("promotion", "excellent", 3)
POOL = Rule("pool", "excellent")
PIP = Rule("pip", "improve")
WARNING = Rule("warning", "improve", 2)
DEMOTION = Rule("demotion", "improve", 3)


def history_of(*grades):
    return [(f"Q{number}", grade) for number, grade in enumerate(grades, 1)]


@tagged("-at_install", "post_install")
class TestEligibility(BaseCase):
    def test_three_excellent_quarters(self):
        """Section 6, R3: Excellent in Q1, Q2, Q3: eligible for promotion at Q3."""
        history = history_of("excellent", "excellent", "excellent")
        self.assertEqual(
            firings(history, [PROMOTION]), (Firing("promotion", "Q3", ("Q1", "Q2", "Q3")),)
        )
        self.assertEqual(run(history, "excellent"), 3)

    def test_cycle_without_a_result_breaks_the_run(self):
        """Section 6, R3, R7: Excellent, –, Excellent, Excellent is 2 in a row."""
        history = history_of("excellent", None, "excellent", "excellent")
        self.assertEqual(run(history, "excellent"), 2)
        self.assertEqual(firings(history, [PROMOTION]), ())

    def test_other_grade_breaks_the_run(self):
        """Section 6, R3, R7: another grade breaks the run, and ends it."""
        history = history_of("excellent", "excellent", "good", "excellent")
        self.assertEqual(run(history, "excellent"), 1)
        self.assertEqual(run(history, "good"), 0)
        self.assertEqual(firings(history, [PROMOTION]), ())

    def test_no_history(self):
        """Section 6, R7: whoever is new has no run."""
        self.assertEqual(run([], "excellent"), 0)
        self.assertEqual(firings([], [PROMOTION, POOL]), ())

    def test_ladder_of_needs_improvement(self):
        """Section 6, R3: PIP at once, warning at the second, demotion review at the third."""
        history = history_of("improve", "improve", "improve")
        found = firings(history, [PIP, WARNING, DEMOTION])
        self.assertEqual(
            [(one.rule, one.cycle) for one in found],
            [("pip", "Q1"), ("pip", "Q2"), ("warning", "Q2"), ("pip", "Q3"), ("demotion", "Q3")],
        )
        self.assertEqual(found[2].led_by, ("Q1", "Q2"))

    def test_no_cycle_leads_to_the_same_action_twice(self):
        """Section 6, R3: six in a row are two promotions on the list, four are one."""
        four = firings(history_of(*["excellent"] * 4), [PROMOTION])
        self.assertEqual([one.cycle for one in four], ["Q3"])
        six = firings(history_of(*["excellent"] * 6), [PROMOTION])
        self.assertEqual([one.led_by for one in six], [("Q1", "Q2", "Q3"), ("Q4", "Q5", "Q6")])

    def test_superseding_result(self):
        """Section 6, R3, A4: with the grade after an appeal, the proposal no longer follows."""
        before = history_of("improve", "improve")
        after = history_of("improve", "good")
        self.assertEqual([one.rule for one in firings(before, [WARNING])], ["warning"])
        self.assertEqual(firings(after, [WARNING]), ())

    def test_rule_of_no_cycles(self):
        """Section 6, R3: a rule for no cycle at all would fire for everybody."""
        with self.assertRaises(ValueError):
            firings(history_of("excellent"), [POOL, Rule("all", "excellent", 0)])

    @quick
    @given(GRADES, st.integers(1, 4))
    def test_firings_rest_on_their_cycles(self, grades, count):
        """Section 6, R3: each firing names N adjacent cycles of the grade, none of them twice."""
        history = history_of(*grades)
        found = firings(history, [Rule("any", "excellent", count)])
        cycles = [cycle for cycle, _ in history]
        used = [cycle for one in found for cycle in one.led_by]
        self.assertEqual(len(used), len(set(used)))
        for one in found:
            begin = cycles.index(one.led_by[0])
            self.assertEqual(history[begin : begin + count], [(c, "excellent") for c in one.led_by])
            self.assertEqual(one.led_by[-1], one.cycle)

    @quick
    @given(GRADES, st.integers(1, 4))
    def test_every_full_run_fires(self, grades, count):
        """Section 6, R3: there are as many firings as whole groups of N in the runs."""
        text = "".join("x" if grade == "excellent" else " " for grade in grades)
        whole = sum(len(part) // count for part in text.split())
        found = firings(history_of(*grades), [Rule("any", "excellent", count)])
        self.assertEqual(len(found), whole)
        self.assertEqual(run(history_of(*grades), "excellent"), len(text) - len(text.rstrip("x")))
