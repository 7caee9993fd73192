from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .channels import ChannelsCase
from .reviewers_common import ReviewersCase

CUSTOMER = ("Wei Zhang", "wei@customer.example")


@tagged("post_install", "-at_install")
class TestNomination(ChannelsCase, ReviewersCase):
    """E3: reviewers are named, approved and asked."""

    def start(self):
        self.sign_goals(self.evaluation)
        with self.at("2024-10-01"):
            self.start_evaluation(self.cycle)

    def test_proposal_approved_before_the_start(self):
        """E3: the employee proposes, the manager approves, the start of the evaluation asks."""
        nomination = self.name(self.evaluation, self.peer, self.employee, note="Same project")
        self.assertEqual((nomination.state, nomination.side), ("proposed", "employee"))
        with self.assertRaisesRegex(UserError, "up to"):
            nomination.action_approve()
        self.as_user(nomination, self.manager).action_approve()
        self.assertEqual(nomination.decided_by_id, self.manager.user_id)
        self.assertFalse(self.evaluation.review_ids)
        self.start()
        review = self.reviews(self.evaluation, "peer")
        self.assertEqual((review.reviewer_id, review.state), (self.peer, "pending"))

    def test_start_asks_the_second_level_manager(self):
        """E3: the manager's manager is asked without anybody naming them, if the template says."""
        self.start()
        self.assertEqual(self.reviews(self.evaluation, "second").reviewer_id, self.boss)

    def test_named_while_evaluating(self):
        """E3: a manager's and HR's own nominations need no approval; the review is there at once.

        A proposal that needs none neither.
        """
        self.start()
        self.assertEqual(self.name(self.evaluation, self.peer, self.manager).state, "approved")
        self.name(self.evaluation, self.second_peer, self.officer)
        proposal = self.name(self.evaluation, self.stranger, self.employee, "other")
        self.assertEqual(proposal.state, "approved")
        self.assertEqual(
            self.reviews(self.evaluation, "peer").reviewer_id, self.peer | self.second_peer
        )
        self.assertEqual(self.reviews(self.evaluation, "other").reviewer_id, self.stranger)

    def test_named_by_both_sides(self):
        """E3: the employee names whom the manager has named, not knowing of it: asked once."""
        for reviewer, start in ((self.stranger, True), (self.third_peer, False)):
            for by in (self.manager, self.employee):
                self.name(self.evaluation, reviewer, by, "other")
            if start:
                self.start()
            found = self.evaluation.review_ids.filtered(
                lambda one, reviewer=reviewer: one.reviewer_id == reviewer
            )
            self.assertEqual(len(found), 1)

    def test_refused_and_withdrawn(self):
        """E3: a refusal has a reason that the employee reads; an own proposal can be withdrawn."""
        nomination = self.name(self.evaluation, self.peer, self.employee)
        seen = self.as_user(nomination, self.manager)
        with self.assertRaisesRegex(UserError, "reason"):
            seen.action_refuse(" ")
        seen.action_refuse("They never worked together")
        self.assertEqual(nomination.state, "refused")
        self.assertIn("never worked", nomination.decision_reason)
        other = self.name(self.evaluation, self.second_peer, self.employee)
        with self.assertRaises(AccessError):
            self.as_user(other, self.colleague).action_withdraw()
        other.action_withdraw()
        self.assertEqual(other.state, "withdrawn")
        self.assertEqual(self.name(self.evaluation, self.peer, self.employee).state, "proposed")

    def test_refusals(self):
        """E3: whom one cannot ask, each with a sentence."""
        gone = self.person("gone", parent_id=self.boss.id)
        gone.active = False
        cases = (
            (self.employee, "peer", "nobody reviews themselves"),
            (self.manager, "peer", "leads"),
            (self.boss, "peer", "leads"),
            (self.foreign, "peer", "does not belong to the company"),
            (gone, "peer", "has left"),
            (self.peer, "report", "does not report"),
            (CUSTOMER, "peer", "is not a colleague"),
            (("Anna", self.peer.user_id.email), "other", "address of a colleague"),
            (("Anna", "no address"), "other", "complete e-mail"),
        )
        for reviewer, role, sentence in cases:
            with self.subTest(sentence), self.assertRaisesRegex(UserError, sentence) as caught:
                self.name(self.evaluation, reviewer, self.manager, role)
            self.assertNotIn("Foreign", str(caught.exception), "a name of another company")

    def test_whoever_has_left_is_not_asked(self):
        """E3, G2: a contract that is over, though the record is active; not at approval either."""
        nomination = self.name(self.evaluation, self.peer, self.employee)
        (self.peer | self.second_peer).version_id.contract_date_end = "2024-09-13"
        with self.at("2024-09-14"):
            with self.assertRaisesRegex(UserError, "has left the company"):
                self.name(self.evaluation, self.second_peer, self.employee)
            with self.assertRaisesRegex(UserError, "has left the company"):
                self.as_user(nomination, self.manager).action_approve()
        self.assertEqual(nomination.state, "proposed")
        with self.at("2024-09-13"):
            self.as_user(nomination, self.manager).action_approve()

    def test_asked_already_and_maximum(self):
        """E3: nobody is asked twice, in no role, and not more than the template allows."""
        for peer in (self.peer, self.second_peer):
            self.name(self.evaluation, peer, self.manager)
        for role in ("peer", "other"):
            with self.assertRaisesRegex(UserError, "already"):
                self.name(self.evaluation, self.peer, self.manager, role)
        self.name(self.evaluation, self.third_peer, self.employee)
        with self.assertRaisesRegex(UserError, "at most 3"):
            self.name(self.evaluation, self.colleague, self.manager)
        with self.assertRaisesRegex(UserError, "at most 3"):
            # In one call they count against each other.
            self.env["hr.performance.nomination"].with_user(self.employee.user_id).create(
                [
                    {"evaluation_id": self.evaluation.id, "reviewer_id": one.id}
                    for one in (self.colleague, self.stranger, self.payroll)
                ]
            )

    def test_closed(self):
        """E3: after the manager has judged nobody is named any more."""
        self.start()
        proposal = self.name(self.evaluation, self.peer, self.employee)
        with self.at("2024-10-10"):
            self.give_review(self.evaluation, "self", self.employee)
            self.give_review(self.evaluation, "manager", self.manager)
        with self.assertRaisesRegex(UserError, "until the manager has judged"):
            self.name(self.evaluation, self.second_peer, self.manager)
        with self.assertRaisesRegex(UserError, "until the manager has judged"):
            self.as_user(proposal, self.manager).action_approve()

    def test_role_rules_are_fixed_at_the_launch(self):
        """E3: what is changed in the template afterwards counts for the next cycle."""
        peers = self.template.role_ids.filtered(lambda line: line.role == "peer")
        peers.write({"maximum": 0, "by_employee": False, "minimum": 0})
        self.name(self.evaluation, self.peer, self.employee)
        self.assertEqual(self.cycle._get_reviewer_rules()["peer"].maximum, 3)
        with self.assertRaises(AccessError):
            self.as_user(self.cycle, self.officer).write({"reviewer_rules": False})
        self.assertIn("at most 3", self.cycle.reviewer_summary)

    def test_not_up_to_the_employee(self):
        """E3: the template says that managers name direct reports."""
        lead = self.launch(self.cycle, self.manager)
        with self.assertRaisesRegex(UserError, "not up to you"):
            self.name(lead, self.employee, self.manager, "report")
        self.as_user(lead, self.boss).action_propose_reports()
        self.assertEqual(lead.nomination_ids.reviewer_id, self.employee | self.colleague)
        self.assertEqual(set(lead.nomination_ids.mapped("state")), {"approved"})
        with self.assertRaisesRegex(UserError, "no direct reports"):
            self.as_user(lead, self.boss).action_propose_reports()

    def test_declined_frees_the_place(self):
        """E3: somebody else can be asked for one who declined; who declined stays unknown."""
        for peer in (self.peer, self.second_peer, self.third_peer):
            self.name(self.evaluation, peer, self.manager)
        self.start()
        with self.assertRaisesRegex(UserError, "at most 3"):
            self.name(self.evaluation, self.colleague, self.manager)
        review = self.reviews(self.evaluation, "peer").filtered(
            lambda one: one.reviewer_id == self.peer
        )
        self.as_user(review, self.peer).action_decline("We hardly met")
        self.name(self.evaluation, self.colleague, self.manager)
        seen = self.as_user(self.evaluation, self.manager)
        self.assertIn("Peer: 3 asked or named, 0 given, 1 declined", seen.reviewer_status)
        with self.assertRaisesRegex(UserError, "already"):
            self.name(self.evaluation, self.peer, self.manager)

    def test_too_few(self):
        """E3: too few reviewers are shown to manager and HR, as a warning and as a list."""
        seen = self.as_user(self.evaluation, self.manager)
        self.assertIn("Peer: 2 more needed", seen.reviewer_gap)
        self.name(self.evaluation, self.peer, self.manager)
        for person in (self.manager, self.officer):
            seen = self.as_user(self.evaluation, person)
            self.assertIn("Peer: 1 more needed", seen.reviewer_gap)
            self.assertEqual(seen.search([("lacks_reviewers", "=", True)]), self.evaluation)
        own = self.as_user(self.evaluation, self.employee)
        self.assertFalse(own.reviewer_gap or own.reviewer_status or own.lacks_reviewers)
        self.assertFalse(own.search([("lacks_reviewers", "=", True)]))
        self.name(self.evaluation, self.second_peer, self.manager)
        self.env.invalidate_all()
        self.assertFalse(self.as_user(self.evaluation, self.manager).reviewer_gap)

    def test_taken_back(self):
        """E3: HR takes a nomination back while nothing is given."""
        nomination = self.name(self.evaluation, self.peer, self.manager)
        other = self.name(self.evaluation, self.second_peer, self.manager)
        self.start()
        with self.assertRaisesRegex(UserError, "up to"):
            nomination.action_take_back("Moves to another project")
        self.as_user(nomination, self.officer).action_take_back("Moves to another project")
        self.assertEqual(nomination.state, "withdrawn")
        self.assertEqual(self.reviews(self.evaluation, "peer").reviewer_id, self.second_peer)
        self.give_review(self.evaluation, "peer", self.second_peer)
        with self.assertRaisesRegex(UserError, "given already"):
            self.as_user(other, self.officer).action_take_back("Too late")

    def test_what_became_impossible(self):
        """E3: whoever leaves, or comes to lead the person, before the start is not asked."""
        left = self.name(self.evaluation, self.peer, self.manager)
        leads = self.name(self.evaluation, self.second_peer, self.manager)
        self.peer.active = False
        self.employee.parent_id = self.second_peer
        self.start()
        self.assertEqual({left.state, leads.state}, {"withdrawn"})
        self.assertFalse(self.reviews(self.evaluation, "peer"))

    def test_cancelled(self):
        """E3: with the evaluation its proposals end."""
        nomination = self.name(self.evaluation, self.peer, self.employee)
        self.as_user(self.evaluation, self.officer).action_cancel("Long leave")
        self.assertEqual(nomination.state, "withdrawn")
