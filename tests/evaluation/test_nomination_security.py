from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .channels import ChannelsCase
from .reviewers_common import ReviewersCase

NOMINATION = ("display_name", "state", "side", "reviewer_id")


@tagged("post_install", "-at_install")
class TestNominationSecurity(ChannelsCase, ReviewersCase):
    """E3: whom others named stays unknown to the person, by whatever way."""

    def test_names_are_hidden_from_the_person(self):
        """E3: the person reads own proposals only; managers of others and companies nothing."""
        own = self.name(self.evaluation, self.peer, self.employee)
        hidden = self.name(self.evaluation, self.second_peer, self.manager)
        by_hr = self.name(self.evaluation, self.third_peer, self.officer)
        self.assertVisible(own, self.employee)
        for nomination in (hidden, by_hr):
            self.assertHidden(nomination, self.employee, NOMINATION)
            self.assertVisible(nomination, self.manager)
            self.assertVisible(nomination, self.boss)
            self.assertVisible(nomination, self.officer)
            self.assertVisible(nomination, self.auditor)
        for person in (self.colleague, self.stranger, self.peer, self.second_peer, self.foreign):
            for nomination in own | hidden:
                self.assertHidden(nomination, person, NOMINATION)
        self.assertNoPath(
            self.employee,
            "hr.performance.evaluation",
            "nomination_ids.reviewer_id.name",
            "=",
            self.second_peer.name,
        )

    def test_proposing_tells_nothing(self):
        """E3: the person cannot find out by trying whom the manager has named."""
        self.name(self.evaluation, self.peer, self.manager)
        own = self.name(self.evaluation, self.peer, self.employee)
        self.assertEqual(own.state, "proposed", "as if nobody had named them")
        self.as_user(own, self.manager).action_approve()
        self.sign_goals(self.evaluation)
        self.start_evaluation(self.cycle)
        self.assertEqual(len(self.reviews(self.evaluation, "peer")), 1, "one review, asked once")
        self.assertEqual(self.as_user(self.evaluation, self.employee).nomination_count, 1)

    def test_strangers_name_nobody(self):
        """E3: nobody names reviewers for people outside the own line, auditor and HR's own file
        included; no review is created by hand."""
        for person in (self.colleague, self.stranger, self.auditor, self.foreign, self.payroll):
            with self.subTest(person.name), self.assertRaises(AccessError):
                self.name(self.evaluation, self.peer, person)
        own = self.launch(self.cycle, self.officer)
        with self.assertRaises(AccessError):
            self.name(own, self.peer, self.auditor)
        proposal = self.name(own, self.peer, self.officer)
        self.assertEqual((proposal.side, proposal.state), ("employee", "proposed"))
        with self.assertRaises(UserError):
            proposal.action_approve()
        self.assertHidden(self.name(own, self.second_peer, self.boss), self.officer, NOMINATION)
        vals = {"evaluation_id": self.evaluation.id, "role": "peer", "reviewer_id": self.peer.id}
        with self.assertRaises(AccessError):
            self.as_user(self.env["hr.performance.review"], self.employee).create(vals)

    def test_forged_values(self):
        """E3: state, side and decision come from the process, not from the caller."""
        nominations = self.as_user(self.env["hr.performance.nomination"], self.employee)
        vals = {"evaluation_id": self.evaluation.id, "reviewer_id": self.peer.id}
        for forged in ({"state": "approved"}, {"side": "hr"}, {"proposer_id": 1}):
            with self.assertRaises(AccessError):
                nominations.create({**vals, **forged})
        other = self.launch(self.cycle, self.stranger)
        poisoned = {"default_reviewer_id": self.peer.id, "default_evaluation_id": other.id}
        with self.assertRaises(AccessError):
            nominations.with_context(**poisoned).create({})
        made = nominations.with_context(default_state="approved", default_side="hr").create(vals)
        self.assertEqual((made.state, made.side), ("proposed", "employee"))
        with self.assertRaises(UserError):
            made.write({"reviewer_id": self.colleague.id})
        with self.assertRaises(UserError):
            made.write({"state": "approved"})
        made.write({"note": "We share a desk"})
        self.as_user(made, self.manager).action_approve()
        for person in (self.employee, self.manager, self.officer):
            with self.assertRaises(AccessError):
                self.as_user(made, person).write({"note": "Changed afterwards"})
        with self.assertRaises(AccessError):
            made.unlink()

    def test_hr_asks_directly(self):
        """E3: a review that HR creates obeys the same facts."""
        self.sign_goals(self.evaluation)
        self.start_evaluation(self.cycle)
        reviews = self.as_user(self.env["hr.performance.review"], self.officer)
        vals = {"evaluation_id": self.evaluation.id, "role": "peer"}
        with self.assertRaisesRegex(UserError, "leads"):
            reviews.create({**vals, "reviewer_id": self.manager.id})
        with self.assertRaises(UserError):
            reviews.create({**vals, "reviewer_id": self.foreign.id})
        outside = self.name(self.evaluation, ("Wei", "wei@c.example"), self.officer, "other")
        with self.assertRaises(AccessError):
            reviews.create({**vals, "external_id": outside.id})

    def test_rights_of_each_role(self):
        """G1: nomination, personal link, list of owed reviews and digest, for every role."""
        nomination = self.name(self.evaluation, ("Wei", "wei@c.example"), self.manager, "other")
        self.sign_goals(self.evaluation)
        self.start_evaluation(self.cycle)
        link = self.env["hr.performance.personal.link"].search([])
        self.assertEqual(link.res_id, nomination.id)
        owed = self.env["hr.performance.review.owed"].search([("role", "=", "other")])
        digest = self.env["hr.performance.review.digest"].search(
            [("user_id", "=", self.manager.user_id.id)]
        )
        readers = {
            nomination: self.manager | self.boss | self.officer | self.admin | self.auditor,
            link: self.officer | self.admin,
            owed: self.officer | self.admin | self.auditor,
            digest: self.manager,
        }
        everybody = self.manager | self.boss | self.officer | self.admin | self.auditor
        everybody |= self.employee | self.colleague | self.stranger | self.payroll | self.foreign
        for record, allowed in readers.items():
            for person in everybody:
                seen = self.as_user(self.env[record._name].browse(record.id), person)
                with self.subTest(model=record._name, person=person.name):
                    self.assertEqual(seen.has_access("read"), person in allowed)
                    if seen.browse().has_access("read"):
                        found = seen.search([("id", "=", record.id)])
                        self.assertEqual(bool(found), person in allowed)
                    for call in (seen.unlink, lambda seen=seen: seen.write({"display_name": "x"})):
                        with self.assertRaises(AccessError):
                            call()
        with self.assertRaises(AccessError):
            self.as_user(link, self.officer).read(["token_hash"])
