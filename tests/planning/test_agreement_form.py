from odoo.tests import tagged

from ..common import PerformanceCase

SAID = {
    "how": "Each complaint is answered within 12 hours",
    "no_parent_reason": "A field that no goal covers yet",
    "why": "Repeat orders carry our turnover",
    "confidence_note": "Two colleagues leave in August",
}


@tagged("post_install", "-at_install")
class TestAgreementForm(PerformanceCase):
    """P7: what is signed is what is read, on the screen and on paper, then and later."""

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()
        self.evaluation = self.launch(self.cycle, self.employee)
        self.goal = self.add_goal(self.evaluation, confidence=4, **SAID)
        self.as_user(self.goal, self.manager).manager_note = "Support helps until January"
        self.agreement = self.as_user(self.evaluation.agreement_id, self.employee)

    def printed(self, agreement=None):
        reports = self.env["ir.actions.report"].with_user(self.employee.user_id)
        report = "hr_performance.agreement_report"
        return reports._render_qweb_html(report, (agreement or self.agreement).ids)[0].decode()

    def test_everything_that_is_signed_is_read(self):
        """P6, P7: how, why, both notes, before the signature and on paper."""
        self.assertFalse(self.agreement.signed_goals)
        self.agreement.action_submit()
        shown, printed = str(self.agreement.signed_goals), self.printed()
        for text in (*SAID.values(), "Support helps until January", self.goal.name):
            self.assertIn(text, shown)
            self.assertIn(text, printed)

    def test_paper_claims_no_agreement_before_both_have_signed(self):
        """P7: a form without both signatures does not say that both agreed."""
        self.agreement.action_submit()
        for role, person in (("employee", self.employee), ("manager", self.manager)):
            self.assertIn("hold once employee and manager have signed", self.printed())
            self.assertNotIn("have agreed", self.printed())
            self.sign(self.agreement, person, role)
        self.assertIn("Employee and manager have agreed", self.printed())

    def test_superseded_version_says_what_it_said(self):
        """P8: printed again after a revision, and in the language in which it was signed."""
        self.agree(self.evaluation)
        before = self.printed()
        self.env["res.lang"]._activate_lang("zh_CN")
        self.employee.user_id.lang = "zh_CN"
        revision = self.as_user(self.env["hr.performance.goal.revision"], self.employee).create(
            {
                "evaluation_id": self.evaluation.id,
                "explanation": "The market fell",
                "line_ids": [(0, 0, {"goal_id": self.goal.id, "new_target": 80})],
            }
        )
        revision.action_request()
        self.as_user(revision, self.manager).action_approve()
        newer = revision.agreement_id
        self.sign(newer, self.employee, "employee")
        self.sign(newer, self.manager, "manager")
        self.assertEqual(self.agreement.state, "superseded")
        after = self.printed()
        self.assertIn("This version was replaced by a newer one", after)
        self.assertIn("≥ 100", after)
        self.assertIn("Goal Confirmation", after)
        self.assertEqual(after.count("SHA-256"), before.count("SHA-256"))
        self.assertIn("目标确认表", self.printed(newer))
        self.assertIn("≥ 80", self.printed(newer))
