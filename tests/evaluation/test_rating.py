from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..common import PerformanceCase


@tagged("post_install", "-at_install")
class TestRating(PerformanceCase):
    """The computed grade, the decided one, and the chain between them (E5, E6, G4)."""

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()
        self.evaluation = self.launch(self.cycle, self.employee)
        self.goal = self.add_goal(self.evaluation)
        self.agree(self.evaluation)
        scale = self.template.scale_id
        self.excellent, self.good = scale._get_grade("EX"), scale._get_grade("GO")

    def judge(self, actual=110, points=None, **context):
        """Measure, start the evaluation and give the manager's review; returns the rating."""
        if actual is not None:
            self.measure(self.goal, actual)
        with self.at("2024-10-08"):
            self.start_evaluation(self.cycle)
            self.judgement = self.review(self.evaluation, "manager").with_context(**context)
            for line in self.as_user(self.judgement, self.manager).line_ids.filtered(
                "dimension_id"
            ):
                line.write(
                    {"answer": "points", "points": (points or {}).get(line.dimension_id.code, 95)}
                )
            self.as_user(self.judgement, self.manager).action_submit()
        return self.evaluation.rating_ids

    def decide(self, person, grade, reason=False):
        wizards = self.as_user(self.env["hr.performance.decide.wizard"], person)
        wizard = wizards.create(
            {"rating_id": self.evaluation.rating_ids.id, "grade_id": grade.id, "reason": reason}
        )
        return wizard.action_apply()

    def test_gate(self):
        """E5: 102.5 points are Excellent by score; with 110 % and Good innovation it is Good."""
        rating = self.judge(110)
        self.assertEqual(rating.score, 102.5)
        self.assertEqual(rating.score_grade_id, self.excellent)
        self.assertEqual(rating.grade_id, self.good)
        self.as_user(self.judgement, self.officer).action_reopen("A figure was missing")
        self.measure(self.goal, 120)
        self.as_user(self.judgement, self.manager).action_submit()
        self.assertEqual(rating.grade_id, self.excellent)

    def test_deviation_needs_a_reason(self):
        """E6: who decides otherwise than computed says why; the chain keeps each step."""
        rating = self.judge()
        with self.assertRaisesRegex(UserError, "computed grade is “Good”. Please give the reason"):
            self.decide(self.manager, self.excellent)
        with self.assertRaisesRegex(UserError, "Please give the reason"):
            self.decide(self.manager, self.excellent, "  ")
        self.decide(self.manager, self.excellent, "Took over a second region")
        self.assertEqual((rating.grade_id, rating.computed_grade_id), (self.excellent, self.good))
        self.decide(self.manager, self.good)
        self.assertFalse(rating.deviation_reason)
        chain = rating.change_ids.mapped(
            lambda one: (one.step, one.from_grade_code, one.to_grade_code)
        )
        self.assertEqual(
            chain, [("computed", False, "GO"), ("manager", "GO", "EX"), ("manager", "EX", "GO")]
        )
        self.assertEqual(rating.change_ids[1].user_id, self.manager.user_id)

    def test_who_decides(self):
        """E6, G1: the line and HR decide; never the person, a colleague, payroll or an auditor."""
        self.judge()
        for person in (self.employee, self.colleague, self.payroll):
            with self.assertRaises(AccessError):
                self.decide(person, self.excellent, "Because")
        with self.assertRaisesRegex(UserError, "decided by the manager"):
            self.decide(self.auditor, self.excellent, "Because")
        copied = self.template.scale_id.copy()
        self.assertEqual(copied.grade_ids.gate_ids.clause_ids.dimension_grade_id.scale_id, copied)
        other = copied.grade_ids[0]
        with self.assertRaisesRegex(UserError, "grade of the cycle's scale"):
            self.decide(self.manager, other, "Because")
        self.decide(self.boss, self.excellent, "Seen from above")

    def test_nobody_writes_a_rating(self):
        """E6, G4: not by write, command, import or forged context; not the superuser either."""
        rating = self.judge()
        forged = {"hr_performance_in_transition": True}
        for person in (self.manager, self.officer, self.admin):
            for record, vals in (
                (rating, {"grade_id": self.excellent.id}),
                (rating, {"state": "released"}),
                (rating.line_ids[0], {"score": 150}),
                (self.evaluation, {"rating_ids": [(1, rating.id, {"score": 150})]}),
            ):
                with self.assertRaises(AccessError):
                    self.as_user(record, person).with_context(**forged).write(vals)
            with self.assertRaises(AccessError):
                self.as_user(rating, person).create({"evaluation_id": self.evaluation.id})
        for name in ("grade_id", "decided_grade_id", "score", "state", "deviation_reason"):
            with self.assertRaisesRegex(AccessError, "cannot be written directly"):
                rating.sudo().with_context(**forged).write({name: False})
        with self.assertRaisesRegex(UserError, "kept for good"):
            rating.change_ids.sudo().write({"to_grade": "Excellent"})

    def test_defaults_of_the_manager_decide_nothing(self):
        """E6, E7: submitting with ``default_*`` neither decides without a reason nor releases."""
        rating = self.judge(
            default_state="released",
            default_decided_grade_id=self.excellent.id,
            default_decided_against_id=self.good.id,
            default_released_at="2024-10-08 00:00:00",
            default_rating_id=False,
        )
        self.assertEqual(rating.state, "open")
        self.assertFalse(rating.decided_grade_id)
        self.assertFalse(rating.released_at)
        self.assertEqual(rating.grade_id, self.good)

    def test_missing_is_named(self):
        """E6: an unmeasured goal is left out of the score and named, never counted as zero."""
        rating = self.judge(actual=None)
        self.assertEqual(rating.score, 95)
        self.assertIn("is missing", rating.missing)
        self.assertIn(self.goal.name, rating.missing)
        self.assertFalse(rating.has_achievement)

    def test_nothing_judged_is_not_released(self):
        """E6: without any score there is no grade, and no release; never a silent lowest."""
        self.start_evaluation(self.cycle)
        for role, person in (("self", self.employee), ("manager", self.manager)):
            codes = self.template.line_ids.dimension_id.mapped("code")
            self.give_review(self.evaluation, role, person, dict.fromkeys(codes))
        rating = self.evaluation.rating_ids
        self.assertFalse(rating.grade_id)
        self.release(self.cycle)
        self.assertEqual(rating.state, "open")
        self.assertIn("has no grade", self.failures(self.cycle)[0])

    def test_computed_changed_after_the_decision(self):
        """E6: a decision on figures that changed since is not released; it is taken again."""
        rating = self.judge()
        self.decide(self.manager, self.excellent, "Took over a second region")
        self.measure(self.goal, 60)
        self.assertEqual(rating.grade_id, self.excellent)
        self.assertNotEqual(rating.computed_grade_id, self.good)
        self.release(self.cycle)
        self.assertEqual(rating.state, "open")
        self.assertIn("changed after the manager had decided", self.failures(self.cycle)[0])
        self.decide(self.manager, self.excellent, "Still")
        self.release(self.cycle)
        self.assertEqual(rating.state, "released")

    def test_released_grade_stays(self):
        """E6, E7, G4: after the release nobody decides, reopens or judges again."""
        rating = self.judge()
        self.release(self.cycle)
        self.assertEqual(rating.state, "released")
        for person in (self.manager, self.officer, self.admin):
            with self.assertRaisesRegex(UserError, "only changes by an appeal"):
                self.decide(person, self.excellent, "After all")
        with self.assertRaisesRegex(UserError, "its reviews are closed"):
            self.as_user(self.judgement, self.admin).action_reopen("After all")
        own = self.review(self.evaluation, "self")
        with self.assertRaises(UserError):
            self.as_user(own, self.employee).action_submit()
        self.assertEqual(rating.grade_id, self.good)

    def test_reopened_review(self):
        """E1, E6: HR gives a review back with a reason; until then it counts no more."""
        self.judge()
        for person in (self.manager, self.employee):
            with self.assertRaises(UserError):
                self.as_user(self.judgement, person).action_reopen("Mine")
        with self.assertRaisesRegex(UserError, "Please give a reason"):
            self.as_user(self.judgement, self.officer).action_reopen(" ")
        self.as_user(self.judgement, self.officer).action_reopen("Wrong person")
        self.assertEqual(self.evaluation.state, "evaluating")
        self.assertFalse(self.evaluation.manager_submitted)
        self.assertIn("Wrong person", self.judgement.reopen_reason)
        self.release(self.cycle)
        self.assertFalse(self.evaluation.released_at)

    def test_declined_review_comes_back(self):
        """E3: a reviewer declines with a reason, and HR can give the review back."""
        self.start_evaluation(self.cycle)
        judgement = self.review(self.evaluation, "manager")
        self.as_user(judgement, self.manager).action_decline("I led this person for a week")
        self.assertEqual(judgement.state, "declined")
        self.as_user(judgement, self.officer).action_reopen("Please, as nobody else can")
        self.assertEqual(judgement.state, "pending")
