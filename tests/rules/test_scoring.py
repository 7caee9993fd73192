from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.hr_performance.rules.scoring import (
    Clause,
    Comparison,
    Decision,
    Gate,
    Grade,
    Join,
    Judgement,
    Mean,
    Part,
    Standard,
    gated_grade,
    grade_for,
    holds,
    judge,
    reviewers_score,
    weighted_mean,
)

from .common import figures, quick

GRADES = (
    Grade("excellent", 100, 110),
    Grade("good", 90, 95),
    Grade("qualified", 75, 82),
    Grade("improve", 0, 60),
)
BEYOND = Clause("achievement", Comparison.GE, 120)
INVENTIVE = Clause("innovation", Comparison.GE, 110)
EXCELLENT_GATE = Gate("excellent", Join.ANY, (BEYOND, INVENTIVE))
QUALITY = Standard(
    "excellent",
    Join.ALL,
    (Clause("complaints", Comparison.LT, 1), Clause("errors", Comparison.LT, 0.5)),
)
PARTS = st.lists(
    st.builds(Part, st.text(), figures(1, 100), st.none() | figures(0, 150)), max_size=6
)
CLAUSES = st.lists(
    st.builds(Clause, st.sampled_from("abc"), st.sampled_from(Comparison), st.integers(0, 3)),
    max_size=3,
).map(tuple)
FACTS = st.dictionaries(st.sampled_from("abc"), st.none() | st.integers(0, 3))
GATES = st.lists(
    st.builds(Gate, st.sampled_from([g.code for g in GRADES]), st.sampled_from(Join), CLAUSES),
    max_size=4,
)


def overall(**scores):
    weights = {"task": 50, "quality": 20, "teamwork": 15, "innovation": 15}
    return weighted_mean(Part(key, weights[key], score) for key, score in scores.items())


@tagged("-at_install", "post_install")
class TestMean(BaseCase):
    def test_goals(self):
        """Section 2, E6: weights 40/40/20, achievements 110/90/missing make 100.00."""
        parts = [Part("sales", 40, 110), Part("margin", 40, 90), Part("training", 20, None)]
        self.assertEqual(weighted_mean(parts), Mean(100.0, ("training",)))

    def test_nothing_present(self):
        """Section 2, E6: all missing is missing; weight 0 neither counts nor is missed."""
        parts = [Part("sales", 40, None), Part("draft", 0, None), Part("trial", 0, 80)]
        self.assertEqual(weighted_mean(parts), Mean(None, ("sales",)))
        self.assertEqual(weighted_mean([]), Mean(None, ()))

    def test_negative_weight(self):
        """Section 2, E6: a negative weight is an error, not a deduction."""
        with self.assertRaises(ValueError):
            weighted_mean([Part("sales", 50, 100), Part("margin", -10, 100)])

    def test_half_goes_up(self):
        """Section 3, E6: 1.005 as typed rounds to 1.01."""
        self.assertEqual(weighted_mean([Part("a", 1, 1.005)]).value, 1.01)

    def test_reviewers(self):
        """Section 2, E6: manager 60, peers 30, self 10; no self answer: 95.33."""
        found = reviewers_score(
            {"manager": [95], "peers": [110, 82]}, {"manager": 60, "peers": 30, "self": 10}
        )
        self.assertEqual(found, Mean(95.33, ("self",)))

    def test_reviewers_cannot_judge(self):
        """Section 2, E6: "cannot judge" is left out; a role without weight is not missed."""
        answers = {"manager": [90], "peers": [None, 100, 80], "self": [None], "guest": [0]}
        weights = {"manager": 50, "peers": 50, "self": 10, "customer": 0}
        self.assertEqual(reviewers_score(answers, weights), Mean(90.0, ("self",)))
        self.assertEqual(reviewers_score({}, {}), Mean(None, ()))

    def test_reviewers_round_on_the_end_only(self):
        """Section 2, E6: 25 * 98.1 and 75 * a mean of 33.33... make 49.525, which goes up."""
        answers = {"manager": [98.1], "peers": [33.3, 33.3, 33.4]}
        found = reviewers_score(answers, {"manager": 25, "peers": 75})
        self.assertEqual(found.value, 49.53)

    def test_overall_with_a_part_missing(self):
        """Section 3, E6: 105/110/95/95 make 103.00, without task 101.00, and task is named."""
        whole = overall(task=105, quality=110, teamwork=95, innovation=95)
        self.assertEqual(whole, Mean(103.0, ()))
        part = overall(task=None, quality=110, teamwork=95, innovation=95)
        self.assertEqual(part, Mean(101.0, ("task",)))

    @quick
    @given(PARTS, figures(1, 100))
    def test_missing_is_never_zero(self, parts, weight):
        """Section 2, E6: a missing part is named and does not move the mean."""
        before = weighted_mean(parts)
        after = weighted_mean([*parts, Part("late", weight, None)])
        self.assertEqual(after, Mean(before.value, (*before.missing, "late")))

    @quick
    @given(PARTS, st.integers(1, 1000))
    def test_only_the_ratio_of_weights_counts(self, parts, factor):
        """Section 2, E6: weights of 4/4/2 and of 40/40/20 are the same."""
        scaled = [Part(part.key, part.weight * factor, part.value) for part in parts]
        self.assertEqual(weighted_mean(scaled), weighted_mean(parts))

    @quick
    @given(PARTS)
    def test_mean_lies_between_its_parts(self, parts):
        """Section 2, E6: the mean is no better than the best and no worse than the worst part."""
        present = [part.value for part in parts if part.value is not None]
        value = weighted_mean(parts).value
        self.assertEqual(value is None, not present)
        self.assertTrue(value is None or min(present) <= value <= max(present))

    @quick
    @given(st.lists(figures(0, 150), min_size=1, max_size=5), st.integers(1, 4), figures(1, 100))
    def test_role_counts_by_its_mean(self, points, copies, own):
        """Section 2, E3: more reviewers of one opinion do not give their role more weight."""
        weights = {"manager": own, "peers": 30}
        once = reviewers_score({"manager": [90], "peers": points}, weights)
        often = reviewers_score({"manager": [90], "peers": points * copies}, weights)
        self.assertEqual(often, once)


@tagged("-at_install", "post_install")
class TestStandards(BaseCase):
    def judge_quality(self, complaints, errors):
        return judge([QUALITY], {"complaints": complaints, "errors": errors}, lowest="improve")

    def test_quality_excellent(self):
        """Section 2, E4: (0.8, 0.4) is Excellent; (0.8, 0.5) is not."""
        self.assertEqual(self.judge_quality(0.8, 0.4), Judgement("excellent", ()))
        self.assertEqual(self.judge_quality(0.8, 0.5), Judgement("improve", ()))

    def test_quality_unknown(self):
        """Section 2, E4: (1.2, unknown) is not Excellent; (0.8, unknown) is missing."""
        self.assertEqual(self.judge_quality(1.2, None), Judgement("improve", ()))
        self.assertEqual(self.judge_quality(0.8, None), Judgement(None, ("errors",)))

    def test_unknown_better_grade_hides_the_lower_one(self):
        """Section 2, E4: Good holds, but Excellent could be true: missing."""
        good = Standard("good", Join.ALL, (Clause("complaints", Comparison.LT, 2),))
        self.assertEqual(judge([QUALITY, good], {"complaints": 0.8}), Judgement(None, ("errors",)))
        known = {"complaints": 1.5}
        self.assertEqual(judge([QUALITY, good], known), Judgement("good", ()))

    def test_unknown_lower_grade_is_not_asked(self):
        """Section 2, E4: Excellent holds, whatever Good would need."""
        good = Standard("good", Join.ALL, (Clause("praise", Comparison.GE, 1),))
        values = {"complaints": 0.8, "errors": 0.4}
        self.assertEqual(judge([QUALITY, good], values), Judgement("excellent", ()))

    def test_nothing_holds(self):
        """Section 2, E4: no lowest grade given, no grade; its own standard is not read."""
        self.assertEqual(judge([QUALITY], {"complaints": 2}), Judgement(None, ()))
        lowest = Standard("improve", Join.ALL, (Clause("praise", Comparison.LT, 1),))
        found = judge([QUALITY, lowest], {"complaints": 2}, lowest="improve")
        self.assertEqual(found, Judgement("improve", ()))

    def test_innovation_by_either_measure(self):
        """Section 2, E4: 2 suggestions adopted or 5,000 saved; one known is enough."""
        clauses = (
            Clause("adopted", Comparison.GE, 2),
            Clause("saved", Comparison.GE, 5000),
        )
        self.assertIs(holds(clauses, Join.ANY, {"adopted": 2}), True)
        self.assertIsNone(holds(clauses, Join.ANY, {"adopted": 1, "saved": None}))
        self.assertIs(holds(clauses, Join.ANY, {"adopted": 1, "saved": 4999.99}), False)

    def test_comparisons_at_the_border(self):
        """Section 2, E4: each comparison below, at and above its figure."""
        expected = {
            Comparison.LT: (True, False, False),
            Comparison.LE: (True, True, False),
            Comparison.EQ: (False, True, False),
            Comparison.GE: (False, True, True),
            Comparison.GT: (False, False, True),
        }
        for comparison, verdicts in expected.items():
            clauses = (Clause("rate", comparison, 0.5),)
            found = tuple(holds(clauses, Join.ALL, {"rate": rate}) for rate in (0.4, 0.5, 0.6))
            self.assertEqual(found, verdicts, comparison)

    def test_empty_standard_never_holds(self):
        """Section 2, E4: a standard without clauses gives its grade to nobody."""
        for join in Join:
            self.assertIs(holds((), join, {}), False)

    @quick
    @given(CLAUSES, st.sampled_from(Join), FACTS, st.integers(0, 3))
    def test_a_verdict_survives_new_figures(self, clauses, join, facts, figure):
        """Section 2, E4: what is true or false stays so when an unknown figure arrives."""
        known = {key: figure if value is None else value for key, value in facts.items()}
        known = dict.fromkeys("abc", figure) | known
        before = holds(clauses, join, facts)
        after = holds(clauses, join, known)
        self.assertIsNotNone(after)
        self.assertIn(before, (None, after))


@tagged("-at_install", "post_install")
class TestGrades(BaseCase):
    def test_gate_closed(self):
        """Section 3, E5: 103.00 by score, achievement 105, innovation Good: Good."""
        score = overall(task=105, quality=110, teamwork=95, innovation=95).value
        found = gated_grade(score, GRADES, [EXCELLENT_GATE], {"achievement": 105, "innovation": 95})
        self.assertEqual(found, Decision("excellent", "good", ("excellent",)))

    def test_gate_open(self):
        """Section 3, E5: the same with innovation 110 is 105.25 and stays Excellent."""
        score = overall(task=105, quality=110, teamwork=95, innovation=110).value
        self.assertEqual(score, 105.25)
        found = gated_grade(
            score, GRADES, [EXCELLENT_GATE], {"achievement": 105, "innovation": 110}
        )
        self.assertEqual(found, Decision("excellent", "excellent", ()))

    def test_unknown_gate_is_not_met(self):
        """Section 3, E5: without the figures the gate stays closed."""
        found = gated_grade(103, GRADES, [EXCELLENT_GATE], {"achievement": 105})
        self.assertEqual(found, Decision("excellent", "good", ("excellent",)))

    def test_one_grade_per_failed_gate(self):
        """Section 3, E5: closed gates of Excellent and Good lead to Qualified."""
        also_good = Gate("good", Join.ALL, (Clause("achievement", Comparison.GE, 106),))
        facts = {"achievement": 105, "innovation": 95}
        found = gated_grade(103, GRADES, [also_good, EXCELLENT_GATE], facts)
        self.assertEqual(found, Decision("excellent", "qualified", ("excellent", "good")))

    def test_all_gates_of_a_grade_must_hold(self):
        """Section 3, E5: one open gate does not make up for a closed one."""
        second = Gate("excellent", Join.ALL, (Clause("attendance", Comparison.GE, 90),))
        facts = {"achievement": 130, "attendance": 80}
        found = gated_grade(103, GRADES, [EXCELLENT_GATE, second], facts)
        self.assertEqual(found.grade, "good")

    def test_gate_of_a_better_grade_is_not_asked(self):
        """Section 3, E5: Good by score passes no gate of Excellent."""
        found = gated_grade(95, GRADES, [EXCELLENT_GATE], {})
        self.assertEqual(found, Decision("good", "good", ()))

    def test_nothing_below_the_lowest(self):
        """Section 3, E5: the lowest grade stays even if its gate is closed."""
        gate = Gate("improve", Join.ALL, (BEYOND,))
        self.assertEqual(gated_grade(10, GRADES, [gate], {}), Decision("improve", "improve", ()))

    def test_every_gate_closed(self):
        """Section 3, E5: from the top down to the lowest grade, and no further."""
        codes = tuple(grade.code for grade in GRADES)
        gates = [Gate(code, Join.ALL, (BEYOND,)) for code in codes]
        found = gated_grade(103, GRADES, gates, {"achievement": 105})
        self.assertEqual(found, Decision("excellent", "improve", codes[:-1]))

    def test_grade_by_score(self):
        """Section 2, E5: each grade from its minimum on; below all of them the lowest."""
        expected = {100: "excellent", 99.99: "good", 90: "good", 75: "qualified", 74.99: "improve"}
        for score, grade in expected.items():
            self.assertEqual(grade_for(score, GRADES), grade)
        self.assertEqual(grade_for(-5, GRADES), "improve")
        with self.assertRaises(ValueError):
            grade_for(100, ())

    @quick
    @given(figures(0, 150), GATES, FACTS)
    def test_gates_only_lower(self, score, gates, facts):
        """Section 3, E5: a gate never lifts a grade, and fails once per grade lost."""
        codes = [grade.code for grade in GRADES]
        found = gated_grade(score, GRADES, gates, facts)
        lost = codes.index(found.grade) - codes.index(found.by_score)
        self.assertEqual(lost, len(found.failed))
        self.assertEqual(found.by_score, grade_for(score, GRADES))
