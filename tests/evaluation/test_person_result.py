import base64
import hashlib

from odoo.exceptions import AccessError
from odoo.tests import tagged

from ..core.person_common import PersonCase
from ..core.test_signature import PIXEL

GROUNDS = "We were two people short in August"


@tagged("post_install", "-at_install")
class TestPersonResult(PersonCase):
    """G7, F2, A1: the result of somebody without a user: read, answered, appealed against."""

    def setUp(self):
        super().setUp()
        goal = self.sign_goals()
        self.measure(goal, 104)
        clock = self.at("2024-10-08")
        clock.__enter__()  # pylint: disable=unnecessary-dunder-call
        self.addCleanup(clock.__exit__, None, None, None)
        self.start_evaluation(self.cycle)
        for role, person in (("self", self.officer), ("manager", self.manager)):
            self.give_review(self.file, role, person)
        self.release(self.cycle)
        self.path = f"/{self.file.id}/result"
        self.appeal_path = f"/{self.file.id}/appeal"
        self.enter()

    def answer(self, decision, **values):
        digest = self.file.frozen_digest
        values = {"typed_name": "Worker", "digest": digest, "decision": decision, **values}
        return self.post(self.path, **values)

    def file_appeal(self, **values):
        values = {"grounds": "data", "explanation": GROUNDS, **values}
        return self.post(self.appeal_path, step="file", **values)

    def test_read(self):
        """F2, G7: grade, score, dimensions and goals after the release."""
        self.assertIn("My result", self.page().text)
        page = self.page(self.path)
        rating = self.file.rating_ids
        for word in (rating.grade_id.name, f"{rating.score:g}", "Raise sales", "I do not agree"):
            self.assertIn(word, page.text)

    def test_agree(self):
        """F2, G7: agreed by the person, by link, on the digest that was shown."""
        self.assertIn("answer is received", self.answer("agree").text)
        self.assertEqual(self.file.state, "confirmed")
        signature = self.file.signature_ids
        self.assertEqual((signature.decision, signature.link_id), ("agree", self.link()))
        self.assertFalse(signature.signer_id)
        self.assertEqual(signature.digest, self.file.frozen_digest)
        self.assertEqual(self.uses()[-1], "answered")
        pdf = self.page(f"/{self.file.id}/evaluation.pdf")
        self.assertEqual(hashlib.sha256(pdf.content).hexdigest(), self.file.pdf_sha256)

    def test_disagree(self):
        """F2, G7: not agreeing needs a comment, and leads to the appeal."""
        refused = self.answer("disagree", comment=" ")
        self.assertIn("with what you do not agree", refused.text)
        self.assertEqual(self.file.state, "communicating")
        done = self.answer("disagree", comment="The August figures are wrong")
        self.assertEqual(self.file.state, "disagreed")
        self.assertIn("The August figures are wrong", done.text)
        self.assertIn(self.appeal_path, done.text)

    def test_too_late(self):
        """F2, G7: after the last day no answer is taken and none is invented."""
        with self.at("2024-12-02"):
            self.enter()
            self.assertIn("time to answer is over", self.page(self.path).text)
            self.assertIn("could be answered until", self.answer("agree").text)
        self.assertFalse(self.file.signature_ids)

    def test_appeal(self):
        """A1, G7: filed by the person within the window, with a photo; the decision shows."""
        self.assertIn("appeal until", self.page(self.appeal_path).text)
        goal = self.file.goal_ids
        photo = ("proof.png", base64.b64decode(PIXEL), "image/png")
        self.env.flush_all()
        values = {"step": "file", "grounds": "data", "explanation": GROUNDS}
        answer = self.url_open(
            f"/performance/me{self.appeal_path}",
            data={**values, "subject": f"goal_{goal.id}", "csrf_token": self.csrf},
            files={"evidence": photo},
        )
        self.env.invalidate_all()
        self.assertIn("took no part in your evaluation", answer.text)
        appeal = self.file.appeal_ids
        self.assertEqual((appeal.state, appeal.grounds, appeal.goal_id), ("filed", "data", goal))
        self.assertEqual(appeal.explanation, GROUNDS)
        self.assertEqual(appeal.evidence_ids.name, "proof.png")
        self.assertFalse(appeal.paper_reason)
        self.assertEqual(appeal.filed_by_id, self.env.ref("hr_performance.user_personal_link"))
        self.assertEqual(self.uses()[-1], "appealed")
        self.as_user(appeal, self.officer)._assign(self.stranger)
        self.assertIn("Under review", self.page(self.appeal_path).text)
        self.assertIn("is an appeal already", self.file_appeal().text)

    def test_appeal_refused(self):
        """A1, G7: without grounds, with a program attached, about a stranger's goal: refused."""
        self.assertIn("give the grounds", self.file_appeal(grounds="mood").text)
        self.assertIn("give the grounds", self.file_appeal(explanation=" ").text)
        self.assertIn("longer than", self.file_appeal(explanation="x" * 10001).text)
        days = {"date_start": "2024-10-01", "date_end": "2024-12-31"}
        payout = {"payout_from": "2025-01-01", "payout_to": "2025-03-31"}
        later = self.create_cycle(code="Q4", name="Q4", **days, **payout)
        foreign = self.add_goal(self.launch(later, self.stranger))
        refused = self.file_appeal(subject=f"goal_{foreign.id}")
        self.assertIn("choose a goal of this person", refused.text)
        self.assertIn(GROUNDS, refused.text, "nothing that was typed is lost")
        self.env.flush_all()
        page = self.url_open(
            f"/performance/me{self.appeal_path}",
            data={"grounds": "data", "explanation": GROUNDS, "csrf_token": self.csrf},
            files={"evidence": ("run.html", b"<html><script>1</script></html>", "image/png")},
        )
        self.assertIn("cannot be attached", page.text)
        self.assertFalse(self.file.appeal_ids)

    def test_appeal_too_late(self):
        """A1, G7: after the window there is no way to it, by the address neither."""
        with self.at("2024-11-04"):
            self.enter()
            self.assertNotIn("appeal", self.page().text.lower())
            self.assertIn("could be filed until", self.file_appeal().text)
        self.assertFalse(self.file.appeal_ids)

    def test_withdraw(self):
        """A1, G7: whoever filed by the link takes it back by the link."""
        self.file_appeal()
        self.assertIn("Withdrawn", self.post(self.appeal_path, step="withdraw").text)
        self.assertEqual(self.file.appeal_ids.state, "withdrawn")

    def test_not_the_managers(self):
        """A1, A2, G7: the manager reads no appeal that came by a link, the person no file of it."""
        self.file_appeal()
        appeal = self.file.appeal_ids
        with self.assertRaises(AccessError):
            self.as_user(appeal, self.manager).read(["explanation"])
        acting = self.acting(appeal)
        self.assertEqual(acting.explanation, GROUNDS)
        with self.assertRaises(AccessError):
            self.acting(appeal.file_ids).read([])
        self.assertFalse(acting.env["hr.performance.appeal.statement"].search([]))
