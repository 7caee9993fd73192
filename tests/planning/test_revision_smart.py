from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .revision_common import RevisionCase

# As signed, the goals of the story serve nothing and have no baseline: findings that were accepted.
ADDED = {
    "kind": "add",
    "new_name": "Win 4 new accounts in the north",
    "new_how": "Two visits a week together with sales support",
    "new_target": 4,
    "new_weight": 40,
    "metric": "New accounts",
    "unit": "accounts",
    "no_parent_reason": "A field that no goal of the department covers yet",
}
WHY = "They replace the market that we lost in spring"


@tagged("post_install", "-at_install")
class TestRevisionSmart(RevisionCase):
    """P4, P8: the SMART check looks at a revision when it is requested and when it is put up."""

    def replaced(self, **values):
        """The complaints give way to a new goal."""
        return self.draft(
            {self.complaints: {"kind": "cancel"}},
            line_ids=[
                Command.create({"goal_id": self.complaints.id, "kind": "cancel"}),
                Command.create({**ADDED, **values}),
            ],
        )

    def test_findings_are_shown_to_whoever_decides(self):
        """P4, P8: where the company warns, the request says what it makes less than SMART."""
        revision = self.replaced(new_how=False, no_parent_reason=False)
        self.assertFalse(revision.smart_findings)
        revision.action_request()
        seen = self.as_user(revision, self.manager).smart_findings
        self.assertIn("Win 4 new accounts", seen)
        self.assertIn("Specific: It does not say how", seen)
        self.assertIn("Relevant: Choose the goal", seen)
        self.assertNotIn("Say why it matters", seen, "the employee says it before the signing")
        self.assertNotIn(self.sales.name, seen, "what was accepted before is no news")
        with self.assertRaises(AccessError):
            self.as_user(revision, self.admin).smart_record = []

    def test_blocked_when_requested(self):
        """P4, P8: where the company blocks, whoever asks is told, and can mend it at once."""
        self.company.performance_smart_mode = "block"
        revision = self.replaced(new_how=False, no_parent_reason=False)
        with self.assertRaisesRegex(UserError, "Specific: It does not say how"):
            revision.action_request()
        self.assertEqual(revision.state, "draft")
        line = revision.line_ids.filtered(lambda one: one.kind == "add")
        line.write({name: ADDED[name] for name in ("new_how", "no_parent_reason")})
        line.write({"why": WHY, "confidence": 8})
        revision.action_request()
        self.assertEqual(revision.state, "requested")
        agreement = self.approve(revision)
        self.assertEqual(agreement.state, "submitted")
        self.sign_both(agreement)
        self.assertEqual(line.goal_id.how, ADDED["new_how"])
        self.assertEqual(line.goal_id.no_parent_reason, ADDED["no_parent_reason"])

    def test_blocked_again_when_put_up(self):
        """P4, P6, P8: a reason that gives none stops the version, not only the request."""
        self.company.performance_smart_mode = "block"
        revision = self.replaced()
        revision.action_request()
        line = revision.line_ids.filtered(lambda one: one.kind == "add")
        self.approve(revision)
        line.confidence = 8
        with (
            self.assertRaisesRegex(UserError, "says that it is important, not why"),
            self.cr.savepoint(),
        ):
            line.why = "It is very important for the company"
        line.why = WHY
        self.assertEqual(revision.state, "approved")

    def test_a_change_adds_no_finding(self):
        """P4, P8: a target far beyond the baseline is found, with the figures; the findings that
        both sides signed in spite of stop nobody."""
        self.company.performance_smart_mode = "block"
        with self.assertRaisesRegex(UserError, "Achievable: Too high: the target 300 is 200 %"):
            self.request({self.sales: {"target": 300, "baseline": 100}})
        revision = self.request({self.sales: {"target": 120, "baseline": 100}})
        self.assertFalse(revision.smart_findings)
        self.assertEqual(self.approve(revision).state, "submitted")
        self.assertTrue(revision.agreement_id.smart_finding_count, "what was found is kept")
        other = self.as_user(self.other.goal_ids[0], self.colleague)
        self.assertTrue(other.smart_finding_count, "the goals of the story are not SMART")
