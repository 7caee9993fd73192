import re

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .person_common import PIN, PersonCase

UNKNOWN = "This link does not work"


@tagged("post_install", "-at_install")
class TestPersonLink(PersonCase):
    """G7: the personal link of an employee without a user: giving, opening, losing it."""

    def test_question_before_anything(self):
        """G7: the link asks what only the person knows before it shows anything."""
        token = self.give()
        asked = self.page(f"/{token}")
        self.assertEqual(asked.status_code, 200)
        self.assertIn("Your PIN", asked.text)
        for word in ("Worker", "Testing Works", "Q3 2024"):
            self.assertNotIn(word, asked.text)
        self.assertEqual(asked.headers["Cache-Control"], "no-store")
        self.assertEqual(asked.headers["Referrer-Policy"], "no-referrer")
        home = self.post(f"/{token}", answer=PIN)
        self.assertIn("Hello Worker", home.text)
        self.assertIn("Q3 2024", home.text)
        self.assertTrue(home.url.endswith("/performance/me"), "no secret in the address any more")
        self.assertEqual(self.uses(), ["opened"])

    def test_only_the_hash_is_kept(self):
        """G7: nobody reads the secret of a link, nor its hash."""
        token = self.give()
        self.assertGreaterEqual(len(token), 43, "256 bits")
        self.env.cr.execute("SELECT * FROM hr_performance_personal_link")
        self.assertNotIn(token, str(self.env.cr.fetchall()))
        for person in (self.officer, self.admin):
            link = self.as_user(self.link(), person)
            self.assertNotIn("token_hash", link.read()[0])
            with self.assertRaises(AccessError):
                link.read(["token_hash"])

    def test_wrong_answers_lock(self):
        """G7: five wrong answers lock the link for good, for whoever has found it."""
        token = self.give()
        for left in (4, 3, 2):
            self.assertIn(f"Tries left: {left}", self.enter(token, "0000").text)
        self.assertIn("One more try", self.enter(token, "").text)
        locked = self.enter(token, "1234")
        self.assertIn("locked", locked.text)
        self.assertEqual(locked.status_code, 403)
        self.assertEqual(self.link().status, "locked")
        self.assertEqual(self.uses(), ["wrong"] * 4 + ["locked"])
        self.assertIn("locked", self.post(f"/{token}", answer=PIN).text, "the right one too late")
        self.assertEqual(self.page().status_code, 403)
        self.assertIn("Hello Worker", self.enter(self.give()).text)

    def test_right_answer_forgives(self):
        """G7: wrong answers count in a row."""
        token = self.give()
        for _round in range(2):
            for _try in range(4):
                self.enter(token, "0000")
            self.assertIn("Hello Worker", self.enter(token).text)

    def test_a_new_link_replaces(self):
        """G7: an older link stops working, also where it is open on a phone right now."""
        old = self.give()
        self.enter(old)
        new = self.give()
        self.assertEqual(self.page().status_code, 403)
        self.assertIn(UNKNOWN, self.page(f"/{old}").text)
        self.assertIn("Hello Worker", self.enter(new).text)

    @mute_logger("odoo.http")
    def test_unknown_links(self):
        """G7: wrong, expired and revoked links get one and the same answer."""
        token = self.give()
        unknown = self.page("/" + "x" * 43)
        self.assertEqual(unknown.status_code, 404)
        link = self.link()
        link.expires_on = self.days_after(link.expires_on, -400)
        expired = self.page(f"/{token}")
        link.expires_on = self.days_after(link.expires_on, 400)
        self.assertIn("Hello", self.enter(token).text)
        self.as_user(link, self.officer).action_revoke()
        self.assertEqual(self.page().status_code, 403, "closed at once")
        revoked = self.page(f"/{token}")
        plain = re.compile(r'csrf_token: "[^"]*"|<meta[^>]*>')
        for answer in (expired, revoked, self.post(f"/{token}", answer=PIN)):
            self.assertEqual(answer.status_code, 404)
            self.assertEqual(plain.sub("", answer.text), plain.sub("", unknown.text))

    def test_leaving_ends_the_link(self):
        """G7: archiving revokes, so coming back needs a new link; so does another company."""
        token = self.give()
        self.worker.active = False
        self.assertEqual(self.link().status, "revoked")
        self.worker.active = True
        self.assertIn(UNKNOWN, self.page(f"/{token}").text)
        token = self.give()
        self.worker.departure_date = "2024-06-30"
        self.assertIn(UNKNOWN, self.page(f"/{token}").text, "has left")
        self.worker.departure_date = False
        self.assertIn("Your PIN", self.page(f"/{token}").text)
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        self.worker.write({"company_id": elsewhere.id, "department_id": False})
        self.assertIn(UNKNOWN, self.page(f"/{token}").text, "works elsewhere now")

    def test_whoever_has_a_user_logs_in(self):
        """G7: an employee with a user gets no link, and loses it with the first user."""
        with self.assertRaisesRegex(UserError, "has a user and logs in"):
            self.give(self.employee)
        token = self.give()
        self.worker.user_id = self.stranger.user_id.copy({"login": "worker"})
        self.assertIn(UNKNOWN, self.page(f"/{token}").text)

    def test_what_is_asked(self):
        """G7: the PIN, else the badge, else the date of birth; without any there is no link."""
        self.worker.write({"pin": False, "barcode": "A90ab", "birthday": "1990-02-03"})
        token = self.give()
        self.assertIn("badge ID", self.page(f"/{token}").text)
        self.assertIn("Hello Worker", self.enter(token, " 90AB ").text)
        self.worker.barcode = False
        self.another_phone()
        self.assertIn("not right", self.enter(token, "").text, "what it asks for is gone")
        token = self.give()
        self.assertIn('type="date"', self.page(f"/{token}").text)
        self.assertIn("Hello Worker", self.enter(token, "1990-02-03").text)
        self.worker.birthday = False
        with self.assertRaisesRegex(UserError, "neither PIN nor badge"):
            self.give()

    def test_who_gives_links(self):
        """G7: HR, and the line above; nobody else, and not HR of another company."""
        for person in (self.officer, self.admin, self.manager, self.boss):
            self.assertTrue(self.give(by=person))
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        officer = "hr_performance.group_officer"
        foreign = self.person("foreign", officer, company=elsewhere)
        for person in (self.colleague, self.stranger, self.payroll, self.auditor, foreign):
            with self.subTest(person.name), self.assertRaisesRegex(UserError, "given by HR"):
                self.give(by=person)

    def test_who_reads_links(self):
        """G7: HR and the line see that there is a link, HR and auditor what it was used for."""
        self.enter()
        link, uses = self.link(), self.env["hr.performance.personal.link.use"].search([])
        for person in (self.officer, self.manager, self.boss):
            self.assertTrue(self.as_user(link, person).has_access("read"))
        self.assertNotIn("email", self.as_user(link, self.manager).read()[0], "it is private")
        for person in (self.colleague, self.stranger, self.payroll):
            with self.assertRaises(AccessError):
                self.as_user(link, person).read(["recipient"])
        for person in (self.officer, self.auditor):
            self.assertTrue(self.as_user(uses, person).read(["what"]))
        for person in (self.manager, self.colleague, self.payroll):
            with self.assertRaises(AccessError):
                self.as_user(uses, person).read(["what"])
        for person in (self.officer, self.admin):
            with self.assertRaises(AccessError):
                self.as_user(uses, person).write({"what": "signed"})
            with self.assertRaises(AccessError):
                self.as_user(link, person).write({"wrong_count": 0})
            with self.assertRaises(AccessError):
                uses.with_user(person.user_id).create({"what": "signed", "link_id": link.id})
        with self.assertRaises(UserError):
            uses.write({"what": "signed"})

    def test_who_ends_links(self):
        """G7: HR and the line end a link; colleagues do not."""
        token = self.give()
        with self.assertRaises(AccessError):
            self.as_user(self.link(), self.colleague).action_revoke()
        self.as_user(self.link(), self.manager).action_revoke()
        self.assertIn(UNKNOWN, self.page(f"/{token}").text)

    def test_nobody_else_acts(self):
        """G7: no context opens what is the person's, and the technical user alone is nobody."""
        self.give()
        forged = {
            "hr_performance_acting": True,
            "hr_performance_acting_person": self.worker.id,
            "hr_performance_acting_link": self.link().id,
        }
        seen = self.as_user(self.file, self.stranger).with_context(**forged)
        self.assertFalse(seen.is_mine)
        self.assertFalse(seen.search([("is_mine", "=", True)]) & seen)
        with self.assertRaises(AccessError):
            seen.read(["state"])
        door = self.env.ref("hr_performance.user_personal_link")
        self.assertFalse(door.active)
        self.assertFalse(self.env["hr.performance.evaluation"].with_user(door).search([]))
        self.assertFalse(
            self.env["hr.performance.goal"].with_user(door).search([("level", "=", "employee")])
        )

    @mute_logger("odoo.http")
    def test_csrf(self):
        """G7: what another site sends in somebody's name is not taken."""
        token = self.give()
        self.assertEqual(self.post(f"/{token}", csrf=False, answer=PIN).status_code, 400)
        self.enter(token)
        path = f"/{self.file.id}/goals"
        answer = self.post(path, csrf=False, step="send_back", reason="Not me")
        self.assertEqual(answer.status_code, 400)
        self.assertEqual(self.post("/leave", csrf=False, now="yes").status_code, 400)

    def test_leave_and_idle(self):
        """G7: a phone that goes round is closed by the person, or after half an hour."""
        token = self.give()
        self.enter(token)
        self.assertEqual(self.page().status_code, 200)
        with self.at("2024-07-02"):
            self.assertEqual(self.page().status_code, 403)
        self.enter(token)
        self.assertEqual(self.post("/leave").status_code, 403)
        self.assertEqual(self.page().status_code, 403)
        self.assertIn("open your personal link again", self.page().text)

    def test_in_chinese(self):
        """G6, G7: the page speaks the language of the person, whatever the phone speaks."""
        self.env["res.lang"]._activate_lang("zh_CN")
        self.worker.lang = "zh_CN"
        token = self.give()
        self.assertIn('lang="zh-CN"', self.page(f"/{token}").text)
        self.assertIn('lang="zh-CN"', self.enter(token).text)
