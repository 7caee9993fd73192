import re

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import HttpCase, tagged

from .reviewers_common import ReviewersCase

CUSTOMER = ("Wei Zhang", "Wei@Customer.example")
UNKNOWN = "This link does not work"


@tagged("post_install", "-at_install")
class TestExternalReview(ReviewersCase, HttpCase):
    """E3: somebody outside the company gives a review by a personal link."""

    def setUp(self):
        super().setUp()
        self.nomination = self.name(self.evaluation, CUSTOMER, self.employee, "other")
        self.sign_goals(self.evaluation)
        self.start_evaluation(self.cycle)
        self.csrf = None  # the page gives it, with the session of its visitor

    def approve(self):
        self.as_user(self.nomination, self.manager).action_approve()
        self.given = self.reviews(self.evaluation, "other")
        return self.token()

    def token(self):
        mail = self.env["mail.mail"].search([("email_to", "=", CUSTOMER[1].lower())], limit=1)
        return re.search(r"/performance/review/([\w-]+)", mail.body_html)[1]

    def page(self, token, lang="en-US,en;q=0.9"):
        self.env.flush_all()
        page = self.url_open(f"/performance/review/{token}", headers={"Accept-Language": lang})
        if found := re.search(r'name="csrf_token" value="(\w+)"', page.text):
            self.csrf = found[1]
        return page

    def post(self, token, csrf=True, **values):
        if csrf:
            self.csrf or self.page(token)
            values["csrf_token"] = self.csrf
        answer = self.url_open(f"/performance/review/{token}", data=values)
        self.env.invalidate_all()
        return answer

    def answers(self, grade, comment=""):
        """What the page sends when every point is answered alike."""
        lines = self.given.dimension_line_ids
        return {
            **{f"grade_{line.id}": str(grade) for line in lines},
            **{f"comment_{line.id}": comment for line in lines},
        }

    def grade(self):
        return self.cycle.template_id.scale_id.grade_ids[0]

    def test_nothing_goes_out_unseen(self):
        """E3: a proposal of the employee goes out only when manager or HR has approved it."""
        self.assertEqual(self.nomination.state, "proposed", "also where the role needs none")
        self.assertFalse(self.env["mail.mail"].search([("email_to", "ilike", "customer")]))
        self.assertTrue(self.approve())

    def test_only_the_hash_is_kept(self):
        """E3: the token is in the e-mail alone, which nobody of the house can read."""
        token = self.approve()
        self.assertGreaterEqual(len(token), 43, "256 bits")
        link = self.env["hr.performance.personal.link"].search([])
        self.assertNotIn(token, str(link.read()))
        self.assertEqual(link.token_hash, link._hash(token))
        self.env.cr.execute("SELECT * FROM hr_performance_personal_link")
        self.assertNotIn(token, str(self.env.cr.fetchall()))
        message = self.env["mail.mail"].search([("body_html", "like", token)]).mail_message_id
        for person in (self.manager, self.employee, self.officer, self.admin, self.auditor):
            seen = self.as_user(message, person)
            self.assertFalse(seen.has_access("read"), person.name)
            self.assertFalse(seen.search([("id", "=", message.id)]), person.name)

    def test_given(self):
        """E3: save, come back, submit; the review counts, and the link tells nothing more."""
        token = self.approve()
        page = self.page(token)
        self.assertEqual(page.status_code, 200)
        for text in ("Your feedback on Employee", "Wei Zhang", "csrf_token", "I cannot judge"):
            self.assertIn(text, page.text)
        self.assertEqual(page.headers["Cache-Control"], "no-store")
        self.assertEqual(page.headers["Referrer-Policy"], "no-referrer")
        saved = self.post(token, step="save", **self.answers(self.grade().id, "Keeps promises"))
        self.assertIn("Saved", saved.text)
        self.assertIn("Keeps promises", saved.text)
        self.assertEqual(self.given.state, "pending")
        line = self.given.dimension_line_ids[0]
        self.assertEqual((line.answer, line.grade_id), ("level", self.grade()))
        done = self.post(token, step="submit", **self.answers(0), summary="A pleasure\0")
        self.assertIn("Thank you", done.text)
        self.assertEqual(self.given.state, "submitted")
        self.assertEqual(self.given.summary, "A pleasure")
        self.assertEqual(self.given.dimension_line_ids[0].answer, "cannot_judge")
        self.assertFalse(self.given.entered_by_id, "nobody typed it in")

    def test_standards_without_the_figures_of_the_house(self):
        """E3, E4: somebody outside reads how each level behaves, not the company's thresholds."""
        token = self.approve()
        standards = self.given.dimension_line_ids.dimension_id.standard_ids
        described = standards.filtered("clause_ids")[:1] or standards[:1]
        described.description = "Colleagues ask for this person"
        page = self.page(token).text
        self.assertIn("Colleagues ask for this person", page)
        for clause in standards.clause_ids:
            self.assertNotIn(clause.summary, page)
        own = self.as_user(self.review(self.evaluation, "manager"), self.manager)
        told = str(own.line_ids.mapped("levels"))
        self.assertTrue(all(one.summary in told for one in standards.clause_ids))

    def test_used_after_submission(self):
        """E3: a link of which use was made shows thanks, no content, and takes nothing more."""
        token = self.approve()
        self.post(token, step="submit", **self.answers(self.grade().id, "Secret praise"))
        for answer in (
            self.page(token),
            self.post(token, step="save", **self.answers(0)),
            self.post(token, step="decline", reason="Changed my mind"),
        ):
            self.assertIn("Thank you", answer.text)
            self.assertNotIn("Secret praise", answer.text)
            self.assertNotIn("<form", answer.text)
        self.assertEqual(self.given.state, "submitted")
        self.assertEqual(self.given.dimension_line_ids[0].comment, "Secret praise")

    def test_declined(self):
        """E3: somebody outside declines with a reason too."""
        token = self.approve()
        self.assertIn("reason", self.post(token, step="decline", reason=" ").text)
        self.assertEqual(self.given.state, "pending")
        answer = self.post(token, step="decline", reason="We never met")
        self.assertIn("cannot judge", answer.text)
        self.assertEqual(
            (self.given.state, self.given.decline_reason), ("declined", "We never met")
        )

    def test_nothing_lost(self):
        """E3: what cannot be submitted is told in a sentence, with everything still there."""
        token = self.approve()
        empty = self.post(token, step="submit", summary="")
        self.assertIn("at least one point", empty.text)
        long = self.post(token, step="save", summary="x" * 10001, **self.answers(0, "Careful"))
        self.assertIn("longer than", long.text)
        self.assertIn("Careful", long.text)
        wrong = self.post(token, step="submit", **self.answers(999999))
        self.assertIn("choose a level", wrong.text)
        foreign = self.review(self.evaluation, "manager").dimension_line_ids[0]
        self.post(token, step="save", **{f"comment_{foreign.id}": "Planted"})
        self.assertFalse(foreign.comment)
        self.assertEqual(self.given.state, "pending")

    def test_unknown_links(self):
        """E3: wrong, expired and revoked links get one and the same answer, and no other link."""
        token = self.approve()
        unknown = self.page("x" * 43)
        self.assertEqual(unknown.status_code, 404)
        self.assertIn(UNKNOWN, unknown.text)
        for name in ("Employee", "Wei", self.company.name):
            self.assertNotIn(name, unknown.text)
        link = self.env["hr.performance.personal.link"].search([])
        with self.at(fields.Date.to_string(self.days_after(link.expires_on, 1))):
            self.assertEqual(link._find("review", token), link.browse(), "expired")
        link.expires_on = self.days_after(link.expires_on, -60)
        link.invalidate_recordset(["status"])
        expired = self.page(token)
        link.expires_on = self.days_after(link.expires_on, 60)
        self.assertEqual(self.page(token).status_code, 200)
        self.as_user(link, self.officer).action_revoke()
        revoked = self.page(token)
        plain = re.compile(r'csrf_token: "[^"]*"|<meta[^>]*>')
        for answer in (expired, revoked, self.post(token, step="submit")):
            self.assertEqual(answer.status_code, 404)
            self.assertEqual(plain.sub("", answer.text), plain.sub("", unknown.text))
        self.assertEqual(self.given.state, "pending")

    def test_csrf(self):
        """E3: what another site sends in somebody's name is not taken."""
        token = self.approve()
        answer = self.post(token, csrf=False, step="decline", reason="Not me")
        self.assertEqual(answer.status_code, 400)
        self.assertEqual(self.given.state, "pending")

    def test_language_of_the_browser(self):
        """G6: the page speaks the language of the phone."""
        token = self.approve()
        self.assertIn('lang="zh-CN"', self.page(token, "zh-CN,zh;q=0.9").text)
        self.assertIn('lang="en-US"', self.page(token).text)
        self.assertIn('lang="en-US"', self.page(token, "en-GB").text)
        self.assertEqual(self.page(token, "xx-invalid;;").status_code, 200)

    def test_closed_evaluation(self):
        """E3: after HR has closed the evaluation the page says that the time is over."""
        token = self.approve()
        self.page(token)
        self.give_review(self.evaluation, "self", self.employee)
        self.give_review(self.evaluation, "manager", self.manager)
        self.as_user(self.cycle, self.officer).action_calibrate()
        self.env.invalidate_all()
        self.assertIn("time for feedback is over", self.page(token).text)
        self.assertIn("over", self.post(token, step="submit", **self.answers(0)).text)
        self.assertEqual(self.given.state, "pending")

    def test_nobody_of_the_house_acts_as_the_reviewer(self):
        """E3: HR neither reads nor writes such a review, and no context opens it."""
        self.approve()
        for person in (self.officer, self.admin, self.manager, self.employee):
            seen = self.as_user(self.given, person).with_context(hr_performance_by_link=True)
            for call in (
                lambda seen=seen: seen.read(["summary"]),
                lambda seen=seen: seen.write({"summary": "Planted"}),
                seen.action_submit,
                lambda seen=seen: seen.action_decline("Planted"),
                lambda seen=seen: seen.line_ids.read(["comment"]),
            ):
                with self.assertRaises(AccessError):
                    call()

    def test_links_are_handled_by_hr(self):
        """E3: HR sends a link again or ends it; whether one waits tells who has answered."""
        old = self.approve()
        with self.assertRaisesRegex(UserError, "handled by HR"):
            self.as_user(self.nomination, self.manager).action_send_link()
        seen = self.as_user(self.nomination, self.officer)
        seen.action_send_link()
        new = self.token()
        self.assertNotEqual(old, new)
        for token in (old, new):
            self.assertEqual(self.page(token).status_code, 200)
        seen.action_revoke_link()
        for token in (old, new):
            self.assertEqual(self.page(token).status_code, 404)
        with self.assertRaises(AccessError):
            links = self.env["hr.performance.personal.link"].search([])
            self.as_user(links, self.manager).action_revoke()
