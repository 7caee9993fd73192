from odoo.exceptions import UserError
from odoo.tests import tagged

from .test_outcome import EXCELLENT, WEAK, OutcomeCase
from .training_common import NEED, TrainingStory

GOOD = {"actual": 95, "points": {"quality": 92, "teamwork": 92, "innovation": 60}}


@tagged("post_install", "-at_install")
class TestTrainingResults(TrainingStory, OutcomeCase):
    """R3, R4: what approved outcomes and released evaluations ask for."""

    def outcomes(self, **others):
        self.live({"2024Q1": WEAK}, **others)
        return self.env["hr.performance.outcome"].search([("kind", "=", "training")])

    def test_from_an_outcome(self):
        """R3: approved is on the list, proposed is not; nothing is listed twice."""
        outcome = self.as_user(self.outcomes(), self.officer)
        self.assertFalse(self.needs())
        outcome.action_approve()
        need = self.needs()
        self.assertEqual((need.source, need.outcome_id, need.priority), ("outcome", outcome, "1"))
        self.assertEqual(need.basis, "2024Q1 Needs improvement")
        outcome.sudo()._follow_training()
        self.assertEqual(self.needs(), need)

    def test_closed_with_the_need(self):
        """R3: the outcome is done when the training is; the officer's note is its result."""
        outcome = self.as_user(self.outcomes(), self.officer)
        outcome.action_approve()
        need = self.as_user(self.needs(), self.officer)
        need.date_planned = "2024-07-01"
        need.action_plan()
        need.action_finish("Answers within a day")
        self.assertEqual((outcome.state, outcome.done_note), ("done", "Answers within a day"))

    def test_closes_the_need(self):
        """R3: an outcome that HR closes leaves nothing to plan."""
        outcome = self.as_user(self.outcomes(), self.officer)
        outcome.action_approve()
        outcome.action_finish("Trained by the supplier")
        self.assertEqual((self.needs().state, self.needs().result), (
            "done", "Trained by the supplier"
        ))  # fmt: skip

    def test_hidden_outcome(self):
        """R3, E7: where the outcome is not meant for the employee, neither is the need."""
        self.env.ref("hr_performance.outcome_rule_training").visible_to_employee = False
        self.as_user(self.outcomes(), self.officer).action_approve()
        self.assertFalse(self.needs(self.employee))
        self.assertTrue(self.needs(self.manager))

    def test_queries_of_approval(self):
        """G8: needs of many outcomes in as many queries as those of few."""
        people = [self.person(f"mate{i}", parent_id=self.manager.id) for i in range(6)]
        for index, mate in enumerate(people):
            setattr(self, f"mate{index}", mate)
        outcomes = self.outcomes(**{f"mate{index}": WEAK for index in range(6)})
        outcomes = self.as_user(outcomes, self.officer)
        counts = []
        for some in (outcomes[:2], outcomes[2:6]):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            some.sudo()._follow_training()
            self.env.flush_all()
            counts.append(self.cr.sql_log_count - before)
        self.assertEqual(len(self.needs()), 6)
        self.assertLessEqual(counts[1], counts[0] + 1)

    def test_from_gaps(self):
        """R4, E4: gaps of the last released evaluation, each once, the worst first."""
        self.live({"2024Q1": WEAK, "2024Q2": GOOD}, colleague=EXCELLENT)
        self.as_user(self.env[NEED], self.officer).action_propose_from_gaps()
        need = self.needs()
        self.assertEqual((need.employee_id, need.name), (self.employee, "Innovation"))
        self.assertEqual(need.basis, "Innovation: Needs improvement (2024Q2)")
        self.assertEqual((need.source, need.priority), ("evaluation", "1"))
        with self.assertRaisesRegex(UserError, "nothing new"):
            self.as_user(self.env[NEED], self.manager).action_propose_from_gaps()
        self.as_user(need, self.officer).action_dismiss("Not in this job")
        with self.assertRaisesRegex(UserError, "nothing new"):
            self.as_user(need.rating_id.cycle_id, self.officer).action_propose_training()

    def test_no_training_for_who_has_left(self):
        """R4: nobody plans a course for somebody who is gone."""
        self.live({"2024Q1": WEAK})
        self.employee.active = False
        with self.assertRaisesRegex(UserError, "nothing new"):
            self.as_user(self.env[NEED], self.officer).action_propose_from_gaps()
        self.assertFalse(self.needs())

    def test_from_gaps_of_a_cycle(self):
        """R4: HR proposes for one cycle; a gap that stands open is not repeated later."""
        self.live({"2024Q1": WEAK, "2024Q2": WEAK})
        first = self.env["hr.performance.cycle"].search([("code", "=", "2024Q1")])
        self.as_user(first, self.officer).action_propose_training()
        found = self.needs()
        self.assertEqual(found.rating_id.cycle_id, first)
        self.assertGreater(len(found), 2)
        with self.assertRaisesRegex(UserError, "nothing new"):
            self.as_user(self.env[NEED], self.manager).action_propose_from_gaps()

    def test_nothing_before_the_release(self):
        """E7: a judgement that is withheld shows no gap, to nobody."""
        cycle = self.create_cycle()
        evaluation = self.launch(cycle, self.employee)
        self.measure(self.add_goal(evaluation), 40)
        self.agree(evaluation)
        self.start_evaluation(cycle)
        self.give_review(evaluation, "self", self.employee)
        self.give_review(evaluation, "manager", self.manager, {"innovation": 60})
        for person in (self.manager, self.officer):
            with self.assertRaisesRegex(UserError, "nothing new"):
                self.as_user(cycle, person).action_propose_training()
            rating = self.as_user(evaluation.rating_ids, person)
            self.assertFalse(rating.browse()._get_last_released())
            with self.assertRaisesRegex(UserError, "nothing new"):
                rating._propose_training()
        self.release(cycle)
        self.as_user(cycle, self.officer).action_propose_training()
        self.assertIn("Innovation", self.needs().mapped("name"))

    def test_who_proposes(self):
        """G1: the line and HR; not the person, a colleague, or who only reads."""
        self.live({"2024Q1": WEAK})
        cycle = self.env["hr.performance.cycle"].search([("code", "=", "2024Q1")])
        for person in (self.employee, self.colleague, self.stranger, self.payroll, self.auditor):
            with self.assertRaisesRegex(UserError, "nothing new"):
                self.as_user(cycle, person).action_propose_training()
        self.as_user(cycle, self.manager).action_propose_training()
        self.assertTrue(self.needs(self.employee))

    def test_gaps_of_the_last_cycle(self):
        """R6: strengths and gaps are proposed from the newest evaluation, not from the first."""
        self.live({"2024Q1": WEAK, "2024Q2": EXCELLENT})
        plan = self.as_user(self.env["hr.performance.development.plan"], self.manager).create(
            {"employee_id": self.employee.id}
        )
        plan.action_propose()
        self.assertFalse(plan.gaps)
        self.assertIn("Innovation: Excellent (2024Q2)", plan.strengths)
