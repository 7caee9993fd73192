from datetime import date, timedelta

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from ..common import PerformanceCase

QUARTERS = {
    "2024Q1": (date(2024, 1, 1), date(2024, 3, 31)),
    "2024Q2": (date(2024, 4, 1), date(2024, 6, 30)),
    "2024Q3": (date(2024, 7, 1), date(2024, 9, 30)),
}
EXCELLENT = {"actual": 130, "points": {"quality": 110, "teamwork": 110, "innovation": 110}}
WEAK = {"actual": 40, "points": {"quality": 60, "teamwork": 60, "innovation": 60}}


class OutcomeCase(PerformanceCase):
    def live(self, grades, **others):
        """Cycles one after the other, each lived through and published; returns their results.

        :param grades: {code of the cycle: how the employee does in it}
        :param others: how others do in each of these cycles
        """
        results = self.env["hr.performance.result"]
        for code, grade in grades.items():
            people = {"employee": grade, **others}
            results |= self.live_quarter(
                code, {getattr(self, name): one for name, one in people.items()}
            )
        return results

    def live_quarter(self, code, people):
        start, end = QUARTERS[code]
        with self.at(start):
            cycle = self.create_cycle(
                name=code, code=code, date_start=start, date_end=end,
                payout_from=end + timedelta(days=1), payout_to=end + timedelta(days=80),
            )  # fmt: skip
            evaluations = self.launch(cycle, self.env["hr.employee"].concat(*people))
            for evaluation in evaluations:
                self.add_goal(evaluation, date_due=end)
                self.agree(evaluation, evaluation.manager_id)
        with self.at(end + timedelta(days=8)):
            for evaluation in evaluations:
                self.enter(evaluation, end, people[evaluation.employee_id]["actual"])
            self.start_evaluation(cycle)
            for evaluation in evaluations:
                points = people[evaluation.employee_id]["points"]
                self.give_review(evaluation, "self", evaluation.employee_id, points)
                self.give_review(evaluation, "manager", evaluation.manager_id, points)
            self.release(cycle)
            for evaluation in evaluations:
                self.sign(evaluation, evaluation.employee_id, "employee")
            self.as_user(cycle, self.officer).action_publish()
        return evaluations.result_ids

    def enter(self, evaluation, day, value):
        self.as_user(self.env["hr.performance.measurement"], self.manager).create(
            {"goal_id": evaluation.goal_ids.id, "date": day, "value": value, "source": "Books"}
        )

    def proposals(self, *states):
        outcomes = self.env["hr.performance.outcome"].search(
            [("state", "in", states or ("proposed",))], order="cycle_id, kind, id"
        )
        return [(one.cycle_id.code, one.kind) for one in outcomes.sorted(
            lambda one: (one.cycle_id.code, one.kind)
        )]  # fmt: skip

    def correct(self, result, grade):
        """An appeal changes the grade of a published result."""
        evaluation = result.evaluation_id.sudo()
        evaluation.rating_ids._change_grade("appeal", self.env.ref(grade), "The data was wrong")
        return self.env["hr.performance.result"]._supersede(evaluation, "Appeal")


@tagged("post_install", "-at_install")
class TestOutcome(OutcomeCase):
    """R3: outcomes follow from published grades, and from nothing else."""

    def test_excellent_three_times(self):
        """R3: Excellent ×3 proposes exactly what the rules say."""
        self.live(dict.fromkeys(QUARTERS, EXCELLENT))
        self.assertEqual(
            self.proposals(),
            [
                ("2024Q1", "talent"),
                ("2024Q2", "talent"),
                ("2024Q3", "promotion"),
                ("2024Q3", "talent"),
            ],
        )
        promotion = self.env["hr.performance.outcome"].search([("kind", "=", "promotion")])
        self.assertEqual(promotion.basis, "2024Q1 Excellent, 2024Q2 Excellent, 2024Q3 Excellent")
        self.assertEqual(set(promotion.led_cycle_ids.mapped("code")), set(QUARTERS))
        self.assertEqual(promotion.activity_ids.user_id, self.manager.user_id)

    def test_needs_improvement_three_times(self):
        """R3: Needs improvement ×3: plan and training each time, warning, demotion review."""
        self.live(dict.fromkeys(QUARTERS, WEAK))
        self.assertEqual(
            self.proposals(),
            [
                ("2024Q1", "pip"),
                ("2024Q1", "training"),
                ("2024Q2", "pip"),
                ("2024Q2", "training"),
                ("2024Q2", "warning"),
                ("2024Q3", "demotion"),
                ("2024Q3", "pip"),
                ("2024Q3", "training"),
            ],
        )

    def test_appeal_in_the_middle(self):
        """R3, formulas 6: a superseding result withdraws what it no longer leads to, and adds."""
        results = self.live(dict.fromkeys(QUARTERS, EXCELLENT))
        second = results.filtered(lambda one: one.cycle_code == "2024Q2")
        corrected = self.correct(second, "hr_performance.grade_good")
        self.assertEqual(self.proposals(), [("2024Q1", "talent"), ("2024Q3", "talent")])
        self.assertEqual(
            self.proposals("withdrawn"), [("2024Q2", "talent"), ("2024Q3", "promotion")]
        )
        self.correct(corrected, "hr_performance.grade_excellent")
        self.assertIn(("2024Q3", "promotion"), self.proposals())

    def test_weak_appeal_in_the_middle(self):
        results = self.live(dict.fromkeys(QUARTERS, WEAK))
        second = results.filtered(lambda one: one.cycle_code == "2024Q2")
        self.correct(second, "hr_performance.grade_qualified")
        self.assertEqual(
            self.proposals(),
            [
                ("2024Q1", "pip"),
                ("2024Q1", "training"),
                ("2024Q3", "pip"),
                ("2024Q3", "training"),
            ],
        )

    def test_a_cycle_left_out_breaks_the_run(self):
        """R3, formulas 6: weak, not taken part in the next quarter, weak again: no warning."""
        self.live({"2024Q1": WEAK})
        self.live_quarter("2024Q2", {self.colleague: EXCELLENT})
        self.live({"2024Q3": WEAK})
        self.assertNotIn("warning", {kind for _cycle, kind in self.proposals()})

    def test_doing_it_again_changes_nothing(self):
        results = self.live({"2024Q1": EXCELLENT, "2024Q2": EXCELLENT})
        before = self.env["hr.performance.outcome"].search([])
        self.env["hr.performance.outcome"]._follow_results(results)
        self.assertEqual(self.env["hr.performance.outcome"].search([]), before)

    def test_decided_ones_are_flagged(self):
        """R3: what was approved before is not undone behind HR's back: HR is told."""
        results = self.live({"2024Q1": WEAK})
        warned = self.env["hr.performance.outcome"].search([("kind", "=", "training")])
        self.as_user(warned, self.officer).action_approve()
        corrected = self.correct(results, "hr_performance.grade_good")
        self.assertEqual((warned.state, warned.basis_lost), ("approved", True))
        self.assertEqual(warned.activity_ids.user_id, self.officer.user_id)
        self.correct(corrected, "hr_performance.grade_needs_improvement")
        self.assertFalse(warned.basis_lost)

    def test_a_new_rule_does_not_reach_back(self):
        self.live({"2024Q1": EXCELLENT})
        self.env["hr.performance.outcome.rule"].create(
            {
                "name": "Praise",
                "scale_id": self.env.ref("hr_performance.scale_standard").id,
                "grade_id": self.env.ref("hr_performance.grade_excellent").id,
                "kind": "other",
            }
        )
        self.live({"2024Q2": EXCELLENT})
        self.assertEqual([one for one in self.proposals() if one[1] == "other"], [
            ("2024Q2", "other")
        ])  # fmt: skip

    def test_grade_of_another_scale(self):
        """R3: a rule that refers to a grade of another scale is refused."""
        other = self.env.ref("hr_performance.scale_standard").copy({"name": "Five steps"})
        with self.assertRaisesRegex(ValidationError, "belongs to the scale"):
            self.env.ref("hr_performance.outcome_rule_talent").write({"scale_id": other.id})

    def test_queries_do_not_grow(self):
        """G8: the rules are looked at in a few queries, however many people."""
        results = self.live({"2024Q1": EXCELLENT}, colleague=EXCELLENT)
        outcomes = self.env["hr.performance.outcome"]
        counts = []
        for some in (results[:1], results):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            outcomes._follow_results(some)
            counts.append(self.cr.sql_log_count - before)
        self.assertLessEqual(counts[1], counts[0] + 1)


@tagged("post_install", "-at_install")
class TestOutcomeDecision(OutcomeCase):
    """R3: approved or dismissed, with who and why."""

    def outcome(self, kind, grade=None):
        self.live({"2024Q1": grade or WEAK})
        return self.env["hr.performance.outcome"].search([("kind", "=", kind)])

    def promotion(self):
        rule = self.env.ref("hr_performance.outcome_rule_promotion")
        rule.count = 1
        return self.outcome("promotion", EXCELLENT)

    def test_manager_first(self):
        """R3: where the rule asks for it HR approves after the manager has agreed."""
        outcome = self.promotion()
        hr = self.as_user(outcome, self.officer)
        with self.assertRaisesRegex(UserError, "has not agreed"):
            hr.action_approve()
        with self.assertRaisesRegex(UserError, "up to"):
            hr.action_agree()
        self.as_user(outcome, self.manager).action_agree()
        self.assertFalse(outcome.activity_ids)
        hr.action_approve()
        self.assertEqual(
            (outcome.state, outcome.agreed_by_id, outcome.decided_by_id),
            ("approved", self.manager.user_id, self.officer.user_id),
        )
        with self.assertRaisesRegex(UserError, "reason"):
            hr.action_finish(" ")
        hr.action_finish("Team leader since May")
        self.assertEqual((outcome.state, outcome.done_note), ("done", "Team leader since May"))

    def test_dismissed_with_reason(self):
        outcome = self.promotion()
        with self.assertRaisesRegex(UserError, "reason"):
            self.as_user(outcome, self.manager).action_dismiss("")
        self.as_user(outcome, self.manager).action_dismiss("No position is open")
        self.assertEqual((outcome.state, outcome.dismiss_reason), (
            "dismissed", "No position is open"
        ))  # fmt: skip

    def test_manager_is_not_asked(self):
        outcome = self.outcome("training")
        with self.assertRaises(AccessError):
            self.as_user(outcome, self.manager).action_dismiss("No")
        self.as_user(outcome, self.officer).action_approve()
        with self.assertRaises(UserError):
            self.as_user(outcome, self.manager).action_agree()

    def test_plan_is_drafted(self):
        """R3, R5: an approved plan is drafted from the unmet standards, once."""
        outcome = self.outcome("pip")
        self.as_user(outcome, self.officer).action_approve()
        plan = self.env["hr.performance.pip"].search([])
        self.assertEqual((plan.employee_id, plan.state), (self.employee, "draft"))
        self.assertTrue(plan.standard_ids)

    def test_who_reads_it(self):
        """G1, R4: the employee only what is meant for them, and only once it is approved."""
        self.env.ref("hr_performance.outcome_rule_promotion").count = 1
        self.live({"2024Q1": EXCELLENT}, colleague=WEAK)
        talent = self.env["hr.performance.outcome"].search([("kind", "=", "talent")])
        training = self.env["hr.performance.outcome"].search([("kind", "=", "training")])
        for outcome, person in ((talent, self.employee), (training, self.colleague)):
            self.assertUnread(outcome, person)
        self.assertUnread(talent, self.manager)
        self.as_user(talent + training, self.officer).action_approve()
        self.assertUnread(talent, self.employee)
        self.assertTrue(self.as_user(training, self.colleague).read())
        self.assertUnread(talent, self.manager)  # as little as the talent pool itself
        self.company.performance_talent_visible = True
        self.assertTrue(self.as_user(talent, self.manager).read())
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        foreign = self.person("foreign", "hr_performance.group_administrator", company=elsewhere)
        for person in (self.stranger, self.payroll, foreign):
            self.assertUnread(talent + training, person)
        self.assertTrue(self.as_user(talent, self.auditor).read())

    def assertUnread(self, outcomes, person):
        seen = self.as_user(outcomes, person).with_context(
            allowed_company_ids=person.company_id.ids
        )
        for one in seen:
            with self.assertRaises(AccessError):
                one.read(["kind"])
        self.assertFalse(seen.search([("id", "in", outcomes.ids)]))

    def test_nothing_is_forged(self):
        outcome = self.outcome("training")
        for person in (self.employee, self.manager, self.officer, self.admin):
            with self.assertRaises(AccessError):
                self.as_user(outcome, person).write({"state": "done"})
            with self.assertRaises(AccessError):
                self.as_user(outcome, person).copy()
        rules = self.as_user(self.env["hr.performance.outcome.rule"], self.officer).search([])
        with self.assertRaises(AccessError):
            rules.write({"count": 1})
        with self.assertRaises(AccessError):
            self.as_user(rules, self.employee).read(["name"])
