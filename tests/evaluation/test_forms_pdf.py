import hashlib

from odoo.exceptions import AccessError, UserError
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from ..common import PerformanceCase


class FormsCase(PerformanceCase):
    """A signed Goal Confirmation and a confirmed evaluation, with real PDFs."""

    def setUp(self):
        super().setUp()
        self.env = self.env(context={**self.env.context, "force_report_rendering": True})
        self.cycle = self.create_cycle()

    def signed_agreement(self):
        evaluation = self.launch(self.cycle, self.employee)
        self.add_goal(evaluation)
        return self.agree(evaluation)

    def html(self, xmlid, record, person):
        """The form as HTML, printed by ``person``."""
        report = self.env["ir.actions.report"].with_user(person.user_id)
        html, _kind = report._render_qweb_html(f"hr_performance.{xmlid}", record.ids)
        return html.decode()


@tagged("post_install", "-at_install")
class TestFrozenForms(FormsCase):
    """What was signed stays as it was."""

    def test_pdf_is_kept_with_its_digest(self):
        """P7, G4: the first opening renders a real PDF and keeps it with its SHA-256."""
        agreement = self.signed_agreement()
        pdf = self.as_user(agreement, self.employee)._get_verified_pdf()
        self.assertTrue(pdf.startswith(b"%PDF-"))
        self.assertEqual(agreement.pdf_sha256, hashlib.sha256(pdf).hexdigest())
        self.assertEqual(agreement.pdf_attachment_id.res_model, "hr.performance.signature")

    def test_times_of_the_company(self):
        """P7, G4: a signing time does not move with the browser of whoever signs or prints."""
        self.company.resource_calendar_id.tz = "Asia/Shanghai"
        agreement = self.signed_agreement()
        for zone in ("America/New_York", "Europe/Berlin"):
            for person in (self.employee, self.manager):
                person.user_id.tz = person.tz = zone
                form = self.html("agreement_report", agreement, person)
                self.assertIn("(Asia/Shanghai)", form)
                self.assertNotIn(zone, form)

    def test_pdf_does_not_follow_later_changes(self):
        """P7, F2, G4: names of goals and grades change afterwards, the signed forms do not."""
        evaluation = self.live_through(self.cycle, self.employee)
        agreement = evaluation.agreement_id
        documents = [agreement, evaluation]
        before = [document._get_verified_pdf() for document in documents]
        contents = [document.frozen_content for document in documents]
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE hr_performance_goal SET name = 'Something else', weight = 1 WHERE id IN %s",
            [tuple(evaluation.goal_ids.ids)],
        )
        self.env.cr.execute(
            """UPDATE hr_performance_grade SET name = '{"en_US": "Renamed"}', min_score = 1"""
            " WHERE id = %s",
            [evaluation.rating_ids.grade_id.id],
        )
        self.env.invalidate_all()
        self.assertEqual([document._get_verified_pdf() for document in documents], before)
        self.assertEqual([document.frozen_content for document in documents], contents)
        self.assertNotIn("Something else", self.html("agreement_report", agreement, self.employee))
        self.assertNotIn("Renamed", self.html("confirmation_report", evaluation, self.employee))

    def test_tampered_pdf_is_refused(self):
        """P7, G4: a file that is not the signed one is not served."""
        agreement = self.signed_agreement()
        agreement._get_verified_pdf()
        agreement.pdf_attachment_id.raw = b"%PDF-1.4 forged"
        with self.assertRaisesRegex(UserError, "changed after signing"):
            self.as_user(agreement, self.employee)._get_verified_pdf()

    def test_tampered_content_is_refused(self):
        """P7, F2, G4: content that was changed in the database has lost its digest."""
        evaluation = self.live_through(self.cycle, self.employee)
        evaluation._get_verified_pdf()
        for document in (evaluation, evaluation.agreement_id):
            self.env.flush_all()
            self.env.cr.execute(
                f"UPDATE {document._table} SET frozen_content ="
                " replace(frozen_content, 'Sales', 'Sloth') WHERE id = %s",
                [document.id],
            )
            self.env.invalidate_all()
            with self.assertRaisesRegex(UserError, "does not match its digest"):
                self.as_user(document, self.employee)._get_verified_pdf()

    def test_nothing_to_open_before_the_signatures(self):
        """P7: a document that one side has not signed has no PDF."""
        evaluation = self.launch(self.cycle, self.employee)
        self.add_goal(evaluation)
        agreement = evaluation.agreement_id
        self.as_user(agreement, self.employee).action_submit()
        self.sign(agreement, self.employee, "employee")
        with self.assertRaisesRegex(UserError, "not signed yet"):
            self.as_user(agreement, self.manager)._get_verified_pdf()


@tagged("post_install", "-at_install")
class TestPrintedForms(FormsCase):
    """What the forms say, and who may print them."""

    def test_confirmation_says_that_signing_is_not_agreeing(self):
        """F2: the answer stands on the form, with the comment of who does not agree."""
        evaluation = self.live_through(self.cycle, self.employee, answer="disagree")
        html = self.html("confirmation_report", evaluation, self.employee)
        self.assertIn("Signing is not agreeing", html)
        self.assertIn("The employee does not agree", html)
        self.assertIn("Because of the numbers", html)
        self.assertIn(evaluation.frozen_digest, html)

    def test_no_answer_in_time(self):
        """F2: without an answer the form says until when, and shows no signature."""
        evaluation = self.live_through(self.cycle, self.employee, answer=None)
        with self.at("2024-10-20"):
            self.env["hr.performance.evaluation"]._cron_lapse()
        self.assertEqual(evaluation.state, "lapsed")
        html = self.html("confirmation_report", evaluation, self.employee)
        self.assertIn("No answer until 10/15/2024", html)
        self.assertNotIn("Signatures", html)

    def test_unreleased_evaluation_is_not_printed(self):
        """F2, E7: before the release nobody gets the form, neither employee nor manager."""
        evaluation = self.launch(self.cycle, self.employee)
        self.add_goal(evaluation)
        self.agree(evaluation)
        self.start_evaluation(self.cycle)
        self.give_review(evaluation, "self", self.employee)
        self.give_review(evaluation, "manager", self.manager)
        for person in (self.employee, self.manager, self.officer):
            with self.assertRaisesRegex(UserError, "not released yet"):
                self.html("confirmation_report", evaluation, person)

    def test_chain_names_the_score_of_each_step(self):
        """E6, G4: the first link of the chain keeps the score that led to the grade."""
        evaluation = self.live_through(self.cycle, self.employee, answer=None)
        rating = evaluation.rating_ids
        self.assertEqual(rating.change_ids.mapped("score"), [rating.score])
        self.assertGreater(rating.score, 0)

    def test_strangers_print_nothing(self):
        """P7, F2, E1: forms of somebody else are refused, also under their number."""
        evaluation = self.live_through(self.cycle, self.employee)
        records = {
            "agreement_report": evaluation.agreement_id,
            "confirmation_report": evaluation,
            "self_review_report": self.review(evaluation, "self"),
        }
        for xmlid, record in records.items():
            with self.subTest(form=xmlid), self.assertRaises(AccessError):
                self.html(xmlid, record, self.stranger)

    def test_self_evaluation_report(self):
        """E1, E7: the own report prints for its writer, and for the manager only when both gave."""
        evaluation = self.launch(self.cycle, self.employee)
        self.add_goal(evaluation)
        self.agree(evaluation)
        self.start_evaluation(self.cycle)
        review = self.as_user(self.review(evaluation, "self"), self.employee)
        review.summary = "A good quarter\nwith one setback"
        review.goal_line_ids.comment = "Visited every key account"
        self.give_review(evaluation, "self", self.employee)
        html = self.html("self_review_report", review, self.employee)
        for text in ("Self-evaluation report", "with one setback", "Visited every", "95 points"):
            self.assertIn(text, html)
        with self.assertRaises(AccessError):
            self.html("self_review_report", review, self.manager)
        self.give_review(evaluation, "manager", self.manager)
        self.assertIn("with one setback", self.html("self_review_report", review, self.manager))

    def test_form_is_in_the_language_of_the_person(self):
        """P7, G6: the content is frozen and printed in the employee's language."""
        self.env["res.lang"]._activate_lang("zh_CN")
        self.employee.user_id.lang = "zh_CN"
        grade = self.env.ref("hr_performance.grade_good")
        grade.with_context(lang="zh_CN").name = "良好"
        evaluation = self.live_through(self.cycle, self.employee, actual=95)
        content = evaluation._get_content()
        self.assertEqual(content["grade"]["name"], "良好")
        self.assertIn("良好", self.html("confirmation_report", evaluation, self.manager))

    def test_paper_signature_names_both(self):
        """P7, G7: who entered a paper signature stands beside the person it is for."""
        worker = self.person("worker", user=False, parent_id=self.manager.id)
        evaluation = self.launch(self.cycle, worker)
        self.add_goal(evaluation, by=self.manager)
        agreement = evaluation.agreement_id
        self.as_user(agreement, self.manager).action_submit()
        self.sign(
            agreement, self.officer, "employee",
            method="paper", proof=b"c2Nhbg==", proxy_reason="No computer",
        )  # fmt: skip
        self.sign(agreement, self.manager, "manager")
        html = self.html("agreement_report", agreement, self.manager)
        self.assertIn("Officer for Worker", html)
        self.assertIn("No computer", html)


@tagged("post_install", "-at_install")
class TestSignedDocumentRoute(HttpCase, FormsCase):
    """Opening the signed PDF in the browser."""

    def open(self, document, person):
        self.authenticate(person.user_id.login, person.user_id.login)
        return self.url_open(f"/hr_performance/signed/{document._name}/{document.id}")

    def test_route_serves_the_owner(self):
        """P7, G4: the owner gets the very bytes that were frozen."""
        agreement = self.signed_agreement()
        pdf = agreement._get_verified_pdf()
        answer = self.open(agreement, self.employee)
        self.assertEqual(answer.status_code, 200)
        self.assertEqual(answer.headers["Content-Type"], "application/pdf")
        self.assertEqual(answer.content, pdf)

    @mute_logger("odoo.http", "odoo.addons.base.models.ir_rule")
    def test_route_refuses_strangers(self):
        """P7, G4: neither a colleague's form nor another model is served."""
        agreement = self.signed_agreement()
        agreement._get_verified_pdf()
        answer = self.open(agreement, self.stranger)
        self.assertEqual(answer.status_code, 403)
        self.assertNotIn(b"%PDF", answer.content)
        other = self.url_open(f"/hr_performance/signed/res.partner/{self.env.user.partner_id.id}")
        self.assertEqual(other.status_code, 404)
