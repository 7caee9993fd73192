from datetime import date, datetime

from odoo.exceptions import AccessError, UserError
from odoo.service.model import call_kw
from odoo.tests import tagged

from .appeal_common import NOTE, AppealCase

WIZARD = "hr.performance.file.appeal.wizard"


@tagged("post_install", "-at_install")
class TestAppealFiling(AppealCase):
    """A1: within the window, with grounds and evidence, by a dialog."""

    def wizard(self, by=None, evaluation=None, **values):
        dialogs = self.as_user(self.env[WIZARD], by or self.employee).with_context(
            default_evaluation_id=(evaluation or self.evaluation).id
        )
        return dialogs.create({"grounds": "data", "explanation": NOTE, **values})

    def test_file(self):
        """A1: the person files it; the evidence is read by its readers; HR gets a to-do."""
        goal = self.evaluation.goal_ids
        with self.at("2024-10-09"):
            document = self.upload()
            wizard = self.wizard(goal_id=goal.id, evidence_ids=[(6, 0, document.ids)])
            self.assertEqual(wizard.until, date(2024, 10, 15))
            self.assertEqual(wizard.due, date(2024, 10, 14))
            action = wizard.action_apply()
        appeal = self.evaluation.appeal_ids
        self.assertEqual(action["res_id"], appeal.id)
        self.assertEqual((appeal.state, appeal.due), ("filed", date(2024, 10, 14)))
        self.assertEqual(appeal.filed_by_id, self.employee.user_id)
        self.assertEqual((appeal.appealed_grade, appeal.goal_id), ("Good", goal))
        self.assertEqual(appeal.evidence_ids, document)
        self.assertTrue(self.as_user(document, self.officer).has_access("read"))
        self.assertFalse(self.as_user(document, self.manager).has_access("read"))
        todo = appeal.activity_ids
        self.assertIn(self.admin.user_id, todo.user_id)
        self.assertNotIn("May", "".join(todo.mapped(lambda one: f"{one.summary} {one.note}")))

    def test_own_hr_contact(self):
        """A1: the to-do goes to the person's HR contact where there is one."""
        self.employee.hr_responsible_id = self.officer.user_id
        with self.at("2024-10-09"):
            self.assertEqual(self.file().activity_ids.user_id, self.officer.user_id)

    def test_last_day(self):
        """A1: the window is 5 working days after the release, until the end of the last one."""
        evaluation = self.as_user(self.evaluation, self.employee)
        with self.moment("2024-10-15 23:30:00"):
            self.assertTrue(evaluation.can_appeal)
            self.assertEqual(evaluation.appeal_until, date(2024, 10, 15))
            self.env.invalidate_all()
            self.assertTrue(self.file())

    def test_too_late(self):
        """A1: outside the window it is refused, with the date; the button is gone."""
        evaluation = self.as_user(self.evaluation, self.employee)
        with self.moment("2024-10-16 00:30:00"):
            self.assertFalse(evaluation.can_appeal)
            with self.assertRaisesRegex(UserError, "until 2024-10-15, 5 working days after"):
                self.file()
            with self.assertRaisesRegex(UserError, "until 2024-10-15"):
                self.wizard()

    def test_the_window_is_a_setting(self):
        """A1: the company sets the number of working days."""
        self.company.performance_appeal_window = 1
        with self.moment("2024-10-10 01:00:00"), self.assertRaisesRegex(UserError, "2024-10-09"):
            self.file()
        with self.assertRaisesRegex(UserError, "at least one working day"):
            self.company.performance_appeal_window = 0

    def test_a_second_one(self):
        """A1: a second appeal is refused, also after the first was withdrawn."""
        with self.at("2024-10-09"):
            appeal = self.file()
            with self.assertRaisesRegex(UserError, "filed on 2024-10-09 .Filed."):
                self.file()
            appeal.action_withdraw()
            with self.assertRaisesRegex(UserError, "Withdrawn"):
                self.file()
        self.assertFalse(self.as_user(self.evaluation, self.employee).can_appeal)

    def test_not_released(self):
        """A1: nothing to appeal against before the release."""
        cycle = self.create_cycle(code="next", bonus_code="NEXT")
        evaluation = self.launch(cycle, self.employee)
        self.assertFalse(self.as_user(evaluation, self.employee).can_appeal)
        with self.assertRaisesRegex(UserError, "is not released yet"):
            self.file(evaluation)

    def test_whose_it_is(self):
        """A1: nobody files it for somebody who can log in, HR neither."""
        with self.at("2024-10-09"):
            for person in (self.manager, self.boss, self.officer, self.admin, self.auditor):
                self.assertFalse(self.as_user(self.evaluation, person).can_appeal)
                with self.assertRaisesRegex(UserError, "is filed by the person"):
                    self.file(by=person)
            with self.assertRaises(AccessError):
                self.file(by=self.colleague)
            with self.assertRaises(AccessError):
                self.wizard(by=self.colleague)

    def test_what_is_missing(self):
        """A1: grounds and an explanation are needed; goal and dimension are the person's own."""
        other = self.launch(self.create_cycle(code="next", bonus_code="N"), self.colleague)
        goal = self.add_goal(other)
        self.env["hr.performance.dimension"].create({"name": "Else", "code": "else"})
        strange = self.env["hr.performance.dimension"].search([("code", "=", "else")])
        with self.at("2024-10-09"):
            for values, words in (
                ({"explanation": "  "}, "say what is not right"),
                ({"grounds": False}, "give the grounds"),
                ({"goal_id": goal.id}, "a goal of this person"),
                ({"dimension_id": strange.id}, "a dimension of this cycle"),
            ):
                with self.assertRaisesRegex(UserError, words):
                    self.file(**values)

    def test_foreign_evidence(self):
        """A1, G1: a file of another record or person does not become evidence, and readable."""
        foreign = self.upload(by=self.colleague)
        hung = self.upload()
        hung.sudo().write({"res_model": self.evaluation._name, "res_id": self.evaluation.id})
        with self.at("2024-10-09"):
            for document in (foreign, hung):
                with self.assertRaisesRegex(UserError, "upload the evidence here"):
                    self.file(documents=document)
            with self.assertRaises(AccessError):
                self.wizard(evidence_ids=[(6, 0, foreign.ids)]).action_apply()

    def test_no_calendar(self):
        """A1, A3: a company without a working calendar gets a sentence; the form still opens."""
        self.company.resource_calendar_id = False
        evaluation = self.as_user(self.evaluation, self.employee)
        with self.at("2024-10-09"):
            self.assertTrue(evaluation.can_appeal)
            with self.assertRaisesRegex(UserError, "has no working calendar"):
                self.wizard()
            with self.assertRaisesRegex(UserError, "has no working calendar"):
                self.file()

    def test_on_paper(self):
        """A1: HR enters the appeal of somebody without a login, with document and reason."""
        worker = self.person("worker", user=False, parent_id=self.manager.id)
        evaluation = self.release_worker(worker)
        received = datetime(2024, 10, 10, 8)
        with self.moment("2024-10-17 08:00:00"):
            self.assertTrue(self.as_user(evaluation, self.officer).can_appeal)
            paper = self.upload(by=self.officer)
            vals = {"evaluation": evaluation, "by": self.officer, "received": received}
            with self.assertRaisesRegex(UserError, "needs the signed paper, and the reason"):
                self.file(documents=paper, **vals)
            with self.assertRaisesRegex(UserError, "needs the signed paper, and the reason"):
                self.file(paper_reason="No computer", **vals)
            with self.assertRaisesRegex(UserError, "before the release"):
                early = {**vals, "received": datetime(2024, 10, 7, 8)}
                self.file(documents=paper, paper_reason="No computer", **early)
            with self.assertRaisesRegex(UserError, "could be filed until 2024-10-15"):
                late = {**vals, "received": datetime(2024, 10, 16, 8)}
                self.file(documents=paper, paper_reason="No computer", **late)
            appeal = self.file(documents=paper, paper_reason="No computer", **vals)
        self.assertEqual((appeal.filed_at, appeal.due), (received, date(2024, 10, 15)))
        self.assertEqual(appeal.filed_by_id, self.officer.user_id)
        self.assertEqual(appeal.paper_reason, "No computer")
        self.as_user(appeal, self.officer).action_withdraw()

    def release_worker(self, worker):
        cycle = self.create_cycle(code="paper", bonus_code="PAPER")
        evaluation = self.launch(cycle, worker)
        self.add_goal(evaluation)
        officer = self.as_user(evaluation.agreement_id, self.officer)
        officer.action_submit()
        paper = {"method": "paper", "decision": "agree", "proof": b"eA==", "proxy_reason": "None"}
        officer._sign("employee", officer.frozen_digest, paper)
        self.sign(evaluation.agreement_id, self.manager, "manager")
        with self.at("2024-10-08"):
            self.start_evaluation(cycle)
            self.give_review(evaluation, "self", self.officer)
            self.give_review(evaluation, "manager", self.manager)
            self.release(cycle)
        return evaluation

    def test_withdraw(self):
        """A1: the person withdraws it, nobody else; the to-dos go."""
        with self.at("2024-10-09"):
            appeal = self.file()
            for person in (self.officer, self.admin):
                with self.assertRaisesRegex(UserError, "is up to: the employee"):
                    self.as_user(appeal, person).action_withdraw()
            appeal.action_withdraw()
        self.assertEqual(appeal.state, "withdrawn")
        self.assertFalse(appeal.sudo().activity_ids)
        self.assertFalse(self.evaluation._get_open_appeals())

    def test_only_by_filing(self):
        """A1, G1: nobody creates, writes or deletes an appeal by RPC."""
        with self.at("2024-10-09"):
            appeal = self.file()
        for person in (self.employee, self.officer, self.admin):
            seen = self.as_user(appeal, person)
            for call, arguments in (
                ("create", [[{"evaluation_id": self.evaluation.id, "grounds": "data"}]]),
                ("write", [seen.ids, {"explanation": "x"}]),
                ("write", [seen.ids, {"state": "upheld"}]),
                ("unlink", [seen.ids]),
                ("_file", [[], self.evaluation.ids, {}, []]),
                ("_settle", [seen.ids, "upheld", "x"]),
            ):
                with self.assertRaises(AccessError):
                    call_kw(seen.browse(), call, arguments, {})
        with self.assertRaisesRegex(UserError, "is kept for good"):
            appeal.sudo().unlink()
