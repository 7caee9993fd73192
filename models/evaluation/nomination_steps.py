from odoo import fields, models
from odoo.exceptions import UserError

from ...rules import flows


class NominationSteps(models.Model):
    """How a proposal becomes a review that somebody is asked for."""

    _inherit = "hr.performance.nomination"

    def _get_roles(self):
        """The person takes steps only on what they proposed themselves."""
        roles = super()._get_roles()
        for nomination in self:
            if nomination.sudo().side != "employee":  # who proposed it decides, not who reads it
                roles[nomination.id] = roles[nomination.id] - {flows.EMPLOYEE}
        return roles

    def action_approve(self):
        """Agree; the reviewer is asked at once, or when the evaluation starts."""
        self._run_step("approve")

    def action_refuse(self, reason):
        self._run_step("refuse", reason=reason, decision_reason=reason)

    def action_withdraw(self):
        """Take an own proposal back before it is decided."""
        self._run_step("withdraw")

    def action_take_back(self, reason):
        """Ask this reviewer no longer; only while nothing is given."""
        self._run_step("take_back", reason=reason, decision_reason=reason)

    def _run_step(self, name, **values):
        self._transit(name, decided_by_id=self.env.uid, decided_at=fields.Datetime.now(), **values)

    def _check_approve(self):
        self.evaluation_id._check_approvals(self)

    def _after_approve(self, reason=None):
        self.filtered(lambda one: one.evaluation_id.state == "evaluating")._ask()

    def _ask(self):
        """Ask those who are not asked yet; the process asks, nobody creates reviews by hand."""
        reviews = self.env["hr.performance.review"]
        reviews.create([one._prepare_review() for one in self._get_unasked()])

    def _get_unasked(self):
        """Those without a review. Somebody may be named twice, by employee and manager, who do
        not know of each other; then one review is asked for."""
        asked = self.evaluation_id._get_asked_keys()
        unasked = self.browse()
        for nomination in self:
            key = nomination.evaluation_id.id, nomination._get_person_key()
            if key not in asked:
                asked.add(key)
                unasked |= nomination
        return unasked

    def _prepare_review(self):
        return {
            "evaluation_id": self.evaluation_id.id,
            "role": self.role,
            "reviewer_id": self.reviewer_id.id,
            "external_id": self.id if not self.reviewer_id else False,
        }

    # Taking back

    def _get_reviews(self):
        """The reviews that were asked for by these nominations."""
        reviews = self.evaluation_id.review_ids
        keys = {(one.evaluation_id.id, one.role, one._get_person_key()) for one in self}
        return reviews.filtered(
            lambda one: (one.evaluation_id.id, one.role, one._get_person_key()) in keys
        )

    def _check_take_back(self):
        for review in self._get_reviews():
            if review.state != "pending":
                raise UserError(
                    self.env._("A review was given already, so it cannot be taken back any more.")
                )

    def _after_take_back(self, reason=None):
        self.env["hr.performance.personal.link"]._revoke(self)
        self._get_reviews().unlink()
