from odoo import models


class EvaluationPerson(models.Model):
    """What somebody without a user finds on the own page, by personal link (requirement G7)."""

    _inherit = "hr.performance.evaluation"

    def _get_person_steps(self):
        """Return the pages of this cycle that the person can open, and which of them wait."""
        self.ensure_one()
        report, appeal = self._get_own_report(), self.shown_appeal_id
        steps = [
            ("goals", self.env._("My goals"), self.agreement_id, self._lacks_answer_to_goals())
        ]
        if report:
            steps.append(("review", self.env._("My self-evaluation"), report, report._is_owed()))
        if self.released_at:
            steps.append(("result", self.env._("My result"), self, self.can_sign))
        if appeal or self.can_appeal:
            steps.append(("appeal", self.env._("My appeal"), appeal, False))
        return [
            {"page": page, "label": label, "state": self._label_state(record), "todo": todo}
            for page, label, record, todo in steps
        ]

    def _label_state(self, record):
        if not record:
            return self.env._("If you do not agree with your result")
        return dict(record._fields["state"]._description_selection(self.env))[record.state]

    def _lacks_answer_to_goals(self):
        """Whether the person still has to word or to sign the own goals."""
        if "employee" in self.agreement_id._get_awaited_roles():
            return True
        open_goals = self.goal_ids.filtered(lambda goal: not goal.is_locked and not goal.cancelled)
        return any(not goal._is_answered() for goal in open_goals)

    def _get_own_report(self):
        """The self-evaluation, if the asker may read it."""
        reviews = self.env["hr.performance.review"]
        if not self:
            return reviews
        return reviews.search(
            [("evaluation_id", "=", self.id), ("role", "=", "self"), ("is_mine", "=", True)]
        )

    def _get_reviews_shown(self):
        """The reviews of manager and second level, as far as the asker may read them."""
        return self.env["hr.performance.review"].search(
            [
                ("evaluation_id", "=", self.id),
                ("role", "in", ("manager", "second")),
                ("state", "=", "submitted"),
            ]
        )

    def _check_comment(self, text):
        """Return a comment that a page has sent, if it is not too long."""
        return self.env["hr.performance.review"]._check_length((text or "").strip() or False)
