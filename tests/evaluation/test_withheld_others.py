from odoo.exceptions import AccessError
from odoo.tests import tagged

from .test_withheld import LINE, RATING, REVIEW, WithheldCase


@tagged("post_install", "-at_install")
class TestWithheldOthers(WithheldCase):
    """Peers, second-level and former managers, and HR on the own file (E3, E7, G1, G2)."""

    def ask(self, role, person):
        """HR asks one more person for a review of the evaluation."""
        reviews = self.as_user(self.env["hr.performance.review"], self.officer)
        review = reviews.create(
            {"evaluation_id": self.evaluation.id, "role": role, "reviewer_id": person.id}
        )
        self.env.invalidate_all()  # each request starts with an empty cache
        return review.sudo()

    def test_peers_stay_anonymous(self):
        """E3, E7: nobody but the peer reads a single peer's review, not even after the release."""
        peer = self.ask("peer", self.colleague)
        self.write_review(peer, self.colleague, "Peer secret")
        self.judgement_given()
        for _moment in ("before", "after"):
            for person in (self.employee, self.manager, self.boss, self.officer, self.auditor):
                self.assertHidden(peer, person, REVIEW)
                self.assertHidden(peer.line_ids[0], person, LINE)
            self.assertVisible(peer, self.colleague, REVIEW)
            self.assertHidden(self.judgement, self.colleague, REVIEW)
            if not self.evaluation.released_at:
                self.release(self.cycle)

    def test_second_level_manager_judges_unseen(self):
        """E7: who still owes a review reads neither the manager's nor the grade."""
        second = self.ask("second", self.boss)
        self.own_given()
        self.judgement_given()
        rating = self.evaluation.rating_ids
        for record, names in ((self.judgement, REVIEW), (self.own, REVIEW), (rating, RATING)):
            self.assertHidden(record, self.boss, names)
        self.assertHidden(rating.line_ids[0], self.boss, ("score",))
        self.assertTrue(self.as_user(self.evaluation, self.boss).awaits_me)
        self.write_review(second, self.boss, "Second secret")
        for record in (self.judgement, self.own, rating):
            self.assertVisible(record, self.boss)
        self.assertHidden(second, self.employee, REVIEW)

    def test_manager_does_not_read_the_second_level_first(self):
        """E7: nor the other way round."""
        second = self.ask("second", self.boss)
        self.write_review(second, self.boss, "Second secret")
        self.assertHidden(second, self.manager, REVIEW)
        self.judgement_given()
        self.assertVisible(second, self.manager, REVIEW)

    def test_manager_with_an_hr_role(self):
        """E7, G1: being HR officer opens no self-evaluation before the own review as manager."""
        self.manager.user_id.group_ids |= self.env.ref("hr_performance.group_officer")
        self.own_given()
        self.assertHidden(self.own, self.manager, REVIEW)
        self.assertVisible(self.own, self.officer, REVIEW)
        self.manager.user_id.group_ids |= self.env.ref("hr_performance.group_auditor")
        self.assertHidden(self.own, self.manager, REVIEW)
        self.judgement_given()
        self.assertVisible(self.own, self.manager, REVIEW)

    def test_hr_on_the_own_file(self):
        """E7, G1: HR officer, administrator and auditor read of themselves what others would."""
        for person in (self.officer, self.admin, self.auditor):
            cycle = self.cycle = self.create_cycle(
                code=person.name, payout_from=False, payout_to=False
            )
            other = self.admin if person == self.officer else self.officer
            evaluation = self.start(person, by=other)
            judgement = self.review(evaluation, "manager")
            self.give_review(evaluation, "manager", self.boss)
            rating = evaluation.rating_ids
            self.assertHidden(judgement, person, REVIEW)
            self.assertHidden(rating, person, RATING)
            self.assertHidden(rating.line_ids[0], person, ("score",))
            self.assertHidden(rating.change_ids, person, ("to_grade",))
            seen = self.as_user(cycle, person)
            self.assertFalse(
                seen.search([("id", "=", cycle.id), ("evaluation_ids.rating_ids.score", ">", 0)])
            )
            self.as_user(cycle, other).action_calibrate()
            self.as_user(cycle, other).action_release()
            self.assertVisible(rating, person, RATING)
            self.assertVisible(judgement, person, REVIEW)

    def test_former_manager(self):
        """G2: the manager of the record's time finishes the review; the new one reads the rest."""
        self.employee.parent_id = self.stranger
        self.env.invalidate_all()
        self.assertHidden(self.own, self.stranger, REVIEW)
        self.judgement_given()
        self.own_given()
        self.assertVisible(self.judgement, self.manager, REVIEW)
        self.assertVisible(self.evaluation.rating_ids, self.manager, RATING)
        self.assertVisible(self.evaluation.rating_ids, self.stranger, RATING)
        self.assertHidden(self.evaluation.rating_ids, self.colleague, RATING)

    def test_other_company(self):
        """G1: HR, auditor and payroll of another company see nothing of this one."""
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        self.judgement_given()
        self.release(self.cycle)
        for group in ("group_administrator", "group_auditor", "group_payroll"):
            person = self.person(group, f"hr_performance.{group}", company=elsewhere)
            self.assertHidden(self.evaluation.rating_ids, person, RATING)
            self.assertHidden(self.evaluation, person, ("state",))
            self.assertHidden(self.goal, person, ("name",))
            self.assertHidden(self.judgement, person, REVIEW)

    def test_nobody_asks_for_the_own_file(self):
        """E3, G1: HR asks no reviewers for the own evaluation, and nobody reviews themselves."""
        own = self.launch(
            self.create_cycle(code="own", payout_from=False, payout_to=False), self.officer
        )
        with self.assertRaises(AccessError):
            self.as_user(self.env["hr.performance.review"], self.officer).create(
                {"evaluation_id": own.id, "role": "peer", "reviewer_id": self.colleague.id}
            )
        for person in (self.employee, self.manager):
            with self.assertRaises(AccessError):
                self.as_user(self.env["hr.performance.review"], person).create(
                    {
                        "evaluation_id": self.evaluation.id,
                        "role": "peer",
                        "reviewer_id": self.colleague.id,
                    }
                )

    def test_prepared_lines_are_empty(self):
        """E3: whoever asks for a review cannot fill it in beforehand by default values."""
        reviews = self.as_user(self.env["hr.performance.review"], self.officer)
        review = reviews.with_context(default_answer="points", default_points=1).create(
            {
                "evaluation_id": self.evaluation.id,
                "role": "peer",
                "reviewer_id": self.colleague.id,
            }
        )
        self.assertTrue(review.sudo().line_ids)
        self.assertFalse(any(review.sudo().line_ids.mapped("answer")))
