from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from odoo.addons.hr_performance.rules.achievement import Method
from odoo.addons.hr_performance.rules.smart import (
    Code,
    Finding,
    Letter,
    Thresholds,
    by_letter,
    check,
)

from .common import quick
from .drafts import BARE, GOOD, GOOD_HAN, LIMITS, codes


def letters(draft):
    return "".join(dict.fromkeys(one.letter.value for one in check(draft, LIMITS))).upper()


@tagged("-at_install", "post_install")
class TestSpecific(BaseCase):
    def test_the_examples_that_pass(self):
        """P4: "from 85 to 90 in Q3 2024 by optimising …" passes, in both languages."""
        self.assertEqual(check(GOOD, LIMITS), ())
        self.assertEqual(check(GOOD_HAN, LIMITS), ())

    def test_the_examples_that_fail(self):
        """P4: "Improve customer satisfaction" is neither specific nor measurable nor relevant."""
        for name in ("Improve customer satisfaction", "提高客户满意度"):
            with self.subTest(name=name):
                self.assertEqual(letters(replace(BARE, name=name)), "SMR")
                found = codes(replace(BARE, name=name), Letter.S)
                self.assertIn(Code.SLOGAN, found)
                self.assertIn(Code.NO_MEANS, found)
                relevant = codes(replace(BARE, name=name), Letter.R)
                self.assertEqual(relevant, [Code.SERVES_NOTHING, Code.NO_REASON])

    def test_the_failing_name_with_figures_beside_it(self):
        """P4: with metric and target it is no slogan any more, but how is still unsaid."""
        for name in ("Improve customer satisfaction", "提高客户满意度水平及口碑"):
            self.assertEqual(codes(replace(GOOD, name=name)), [Code.NO_MEANS])

    def test_means_beside_the_name(self):
        """P4: how it is reached may stand in its own field; a catchword or a copy is not it."""
        named = replace(GOOD, name="Improve customer satisfaction")
        self.assertEqual(codes(replace(named, how="Call back within 4 hours")), [])
        self.assertEqual(codes(replace(named, how="4小时内回访")), [])
        self.assertEqual(codes(replace(named, how="培训员工")), [])
        self.assertEqual(codes(replace(named, how="认真工作，每周拜访客户")), [])
        for how in (
            "better", "retrain", "优化流", "Customer satisfaction", "work hard", "认真工作，尽力",
        ):  # fmt: skip
            with self.subTest(how=how):
                self.assertEqual(codes(replace(named, how=how)), [Code.NO_MEANS])

    def test_figure_or_means_make_no_slogan(self):
        """P4: a vague verb with a figure or a means is no slogan."""
        for name in ("Improve the score by 5 points", "Improve service by daily stand-ups"):
            self.assertNotIn(Code.SLOGAN, codes(replace(BARE, name=name)))

    def test_length(self):
        """P4: name and means together are long enough; Chinese characters count two."""
        short = replace(BARE, name="Sell more")
        self.assertEqual(
            check(short, LIMITS)[0],
            Finding(Letter.S, Code.TOO_SHORT, {"length": 9, "minimum": 20}),
        )
        for name, how, length in [
            ("Sell 50 machines a day", "", 22),
            ("日销五十台", "电话拜访", 19),
        ]:
            draft = replace(BARE, name=name, how=how)
            for minimum in (length, length + 1):
                found = codes(draft, thresholds=Thresholds(min_length=minimum))
                self.assertEqual(Code.TOO_SHORT in found, minimum > length)

    def test_placeholders(self):
        """P4: unfinished text is named with its field, in both languages."""
        for text in ("Raise the sales of the region to XX %", "将区域销售额提升至待定"):
            self.assertIn(
                Finding(Letter.S, Code.PLACEHOLDER, {"field": "name"}),
                check(replace(GOOD, name=text), LIMITS),
            )
        found = check(replace(GOOD, how="to be defined"), LIMITS)
        self.assertEqual(found, (Finding(Letter.S, Code.PLACEHOLDER, {"field": "how"}),))


@tagged("-at_install", "post_install")
class TestMeasurable(BaseCase):
    def test_ratio_and_progress(self):
        """P4: metric, unit and target; progress also needs where it starts."""
        lacking = [Code.NO_METRIC, Code.NO_UNIT, Code.NO_TARGET]
        for method in (Method.RATIO_HIGHER, Method.RATIO_LOWER):
            self.assertEqual(codes(replace(BARE, method=method), Letter.M), lacking)
        progress = codes(replace(BARE, method=Method.PROGRESS), Letter.M)
        self.assertEqual(progress, [*lacking, Code.NO_BASELINE])

    def test_other_methods(self):
        """P4: a range, milestones, key results, or done: each needs its own."""
        cases = {
            Method.RANGE: ([Code.NO_METRIC, Code.NO_UNIT, Code.NO_RANGE], {"low": 0, "high": 5}),
            Method.MILESTONES: ([Code.NO_MILESTONES], {"has_milestones": True}),
            Method.KEY_RESULTS: ([Code.NO_KEY_RESULTS], {"has_key_results": True}),
            Method.DONE: ([], {}),
        }
        for method, (lacking, given_values) in cases.items():
            with self.subTest(method=method):
                draft = replace(BARE, method=method)
                self.assertEqual(codes(draft, Letter.M), lacking)
                full = replace(draft, metric="Errors", unit="%", **given_values)
                self.assertEqual(codes(full, Letter.M), [])
        half = replace(GOOD, method=Method.RANGE, low=1)
        self.assertEqual(codes(half, Letter.M), [Code.NO_RANGE])

    def test_empty_words_are_no_metric(self):
        """P4: a metric or unit to be written later is none; a sign may be a unit."""
        self.assertEqual(codes(replace(GOOD, metric="TBD")), [Code.NO_METRIC])
        self.assertEqual(codes(replace(GOOD, unit="xx")), [Code.NO_UNIT])
        for unit in ("%", "‰", "tests", "个"):
            self.assertEqual(codes(replace(GOOD, unit=unit)), [])

    def test_zero_is_a_figure(self):
        """P4: a target or baseline of 0 is given, not missing."""
        self.assertEqual(codes(replace(GOOD, baseline=0, target=5), Letter.M), [])
        self.assertEqual(codes(replace(GOOD, baseline=5, target=0), Letter.M), [])


@tagged("-at_install", "post_install")
class TestRelevantAndTimeBound(BaseCase):
    def test_serves_or_says_why_not(self):
        """P4, P2: a goal serves another or says why it serves none."""
        alone = replace(GOOD, serves=False)
        for reason, found in [
            ("", True),
            ("无", True),
            ("tbd", True),
            ("New field, no goal yet", False),
        ]:
            draft = replace(alone, no_parent_reason=reason)
            self.assertEqual(codes(draft), [Code.SERVES_NOTHING] if found else [])

    def test_reason(self):
        """P4, P6: the reason is given, long enough, finished, and not the name again."""
        cases = {
            "": Code.NO_REASON,
            "   ": Code.NO_REASON,
            "to be decided by us": Code.PLACEHOLDER,
            "It matters": Code.REASON_TOO_SHORT,
            "很重要": Code.REASON_TOO_SHORT,
            GOOD.name.upper() + "!": Code.REASON_COPIES_NAME,
            "It is: " + GOOD.name: Code.REASON_COPIES_NAME,
            "Customer satisfaction score from 85 to 90": Code.REASON_COPIES_NAME,
            "It is very important for our company": Code.REASON_IS_EMPTY,
            "对公司和部门都非常重要": Code.REASON_IS_EMPTY,
        }
        for why, code in cases.items():
            with self.subTest(why=why):
                self.assertEqual(codes(replace(GOOD, why=why)), [code])
        for why, expected in [("We would close", [Code.REASON_TOO_SHORT]), ("We should close", [])]:
            self.assertEqual(codes(replace(GOOD, why=why)), expected)
        for beside, expected in [("it is fun!", [Code.REASON_COPIES_NAME]), ("it saves us", [])]:
            self.assertEqual(codes(replace(GOOD, why=f"{GOOD.name}, {beside}")), expected)
        longer = f"{GOOD.name}: without it we lose the contract"
        self.assertEqual(codes(replace(GOOD, why=longer)), [])

    def test_dates(self):
        """P4: start and due date in this order inside the cycle, both ends counted."""
        start, end = GOOD.cycle_start, GOOD.cycle_end
        before, after = date(2024, 6, 30), date(2024, 10, 1)
        cases = [
            ((None, end), [Code.NO_DATES]),
            ((start, None), [Code.NO_DATES]),
            ((end, start), [Code.DUE_BEFORE_START]),
            ((before, end), [Code.OUTSIDE_CYCLE]),
            ((start, after), [Code.OUTSIDE_CYCLE]),
            ((after, before), [Code.DUE_BEFORE_START, Code.OUTSIDE_CYCLE]),
            ((start, start), []),
        ]
        for (first, due), expected in cases:
            with self.subTest(first=first, due=due):
                self.assertEqual(codes(replace(GOOD, date_start=first, date_due=due)), expected)
        found = check(replace(GOOD, date_due=after), LIMITS)[0].figures
        self.assertEqual((found["due"], found["cycle_end"]), ("2024-10-01", "2024-09-30"))
        for cycle in ({"cycle_start": None}, {"cycle_end": None}):
            self.assertEqual(codes(replace(GOOD, date_due=after, **cycle)), [])

    def test_by_letter(self):
        """P4: the panel has five letters, each fulfilled or with its findings."""
        found = by_letter(check(replace(BARE, name="Improve customer satisfaction"), LIMITS))
        self.assertEqual(list(found), list(Letter))
        self.assertEqual([bool(one) for one in found.values()], [True, True, False, True, False])
        self.assertEqual(set(by_letter(()).values()), {()})

    @quick
    @given(
        st.text(max_size=60), st.text(max_size=60), st.text(max_size=60), st.sampled_from(Method)
    )
    def test_any_text_is_judged(self, name, how, why, method):
        """P4: whatever is typed is judged, letter by letter; a fact more never hurts."""
        draft = replace(BARE, name=name, how=how, why=why, method=method)
        found = [list(Letter).index(one.letter) for one in check(draft, LIMITS)]
        self.assertEqual(found, sorted(found))
        served = codes(replace(draft, serves=True))
        self.assertLessEqual(set(served), set(codes(draft)))
