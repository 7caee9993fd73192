"""Attacks on personal links: by finders, colleagues, the line above, and other sessions."""

import base64
import io
import json

from PIL import Image

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .core.person_common import PIN, PersonCase

SHEETS = "hr_performance.personal_link_sheets"


@tagged("post_install", "-at_install")
class TestAttacksPersonal(PersonCase):
    def refuse(self, token, times):
        """Answer wrongly, as somebody who guesses."""
        links = self.env["hr.performance.personal.link"]
        for _try in range(times):
            self.assertFalse(links._find("person", token)._try_answer("0000"))

    # Guessing

    def test_guessing_with_ever_new_links(self):
        """G7: the line above gives itself link after link, and tries four answers with each."""
        for _link in range(2):
            self.refuse(self.give(by=self.manager), 4)
        self.refuse(self.give(by=self.manager), 2)
        for person in (self.manager, self.boss):
            with self.assertRaisesRegex(UserError, "Please ask HR"):
                self.give(by=person)
        self.assertIn("Hello Worker", self.enter(self.give(by=self.officer)).text)
        with self.at("2024-08-15"):
            self.assertTrue(self.give(by=self.manager), "a month later it is forgotten")

    def test_guessing_is_about_one_person(self):
        """G7: what was guessed of one closes nothing to another."""
        other = self.person("hand", user=False, parent_id=self.manager.id, pin="1111")
        for _link in range(2):
            self.refuse(self.give(by=self.manager), 5)
        self.assertTrue(self.give(other, by=self.manager))
        wizards = self.as_user(self.env["hr.performance.personal.link.wizard"], self.manager)
        evaluations = self.launch(self.cycle, other) | self.file
        opened = wizards.with_context(
            active_model="hr.performance.evaluation", active_ids=evaluations.ids
        ).create({"way": "print"})
        self.assertEqual(opened.line_ids.filtered("included").employee_id.id, other.id)

    # Acting

    def test_acting_ends_with_the_user(self):
        """G7: whoever is asked about a record on the way is not the person of the link."""
        self.enter()
        acting = self.acting(self.file)
        self.assertTrue(acting.is_mine)
        self.assertTrue(acting.sudo().is_mine, "the process works for the same person")
        outsider = acting.with_user(self.stranger.user_id)
        self.assertFalse(outsider.is_mine)
        self.assertFalse(outsider.search([("is_mine", "=", True)]))
        self.assertFalse(acting._may_be_told(self.stranger.user_id.id))
        self.assertTrue(acting._may_be_told(self.manager.user_id.id))

    def test_messages_of_the_person_stay_private(self):
        """G7, E7: a follower who may not read the file gets nothing that the person causes."""
        self.enter()
        strange = self.stranger.user_id.partner_id
        known = self.manager.user_id.partner_id
        self.file.message_subscribe((strange | known).ids)
        message = (
            self.acting(self.file)
            .sudo()
            .message_post(
                body="Only for us", message_type="comment", subtype_xmlid="mail.mt_comment"
            )
        )
        self.assertNotIn(strange, message.sudo().notified_partner_ids)
        self.assertIn(known, message.sudo().notified_partner_ids)

    def test_technical_user(self):
        """G7: as the technical user nobody logs in, and it leads to no other model."""
        door = self.env.ref("hr_performance.user_personal_link")
        self.assertNotIn("hr_performance.", str(door.all_group_ids.get_external_id().values()))
        self.assertFalse(door.active)
        for model in ("hr.performance.personal.link", "hr.performance.personal.link.use"):
            self.enter()
            acting = self.acting(self.env[model])
            with self.assertRaises(AccessError):
                acting.create({})
        self.assertFalse(self.acting(self.env["hr.performance.personal.link"]).search([]))

    # Forged pages and forms

    def test_forged_sheet(self):
        """G7: nobody has the server print, in our name, a code that leads to them."""
        evil = {"code": "http://evil.example/code.png", "lang": "en_US", "title": "Your link"}
        options = json.dumps({"forms": [evil]})
        values = self.env[f"report.{SHEETS}"]._get_report_values([], json.loads(options))
        self.assertFalse(values["forms"])
        login = self.stranger.user_id.login
        self.authenticate(login, login + "x" * (8 - len(login)))
        page = self.url_open(f"/report/html/{SHEETS}", data=None, params={"options": options})
        self.assertNotIn("evil.example", page.text)

    def test_enormous_picture(self):
        """G7: a drawn signature that fills the memory when it is opened is not opened."""
        self.add_goal(self.file)
        agreement = self.file.agreement_id
        self.as_user(agreement, self.manager).action_submit()
        self.enter()
        stream = io.BytesIO()
        Image.new("1", (9000, 9000)).save(stream, format="PNG")
        drawn = f"data:image/png;base64,{base64.b64encode(stream.getvalue()).decode()}"
        self.assertLess(len(drawn), 50_000)
        values = {"drawn": drawn, "digest": agreement.frozen_digest}
        answer = self.post(f"/{self.file.id}/goals", step="sign", **values)
        self.assertIn("cannot be read", answer.text)
        self.assertFalse(agreement.signature_ids)

    @mute_logger("odoo.http")
    def test_files_in_place_of_texts(self):
        """G7: a file where a text belongs is no error of the server, and a wrong answer."""
        token = self.give()
        self.page(f"/{token}")
        answer = self.url_open(
            f"/performance/me/{token}",
            data={"csrf_token": self.csrf},
            files={"answer": ("a.txt", PIN.encode(), "text/plain")},
        )
        self.assertEqual(answer.status_code, 200)
        self.assertIn("Tries left: 4", answer.text)

    def test_whether_somebody_has_an_address(self):
        """G7: a dialog about a stranger does not tell whether there is a private e-mail."""
        lines = [(0, 0, {"employee_id": self.worker.id, "included": True})]
        for person, told in ((self.stranger, False), (self.manager, True)):
            wizards = self.as_user(self.env["hr.performance.personal.link.wizard"], person)
            wizard = wizards.create({"way": "email", "line_ids": lines})
            self.assertEqual(wizard.line_ids.has_email, told)

    # Sessions

    def test_somebody_logs_in_afterwards(self):
        """G7: on a shared computer the pages of a worker close when somebody else logs in."""
        self.enter()
        self.assertEqual(self.page().status_code, 200)
        login = self.stranger.user_id.login
        password = login + "x" * (8 - len(login))
        self.url_open("/web/login", data=None)
        values = {"login": login, "password": password, "csrf_token": self.csrf}
        answer = self.url_open("/web/login", data=values, allow_redirects=False)
        self.assertEqual(answer.status_code, 303)
        self.assertEqual(self.page().status_code, 403)
