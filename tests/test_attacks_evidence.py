"""Attacks on files that prove something, by the addresses that Odoo brings along."""

from odoo.exceptions import UserError
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .results.pip_common import PipStory
from .test_attacks_channels import ChannelCase


@tagged("post_install", "-at_install")
class TestAttacksEvidence(PipStory, ChannelCase, HttpCase):
    def judge(self):
        """A released evaluation with a value and a self-evaluation, each with its file."""
        evaluation = self.launch(self.cycle, self.employee)
        goal = self.add_goal(evaluation)
        self.agree(evaluation)
        files = self.as_attacker("ir.attachment", self.manager)
        proof = files.create({"name": "proof", "raw": b"true"})
        with self.at("2024-07-10"):
            self.as_attacker("hr.performance.measurement", self.manager).create(
                {
                    "goal_id": goal.id,
                    "date": "2024-07-08",
                    "value": 70,
                    "source": "x",
                    "evidence_ids": [(4, proof.id)],
                }
            )
        with self.at("2024-10-08"):
            self.start_evaluation(self.cycle)
            review = self.review(evaluation, "self")
            place = {"res_model": review._name, "res_id": review.id}
            own = self.as_attacker("ir.attachment", self.employee)
            paper = own.create({"name": "own", "raw": b"true", **place})
            self.as_user(review, self.employee).evidence_ids = paper
            self.give_review(evaluation, "self", self.employee)
            self.give_review(evaluation, "manager", self.manager)
            self.release(self.cycle)
        return proof, paper

    def delete(self, file, person):
        """As the chatter deletes one of its files."""
        self.authenticate(person.user_id.login, person.user_id.login)
        with mute_logger("odoo.http"):
            return self.url_open(
                "/mail/attachment/delete",
                json={"jsonrpc": "2.0", "method": "call", "params": {"attachment_id": file.id}},
            ).json()

    def test_deleting_as_the_chatter_does(self):
        """C4, G4: the address of the chatter deletes no file on which a result rests."""
        proof, paper = self.judge()
        self.assertIn("error", self.delete(proof, self.manager))
        self.assertIn("error", self.delete(paper, self.employee))
        self.assertTrue(proof.exists() and paper.exists())
        loose = self.as_attacker("ir.attachment", self.manager).create({"name": "x", "raw": b"x"})
        self.assertNotIn("error", self.delete(loose, self.manager))
        self.assertFalse(loose.exists())

    def test_files_of_a_given_review(self):
        """E1, G4: what a self-evaluation rests on does not change once it is submitted."""
        _proof, paper = self.judge()
        own = self.as_attacker("ir.attachment", self.employee)
        place = {"res_model": paper.res_model, "res_id": paper.res_id}
        for attack in (
            lambda: paper.write({"raw": b"false"}),
            lambda: paper.write({"res_model": False, "res_id": 0}),
            paper.unlink,
            lambda: own.create({"name": "later", "raw": b"x", **place}),
        ):
            self.assertRefused(attack, error=UserError)
        self.assertEqual(paper.raw, b"true")

    def test_files_of_a_settled_plan(self):
        """R5, G4: what an improvement plan rests on does not change after its author's part."""
        pip = self.draft(self.weak_quarter(self.cycle))
        standard = pip.standard_ids[0]
        files = self.as_attacker("ir.attachment", self.manager)
        place = {"res_model": standard._name, "res_id": standard.id}
        ticket = files.create({"name": "ticket", "raw": b"true", **place})
        standard.evidence_ids = ticket
        ticket.raw = b"a better copy"
        pip.action_submit()
        for attack in (
            lambda: ticket.write({"raw": b"false"}),
            ticket.unlink,
            lambda: files.create({"name": "later", "raw": b"x", **place}),
        ):
            self.assertRefused(attack, error=UserError)
        self.assertIn("error", self.delete(ticket, self.manager))
        self.assertEqual(ticket.raw, b"a better copy")
