from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..evaluation.channels import ChannelsCase
from .pip_common import PipCase


@tagged("post_install", "-at_install")
class TestPipSecurity(ChannelsCase, PipCase):
    """R5, G1: who sees a plan, and from when."""

    def setUp(self):
        super().setUp()
        everybody = self.env.ref("base.group_user")
        everybody.implied_ids |= self.env.ref("base.group_allow_export")

    def parts(self, pip):
        checkins = pip.checkin_ids[:1]
        parts = pip, pip.standard_ids[:1], pip.goal_ids, pip.task_ids[:1]
        return [part for part in (*parts, checkins, checkins.line_ids[:1]) if part]

    def test_hidden_until_approved(self):
        """R5: the employee reads nothing of a plan that HR has not approved, by no channel."""
        pip = self.draft(self.evaluation).sudo()
        for submit in (False, True):
            if submit:
                self.as_user(pip, self.manager).action_submit()
            for part in self.parts(pip):
                self.assertHidden(part, self.employee)
            seen = self.as_user(self.evaluation, self.employee)
            seen.invalidate_recordset()
            self.assertFalse(seen.pip_id)
            with self.assertRaises(ValueError):
                seen.search([("pip_id", "!=", False)])
            activities = self.as_user(self.env["mail.activity"], self.employee)
            self.assertFalse(activities.search([("res_model", "=", pip._name)]))
            messages = self.as_user(self.env["mail.message"], self.employee)
            self.assertFalse(messages.search([("model", "=", pip._name), ("res_id", "=", pip.id)]))
        self.as_user(pip, self.officer).action_approve()
        for part in self.parts(pip):
            self.assertVisible(part, self.employee)

    def test_others(self):
        """G1: the line and HR read it, payroll, colleagues and other managers nothing."""
        pip = self.running(self.evaluation).sudo()
        for part in self.parts(pip):
            for person in (self.manager, self.boss, self.officer, self.admin, self.auditor):
                self.assertVisible(part, person)
            for person in (self.colleague, self.stranger, self.payroll):
                self.assertHidden(part, person)
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        foreign = self.person("foreign", "hr_performance.group_administrator", company=elsewhere)
        for part in self.parts(pip):
            self.assertHidden(part, foreign)
        with self.assertRaises(AccessError):
            self.as_user(pip, self.auditor).write({"expectation": "None"})

    def test_strangers_draft_nothing(self):
        """G1: nobody drafts a plan for somebody whom they do not lead, nor for themselves."""
        for person in (self.colleague, self.stranger, self.payroll, self.auditor):
            with self.assertRaisesRegex(Exception, "access|drafted by"):
                self.as_user(self.evaluation, person).action_draft_pip()
            with self.assertRaises(AccessError):
                self.as_user(self.env["hr.performance.pip"], person).create(
                    {"evaluation_id": self.evaluation.id}
                )
        with self.assertRaisesRegex(UserError, "by whoever leads"):
            self.as_user(self.evaluation, self.employee).action_draft_pip()
        with self.assertRaises(AccessError):
            self.as_user(self.env["hr.performance.pip"], self.employee).create(
                {"evaluation_id": self.evaluation.id}
            )

    def test_a_draft_does_not_betray_itself(self):
        """R5: whether a plan exists makes no difference to the refusal."""
        sentences = set()
        for existing in (False, True):
            if existing:
                self.draft(self.evaluation)
            with self.assertRaises(AccessError) as refused:
                self.as_user(self.env["hr.performance.pip"], self.employee).create(
                    {"evaluation_id": self.evaluation.id}
                )
            sentences.add(str(refused.exception))
        self.assertEqual(len(sentences), 1)

    def test_messages_reach_readers_only(self):
        """R5: nobody is told of a plan who may not read it, until they may."""
        pip = self.draft(self.evaluation)
        for person in (self.employee, self.stranger):
            with self.assertRaisesRegex(UserError, "may not read this record"):
                pip.message_post(body=self.env._("Look"), partner_ids=person.user_id.partner_id.ids)
        pip.action_submit()
        self.as_user(pip, self.officer).action_approve()
        pip.message_post(body=self.env._("Look"), partner_ids=self.employee.user_id.partner_id.ids)

    def test_nothing_is_forged(self):
        """G4: state, approval and the leader of the plan do not come from a caller."""
        pips = self.as_user(self.env["hr.performance.pip"], self.manager)
        for vals in (
            {"state": "active"},
            {"approved_at": "2024-10-21 00:00:00"},
            {"manager_id": self.colleague.id},
        ):
            with self.assertRaises(AccessError):
                pips.create({"evaluation_id": self.evaluation.id, **vals})
        forged = pips.with_context(
            default_approved_at="2024-10-21 00:00:00", default_manager_id=self.stranger.id
        ).create({"evaluation_id": self.evaluation.id})
        self.assertFalse(forged.approved_at)
        self.assertEqual(forged.manager_id, self.manager)
        with self.assertRaises(AccessError):
            self.as_user(self.env["hr.performance.pip.checkin"], self.manager).create(
                {"pip_id": forged.id, "window_from": "2024-10-21", "date_due": "2024-10-25"}
            )
