from odoo.exceptions import UserError
from odoo.tests import tagged

from ..common import PerformanceCase

PAPER = {"method": "paper", "proof": b"c2Nhbg==", "proxy_reason": "No computer at the line"}


@tagged("post_install", "-at_install")
class TestPaperAnswer(PerformanceCase):
    """F2: somebody without a login answers on paper; nobody answers in their place."""

    def setUp(self):
        super().setUp()
        self.worker = self.person("worker", user=False, parent_id=self.manager.id)
        evaluation = self.launch(self.create_cycle(), self.worker)
        self.add_goal(evaluation)
        agreement = evaluation.agreement_id
        self.as_user(agreement, self.manager).action_submit()
        self.sign(agreement, self.officer, "employee", **PAPER)
        self.sign(agreement, self.manager, "manager")
        with self.at("2024-10-08"):
            self.start_evaluation(evaluation.cycle_id)
            self.give_review(evaluation, "self", self.officer)
            self.give_review(evaluation, "manager", self.manager)
            self.release(evaluation.cycle_id)
        self.evaluation = evaluation

    def answer(self, person, **values):
        with self.at("2024-10-09"):
            return self.sign(self.evaluation, person, "employee", **{**PAPER, **values})

    def test_needs_the_paper_and_the_reason(self):
        """F2: a proxy signature without document or reason is refused, and nothing changes."""
        for missing in ({"proof": False}, {"proxy_reason": " "}):
            with self.assertRaisesRegex(UserError, "needs the signed paper and the reason"):
                self.answer(self.officer, **missing)
        for person in (self.manager, self.boss, self.auditor):
            with self.assertRaises(UserError):
                self.answer(person)
        with self.assertRaisesRegex(UserError, "nobody signs for somebody else"):
            self.answer(self.officer, method="typed")
        self.assertEqual(self.evaluation.state, "communicating")
        self.assertFalse(self.evaluation.signature_ids)

    def test_does_not_agree_on_paper(self):
        """F2: what stands on the paper counts: no agreement needs the words of the employee."""
        with self.assertRaisesRegex(UserError, "with what you do not agree"):
            self.answer(self.officer, decision="disagree")
        signature = self.answer(
            self.officer, decision="disagree", comment="The machine stood still"
        )
        self.assertEqual(self.evaluation.state, "disagreed")
        self.assertEqual(signature.signer_id, self.officer.user_id)
        self.assertEqual(signature.on_behalf_id, self.worker)
        report = self.as_user(self.env["ir.actions.report"], self.officer)
        page, _kind = report._render_qweb_html(
            "hr_performance.confirmation_form", self.evaluation.ids
        )
        self.assertIn("Officer for Worker", page.decode())
        self.assertIn("No computer at the line", page.decode())

    def test_no_answer_is_no_signature(self):
        """F2: without a paper the evaluation lapses; the form says that nobody signed."""
        with self.at("2024-10-16"):
            self.env["hr.performance.evaluation"]._cron_lapse()
        self.assertEqual(self.evaluation.state, "lapsed")
        self.assertFalse(self.evaluation.signature_ids)
        report = self.as_user(self.env["ir.actions.report"], self.officer)
        page, _kind = report._render_qweb_html(
            "hr_performance.confirmation_form", self.evaluation.ids
        )
        self.assertIn("Nobody has signed", page.decode())
        with self.assertRaises(UserError):
            self.answer(self.officer)
