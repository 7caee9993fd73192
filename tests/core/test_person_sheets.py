from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .person_common import PersonCase


@tagged("post_install", "-at_install")
class TestPersonSheets(PersonCase):
    """G7: many links at once, by e-mail or as sheets with a QR code."""

    def dialog(self, people, by, way="print", model="hr.employee"):
        wizards = self.as_user(self.env["hr.performance.personal.link.wizard"], by)
        opened = wizards.with_context(active_model=model, active_ids=people.ids)
        return opened.create({"way": way})

    def workers(self, count, **values):
        return self.env["hr.employee"].concat(
            *(
                self.person(f"hand{number}", user=False, parent_id=self.manager.id, **values)
                for number in range(count)
            )
        )

    def test_who_is_left_out(self):
        """G7: the dialog says who gets no link and why; the others get theirs."""
        bare = self.person("bare", user=False, parent_id=self.manager.id)
        wizard = self.dialog(self.worker | self.employee | bare, self.officer, "email")
        self.assertEqual((wizard.included_count, wizard.excluded_count), (1, 2))
        reasons = " ".join(wizard.line_ids.filtered("obstacle").mapped("obstacle"))
        self.assertIn("has a user", reasons)
        self.assertIn("neither PIN", reasons)
        wizard.action_apply()
        links = self.env["hr.performance.personal.link"].search([])
        self.assertEqual(links.employee_id, self.worker)

    def test_by_email(self):
        """G7: the mail holds the link, goes to the private address, and nobody here reads it."""
        self.dialog(self.worker, self.officer, "email").action_apply()
        mail = self.env["mail.mail"].search([("email_to", "=", "worker@home.example")])
        token = mail.body_html.split("/performance/me/")[1].split('"')[0]
        self.assertIn("Hello Worker", self.enter(token).text)
        for person in (self.officer, self.admin, self.manager):
            seen = self.as_user(mail.mail_message_id, person)
            self.assertFalse(seen.has_access("read"), person.name)

    def test_without_email(self):
        """G7: where nobody has an e-mail, that is said; nothing ends."""
        self.worker.write({"private_email": False, "work_email": False})
        token = self.give()
        with self.assertRaisesRegex(UserError, "Nobody of these"):
            self.dialog(self.worker, self.officer, "email").action_apply()
        self.assertIn("Your PIN", self.page(f"/{token}").text)

    def test_forged_lines(self):
        """G7: whom a dialog lists is no right to give them a link."""
        lines = [(0, 0, {"employee_id": self.worker.id, "included": True})]
        wizards = self.as_user(self.env["hr.performance.personal.link.wizard"], self.stranger)
        wizard = wizards.create({"way": "print", "line_ids": lines})
        with self.assertRaisesRegex(UserError, "given by HR"):
            wizard._print_sheets()
        with self.assertRaises(AccessError):
            self.as_user(wizard, self.officer).read(["way"])
        for model, records in (
            ("hr.performance.evaluation", self.file),
            ("hr.employee", self.worker),
        ):
            with self.assertRaises(AccessError):
                self.dialog(records, self.stranger, model=model)

    def test_by_the_manager(self):
        """G7: the manager gives links from the list of the team's evaluations."""
        wizard = self.dialog(self.file, self.manager, model="hr.performance.evaluation")
        self.assertEqual(wizard.line_ids.employee_id.id, self.worker.id)
        action = wizard.action_apply()
        self.assertIn(f"/sheets/{wizard.id}", action["url"])

    def test_sheets(self):
        """G7: one PDF with a page for each person, made once; its address alone does nothing."""
        people = self.worker | self.workers(2, pin="1111")
        url = self.dialog(people, self.officer).action_apply()["url"]
        self.env.flush_all()
        stranger, officer = self.stranger.user_id.login, self.officer.user_id.login
        self.authenticate(stranger, stranger)
        self.assertGreaterEqual(self.url_open(url).status_code, 400)
        self.assertFalse(self.env["hr.performance.personal.link"].search([]))
        self.authenticate(officer, officer)
        pdf = self.url_open(url)
        self.assertEqual(pdf.headers["Content-Type"], "application/pdf")
        self.assertEqual(pdf.content.count(b"data:image/png"), 3, "a QR code for each")
        self.assertEqual(len(self.env["hr.performance.personal.link"].search([])), 3)
        self.assertGreaterEqual(self.url_open(url).status_code, 400, "made once")
        self.assertEqual(len(self.env["hr.performance.personal.link"].search([])), 3)

    def test_printed(self):
        """G7: it is really a PDF, and a report asked for by its name holds no code."""
        wizard = self.dialog(self.worker, self.officer)
        with self.allow_pdf_render():
            pdf = wizard.with_context(force_report_rendering=True)._print_sheets()
        self.assertTrue(pdf.startswith(b"%PDF"))
        report = self.as_user(self.env["ir.actions.report"], self.officer)
        html, _kind = report._render_qweb_html(
            "hr_performance.personal_link_report", self.worker.ids
        )
        self.assertNotIn(b"data:image", html)

    def test_growth(self):
        """G8: no query per person when links are made and sent."""
        counts = []
        for number in (10, 20):
            people = self.workers(number, pin="1111", private_email="hand@home.example")
            wizard = self.dialog(people, self.officer, "email")
            counts.append(self.count_queries(wizard.action_apply))
        self.assertLess(counts[1] - counts[0], 10, counts)
