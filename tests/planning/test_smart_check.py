from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from odoo.addons.hr_performance.rules.smart import Code, Finding, Letter

from ..common import PerformanceCase

NAME = "Raise the customer satisfaction score from 85 to 90 in Q3 2024"
HOW = "By optimising the after-sales response process"
WHY = "Satisfied customers order again, and repeat orders carry our turnover"
LETTERS = ("smart_s", "smart_m", "smart_a", "smart_r", "smart_t")


@tagged("post_install", "-at_install")
class TestSmart(PerformanceCase):
    """P4: each goal is checked by facts; findings name the letter and what to write instead."""

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()
        self.evaluation = self.launch(self.cycle, self.employee)
        self.served = self.env["hr.performance.goal"].create(
            {
                "name": "Satisfaction of the company's customers at 90",
                "level": "company",
                "cycle_id": self.cycle.id,
                "target": 90,
            }
        )

    def good(self, evaluation=None, **values):
        """The example of the requirement that passes."""
        return self.add_goal(
            evaluation or self.evaluation,
            **{
                "name": NAME,
                "how": HOW,
                "why": WHY,
                "method": "progress",
                "metric": "Customer satisfaction score",
                "unit": "points",
                "baseline": 85,
                "target": 90,
                "parent_id": self.served.id,
                **values,
            },
        )

    def findings(self, goal):
        return {name[-1]: goal[name] for name in LETTERS if goal[name]}

    def team(self, size):
        """So many colleagues in the cycle, each with a target for the same metric."""
        people = self.env["hr.employee"].concat(
            *(self.person(f"peer{number}", parent_id=self.manager.id) for number in range(size))
        )
        evaluations = self.launch(self.cycle, people)
        for number, evaluation in enumerate(evaluations):
            self.good(evaluation, target=88 + number, by=self.manager)
        return evaluations

    def test_the_two_examples(self):
        """P4: the good example passes, the bad one fails in each letter it should."""
        good = self.good()
        self.assertEqual(self.findings(good), {})
        self.assertEqual(good.smart_finding_count, 0)
        bad = self.add_goal(
            self.evaluation, name="Improve customer satisfaction", metric=False, unit=False, why="x"
        )
        found = self.findings(bad)
        self.assertEqual(sorted(found), ["m", "r", "s"])
        self.assertIn("reads like a slogan", found["s"])
        self.assertIn("Name what is measured", found["m"])
        self.assertIn("Choose the goal of the department or the company", found["r"])

    def test_each_gap_is_named_with_what_to_write(self):
        """P4: taking one thing away gives one finding, of its letter, with an example."""
        gaps = [
            ({"how": False}, "s", "does not say how it is reached"),
            ({"metric": False}, "m", "such as “Customer satisfaction score”"),
            ({"unit": "TBD"}, "m", "Give the unit"),
            ({"target": 170}, "a", "the target 170 is 100 % better than the baseline 85"),
            ({"why": False}, "r", "Say why it matters"),
            ({"why": NAME}, "r", "only repeats the goal"),
            ({"parent_id": False}, "r", "or say why it serves none"),
        ]
        goal = self.good()
        for values, letter, sentence in gaps:
            before = {
                name: goal._fields[name].convert_to_write(goal[name], goal) for name in values
            }
            goal.write(values)
            with self.subTest(values=values):
                found = self.findings(goal)
                self.assertEqual(list(found), [letter])
                self.assertIn(sentence, found[letter])
            goal.write(before)
        goal.write({"parent_id": False, "no_parent_reason": "A law asks for it from July on"})
        self.assertEqual(self.findings(goal), {})

    def test_live_in_the_form(self):
        """P4: the panel answers while the goal is typed, before anything is saved."""
        goals = self.as_user(self.env["hr.performance.goal"], self.employee)
        with Form(goals.with_context(my_goals=True), view="hr_performance.goal_view_form") as form:
            form.name = "Improve customer satisfaction"
            self.assertIn("slogan", form.smart_s)
            self.assertIn("metric", form.smart_m)
            self.assertFalse(form.smart_t)
            form.name, form.how, form.why = NAME, HOW, WHY
            self.assertFalse(form.smart_s)
            form.metric, form.unit, form.target = "Customer satisfaction score", "points", 90
            self.assertFalse(form.smart_m)
            form.parent_id = self.served
            self.assertFalse(form.smart_r)

    def test_own_history(self):
        """P4: the target is held against the person's last values, in cycles of the same kind."""
        dates = {"q1": ("2024-01-01", "2024-03-31"), "q2": ("2024-04-01", "2024-06-30")}
        for (code, (start, end)), value in zip(dates.items(), (50, 70), strict=True):
            cycle = self.create_cycle(
                name=code, code=code, date_start=start, date_end=end,
                payout_from=False, payout_to=False,
            )  # fmt: skip
            old = self.good(self.launch(cycle, self.employee), parent_id=False)
            self.measure(old, value, day=end)
        year = self.create_cycle(
            name="2023", code="2023", period="year", date_start="2023-01-01",
            date_end="2023-12-31", payout_from=False, payout_to=False,
        )  # fmt: skip
        with self.at("2023-12-31"):
            self.measure(
                self.good(self.launch(year, self.employee), parent_id=False), 900, year.date_end
            )
        found = self.findings(self.good(baseline=70, target=100))
        self.assertEqual(list(found), ["a"])
        self.assertIn("66.67 % better than the own last values (mean 60)", found["a"])

    def test_peers_are_shown_only_aggregated(self):
        """P4, G1: the median of three colleagues, no name; with two colleagues nothing at all."""
        peers = self.team(2)
        goal = self.good(target=89, baseline=60)
        self.evaluation.company_id.performance_smart_peer_spread = 1
        self.env.invalidate_all()
        self.assertEqual(self.findings(goal), {})
        third = self.launch(self.cycle, self.colleague)
        self.good(third, target=120, by=self.manager)
        goal = self.as_user(goal, self.employee)
        goal.invalidate_recordset()
        goal.target = 62
        found = self.findings(goal)
        self.assertEqual(list(found), ["a"])
        self.assertIn("the colleagues' (median 89)", found["a"])
        for name in [*peers.employee_id.mapped("name"), self.colleague.name, "88", "120"]:
            self.assertNotIn(name, found["a"])
        with self.assertRaises(AccessError):
            peers.goal_ids.with_user(self.employee.user_id).read(["target"])

    def test_queries_do_not_grow_with_the_goals(self):
        """P4, G8: history and peers come in one query each, for one goal or for forty."""
        goals = self.good()
        self.team(4)
        for number in range(39):
            goals |= goals[0].copy({"metric": f"Metric {number % 5}"})

        def count(records):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            records.mapped("smart_finding_count")
            return self.env.cr.sql_log_count - before

        count(goals)
        self.assertLessEqual(count(goals), count(goals[:1]) + 2)

    def test_warning_is_shown_and_kept(self):
        """P4, I1: by default findings warn; they are kept with the version that was put up."""
        self.good(how=False, parent_id=False)
        agreement = self.as_user(self.evaluation.agreement_id, self.employee)
        self.assertIn("Specific: It does not say how", agreement.smart_findings)
        self.assertIn("Relevant: Choose the goal", agreement.smart_findings)
        agreement.action_submit()
        self.assertEqual((agreement.state, agreement.smart_finding_count), ("submitted", 2))
        self.assertIn("Specific: It does not say how", agreement.smart_findings)
        for values in ({"smart_finding_count": 0}, {"smart_record": False}):
            with self.assertRaises(AccessError):
                agreement.with_user(self.officer.user_id).write(values)

    def test_blocking(self):
        """P4: where the company blocks, the submission is refused with letter and sentence."""
        self.company.performance_smart_mode = "block"
        goal = self.good(how=False)
        agreement = self.as_user(self.evaluation.agreement_id, self.employee)
        with self.assertRaisesRegex(UserError, "Specific: It does not say how"):
            agreement.action_submit()
        self.as_user(goal, self.employee).how = HOW
        agreement.action_submit()
        self.assertEqual((agreement.state, agreement.smart_finding_count), ("submitted", 0))
        self.assertFalse(agreement.smart_findings)

    def test_limits_are_settings(self):
        """P4: the limits are the company's; limits that contradict each other are refused."""
        goal = self.good(target=100, baseline=80)
        self.assertEqual(self.findings(goal), {})
        self.company.performance_smart_too_high = 20
        self.env.invalidate_all()
        self.assertIn("up to 20 %", self.findings(goal)["a"])
        self.company.write({"performance_smart_too_high": 50, "performance_smart_too_low": 30})
        self.env.invalidate_all()
        self.assertIn("Too low", self.findings(goal)["a"])
        with self.assertRaisesRegex(UserError, "the first must be smaller"):
            self.company.performance_smart_too_low = 60

    def test_figures_and_days_as_people_write_them(self):
        """P4: a million is 1,000,000 and a day is written as in the reader's language."""
        goal = self.good(target=5000000, baseline=1000000)
        self.assertIn("1,000,000", self.findings(goal)["a"])
        self.assertIn("5,000,000", self.findings(goal)["a"])
        late = Finding(
            Letter.T,
            Code.DUE_BEFORE_START,
            {"start": "2024-07-09", "due": "2024-07-02"},
        )
        sentence = self.env["hr.performance.smart.words"]._describe(late)
        self.assertIn("due on 07/02/2024", sentence)

    def test_findings_stand_under_their_goal(self):
        """P4: a goal with several findings is named once, each letter below it."""
        goal = self.good(how=False, parent_id=False)
        agreement = self.as_user(self.evaluation.agreement_id, self.employee)
        self.assertEqual(agreement.smart_findings.count(f"“{goal.name}”"), 1)
        self.assertRegex(agreement.smart_findings, "\n– Specific: It does.*\n– Relevant: Choose")

    def test_key_result_is_measured_only(self):
        """P4, P1: how and why stand in the objective; a key result says what and how much."""
        objective = self.good(kind="objective", method="key_results", target=0, baseline=0)
        self.assertEqual(list(self.findings(objective)), ["m"])
        result = self.add_goal(
            self.evaluation, name="Score 90", kind="key_result", parent_id=objective.id, why=False
        )
        self.assertEqual(self.findings(result), {})
        objective.invalidate_recordset()
        self.assertEqual(self.findings(objective), {})
