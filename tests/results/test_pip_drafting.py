import base64

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..evaluation.channels import ChannelsCase
from .pip_common import PipCase

WORDS = "She will not manage it anyway"


@tagged("post_install", "-at_install")
class TestPipDrafting(ChannelsCase, PipCase):
    """R5: who approves a draft, and what HR and the line say to each other before."""

    def setUp(self):
        super().setUp()
        everybody = self.env.ref("base.group_user")
        everybody.implied_ids |= self.env.ref("base.group_allow_export")

    def second_officer(self):
        return self.person("second_officer", "hr_performance.group_officer")

    # Two people

    def test_author_does_not_approve(self):
        """R5: HR who drafted the plan does not approve it, whoever put it before HR."""
        pip = self.draft(self.evaluation, by=self.officer)
        self.as_user(pip, self.manager).action_submit()
        self.env.invalidate_all()
        # The form reads the steps that are left to the one who submitted: none.
        self.assertFalse(self.as_user(pip, self.manager).allowed_transitions)
        self.assertRefused(pip, self.officer)
        self.as_user(pip, self.admin).action_approve()
        self.assertEqual(pip.sudo().approved_by_id, self.admin.user_id)

    def test_who_submitted_does_not_approve(self):
        """R5: HR who put a manager's draft before HR does not approve it."""
        pip = self.draft(self.evaluation)
        self.as_user(pip, self.officer).action_submit()
        self.assertRefused(pip, self.officer)
        second = self.second_officer()
        self.assertIn("approve", self.as_user(pip, second).allowed_transitions)
        self.as_user(pip, second).action_approve()
        self.assertEqual(pip.state, "hr_approved")

    def assertRefused(self, pip, person):
        seen = self.as_user(pip, person)
        seen.invalidate_recordset()
        self.assertNotIn("approve", seen.allowed_transitions)
        self.assertIn("send_back", seen.allowed_transitions)
        self.assertNotIn(person.user_id, pip.sudo().activity_ids.user_id, "nor is asked to")
        self.assertIn(self.admin.user_id, pip.sudo().activity_ids.user_id)
        with self.assertRaisesRegex(UserError, "somebody else in HR"):
            seen.action_approve()
        self.assertEqual(pip.sudo().state, "submitted")

    def test_authors_are_not_forged(self):
        """G4: who drafted a plan and put it before HR comes from no caller."""
        for name in ("drafted_by_id", "submitted_by_id"):
            pips = self.as_user(self.env["hr.performance.pip"], self.officer)
            other = self.admin.user_id.id
            with self.assertRaises(AccessError):
                pips.create({"evaluation_id": self.evaluation.id, name: other})
        forged = {f"default_{name}": other for name in ("drafted_by_id", "submitted_by_id")}
        pip = pips.with_context(**forged).create({"evaluation_id": self.evaluation.id})
        self.assertEqual(pip.drafted_by_id, self.officer.user_id)
        self.assertFalse(pip.submitted_by_id)
        with self.assertRaises(AccessError):
            pip.write({"drafted_by_id": other})

    # Messages

    def test_messages_of_the_draft(self):
        """R5: what was written over the draft stays hidden from the employee, by no channel."""
        pip = self.draft(self.evaluation)
        pip.action_submit()
        officer = self.as_user(pip, self.officer)
        said = officer.message_post(body=WORDS)
        paper = self.env["ir.attachment"].create(
            {"name": "notes.txt", "raw": WORDS.encode(), "res_model": pip._name, "res_id": pip.id}
        )
        noted = officer._message_log(body=WORDS, attachment_ids=paper.ids)
        officer.action_approve()
        later = officer.message_post(body=self.env._("Welcome"))
        self.assertLater(pip, said | noted, later)
        self.assertHidden(paper, self.employee, ["name"])
        for person in (self.manager, self.boss, self.officer, self.admin, self.auditor):
            seen = self.as_user(self.env["mail.message"], person)._message_fetch([], thread=pip)
            self.assertLessEqual(said | noted | later, seen["messages"])
            self.assertEqual(base64.b64decode(self.as_user(paper, person).datas), WORDS.encode())

    def assertLater(self, pip, drafted, later):
        messages = self.as_user(self.env["mail.message"], self.employee)
        found = messages._message_fetch([], thread=pip)["messages"]
        self.assertIn(later, found)
        self.assertFalse(found & drafted)
        self.assertFalse(messages.search([("body", "ilike", WORDS)]))
        self.assertFalse(messages._message_fetch([], thread=pip, search_term=WORDS)["messages"])
        for message in drafted:
            seen = self.as_user(message, self.employee)
            self.assertFalse(seen.has_access("read"))
            with self.assertRaises(AccessError):
                seen.read(["body"])

    def test_messages_cost_no_query(self):
        """G8: asking whose draft a message is about costs no query of its own."""
        messages = self.as_user(self.env["mail.message"], self.employee)
        domain = [("model", "=", "res.partner"), ("res_id", "=", 0)]
        rule = self.env.ref("hr_performance.pip_rule_drafting_messages")
        found = []
        for active in (True, False):
            rule.active = active
            messages.search(domain)
            found.append(self.count_queries(lambda: messages.search(domain)))
        self.assertEqual(*found)
