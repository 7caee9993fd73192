import base64
import hashlib

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .person_common import PIN, PersonCase
from .test_signature import PIXEL


@tagged("post_install", "-at_install")
class TestPersonGoals(PersonCase):
    """G7: somebody without a user reads, words and signs the own goals on a phone."""

    def setUp(self):
        super().setUp()
        self.goal = self.add_goal(self.file, by=self.manager, why=False, confidence=0)
        self.agreement = self.file.agreement_id
        self.path = f"/{self.file.id}/goals"

    def words(self, why="Scrap costs us a day each week", confidence="8", goal=None):
        goal = goal or self.goal
        return {f"why_{goal.id}": why, f"confidence_{goal.id}": confidence}

    def put_up(self):
        """Own words said, goals put up by the manager; returns the page to sign."""
        self.enter()
        self.post(self.path, step="save", **self.words())
        self.as_user(self.agreement, self.manager).action_submit()
        return self.page(self.path)

    def sign_page(self, **values):
        values = {"typed_name": "Worker", "digest": self.agreement.frozen_digest, **values}
        return self.post(self.path, step="sign", **values)

    def test_see_goals(self):
        """G7: goals of the cycle with measure, target, weight and progress; no one else's."""
        other = self.launch(self.cycle, self.colleague)
        self.add_goal(other, name="Visit every key account of the south by the end of May")
        self.goal.metric = "Scrap rate"
        home = self.enter()
        self.assertIn("Your turn", home.text, "the own words are missing")
        page = self.page(self.path)
        for word in ("Raise sales from 80", "Scrap rate", "100 units", "Weight", "Why does this"):
            self.assertIn(word, page.text)
        self.assertNotIn("key account of the south", page.text)
        self.assertFalse("Hello" in self.page(f"/{other.id}/goals").text.split("<h1")[0])
        self.assertTrue(self.page(f"/{other.id}/goals").url.endswith("/performance/me"))

    def test_progress(self):
        """G7, C4: what was measured shows as progress."""
        self.measure(self.goal, 50)
        self.enter()
        self.assertIn("50 %", self.page(self.path).text.replace("<b>", ""))

    def test_own_words(self):
        """P6, G7: why and confidence, by the person alone; what does not fit is told."""
        self.enter()
        saved = self.post(self.path, step="save", **self.words(why="It matters\0"))
        self.assertIn("Saved", saved.text)
        self.assertEqual((self.goal.why, self.goal.confidence), ("It matters", 8))
        wrong = self.post(self.path, step="save", **self.words(why="Longer", confidence="11"))
        self.assertIn("number from 1 to 10", wrong.text)
        self.assertIn("Longer", wrong.text, "nothing that was typed is lost")
        self.assertEqual(self.goal.why, "It matters")
        long = self.post(self.path, step="save", **self.words(why="x" * 10001))
        self.assertIn("longer than", long.text)
        self.assertEqual(self.uses(), ["opened", "words"])

    def test_hurry(self):
        """G7: a link that does more than a person can is slowed down."""
        self.enter()
        for _step in range(30):
            self.link()._note("words")
        self.assertIn("Too many steps", self.post(self.path, step="save", **self.words()).text)
        self.assertFalse(self.goal.why)
        with self.at("2024-07-01"):  # an hour later
            self.assertFalse(self.link()._get_hurry_refusal())

    def test_others_goals_stay(self):
        """G7: what is sent for somebody else's goal, or another field, changes nothing."""
        other = self.launch(self.cycle, self.colleague)
        foreign = self.add_goal(other)
        self.enter()
        self.post(self.path, step="save", **self.words(goal=foreign, why="Planted"))
        self.post(f"/{other.id}/goals", step="save", **self.words(goal=foreign, why="Planted"))
        self.post(self.path, step="save", **{f"target_{self.goal.id}": "1", "weight": "1"})
        self.assertNotEqual(foreign.why, "Planted")
        self.assertEqual((self.goal.target, self.goal.weight), (100, 100))

    def test_hr_still_enters_from_paper(self):
        """P6: the link takes nothing from HR, who may go on entering what is on paper."""
        self.as_user(self.goal, self.officer).write({"why": "From paper", "confidence": 7})
        with self.assertRaises(AccessError):
            self.as_user(self.goal, self.manager).write({"why": "In somebody else's name"})

    def test_submit_by_the_person(self):
        """P7, G7: the person puts the goals up too, after the same checks as a user."""
        self.enter()
        refused = self.post(self.path, step="submit", **self.words(confidence=""))
        self.assertIn("gives the confidence", refused.text)
        self.assertEqual(self.agreement.state, "draft")
        self.assertFalse(self.goal.why, "all or nothing")
        self.post(self.path, step="submit", **self.words())
        self.assertEqual(self.agreement.state, "submitted")

    def test_sign(self):
        """P7, G7: signed by link: same digest, named person, no user; both sides complete it."""
        page = self.put_up()
        self.assertIn("Sign my goals", page.text)
        self.assertIn(self.agreement.frozen_digest, page.text)
        self.assertIn(
            "manager's signature is still missing", self.sign_page().text.replace("&#39;", "'")
        )
        signature = self.agreement.signature_ids
        self.assertFalse(signature.signer_id)
        self.assertFalse(signature.on_behalf_id)
        self.assertEqual(signature.signer_name, "Worker")
        self.assertEqual(signature.employee_id, self.worker)
        self.assertEqual(signature.link_id, self.link())
        self.assertEqual((signature.method, signature.role), ("typed", "employee"))
        self.assertEqual(signature.digest, self.agreement.frozen_digest)
        self.sign(self.agreement, self.manager, "manager")
        self.assertEqual(self.agreement.state, "signed")
        self.assertEqual(self.uses(), ["opened", "words", "signed"])
        form = self.env["report.hr_performance.agreement_form"]
        block = form._prepare_translated_form(self.agreement)["signatures"][0]
        self.assertEqual(block["method"], "Typed, by personal link")
        self.assertEqual(block["name"], "Worker")

    def test_signed_pdf(self):
        """P7, G7: the person reads the frozen PDF by the link, and nobody else's."""
        self.put_up()
        self.sign_page()
        self.sign(self.agreement, self.manager, "manager")
        self.assertIn("agreement.pdf", self.page(self.path).text)
        pdf = self.page(f"/{self.file.id}/agreement.pdf")
        self.assertEqual(pdf.headers["Content-Type"], "application/pdf")
        digest = hashlib.sha256(pdf.content).hexdigest()
        self.assertEqual(digest, self.agreement.pdf_sha256)
        other = self.launch(self.cycle, self.colleague)
        self.assertEqual(self.page(f"/{other.id}/agreement.pdf").status_code, 403)

    def test_drawn(self):
        """P7, G7: drawn with the finger; what is no picture is refused."""
        self.put_up()
        for wrong in ("data:image/svg+xml;base64,PHN2Zz4=", "data:image/png;base64,!!", "x"):
            self.assertIn("cannot be read", self.sign_page(drawn=wrong).text)
        not_png = "data:image/png;base64," + base64.b64encode(b"<html>").decode()
        self.assertIn("cannot be read", self.sign_page(drawn=not_png).text)
        self.assertFalse(self.agreement.signature_ids)
        self.sign_page(drawn=f"data:image/png;base64,{PIXEL}", typed_name="")
        self.assertEqual(self.agreement.signature_ids.method, "drawn")
        self.assertTrue(self.agreement.signature_ids.image)

    def test_not_signed(self):
        """P7, G7: another name, content that was not seen, twice, or for the manager: refused."""
        self.put_up()
        self.assertIn("type your name as it is", self.sign_page(typed_name="Manager").text)
        self.assertIn("changed since you opened it", self.sign_page(digest="0" * 64).text)
        self.assertFalse(self.agreement.signature_ids)
        self.sign_page()
        self.assertIn("signed by this side already", self.sign_page().text)
        self.assertEqual(len(self.agreement.signature_ids), 1)
        acting = self.link()._let_act()
        document = self.agreement.with_env(acting)
        with self.assertRaisesRegex(UserError, "nobody signs for somebody else"):
            document._sign("manager", document.frozen_digest, {"method": "typed"})

    def test_send_back(self):
        """P7, G7: goals that are not agreed go back with a reason."""
        self.put_up()
        self.assertIn("reason", self.post(self.path, step="send_back", reason=" ").text)
        self.post(self.path, step="send_back", reason="80 is more than the line can do")
        self.assertEqual(self.agreement.state, "draft")
        self.assertEqual(self.agreement.return_reason, "80 is more than the line can do")
        self.assertEqual(self.uses()[-1], "sent_back")
        message = self.agreement.message_ids.filtered(lambda one: "80 is more" in one.body)
        self.assertEqual(message.author_id, self.worker.work_contact_id, "it stands under the name")

    def test_two_people_one_phone(self):
        """G7: another person's link on the same phone asks again, and shows only theirs."""
        mate = self.person("mate", user=False, parent_id=self.manager.id, pin="9999")
        file = self.launch(self.cycle, mate)
        tokens = self.give(), self.give(mate)
        self.assertIn("Hello Worker", self.enter(tokens[0]).text)
        self.assertIn("Your PIN", self.page(f"/{tokens[1]}").text)
        self.assertIn("not right", self.post(f"/{tokens[1]}", answer=PIN).text)
        self.assertIn("Hello Mate", self.post(f"/{tokens[1]}", answer="9999").text)
        self.assertTrue(self.page(self.path).url.endswith("/performance/me"))
        self.assertIn("My goals", self.page(f"/{file.id}/goals").text)
        acting = [self.link(one)._let_act() for one in (self.worker, mate)]
        for env, own in zip(acting, (self.file, file), strict=True):
            self.env.invalidate_all()
            self.assertEqual(env["hr.performance.evaluation"].search([]).ids, own.ids)
            self.assertEqual((self.file | file).with_env(env).filtered("is_mine").ids, own.ids)
