from ..common import PerformanceCase


class RevisionCase(PerformanceCase):
    """Signed goals of two people with the same manager: 60 and 40 percent each."""

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()
        self.evaluation, self.other = self.launch(self.cycle, self.employee | self.colleague)
        for evaluation in (self.evaluation, self.other):
            self.add_goal(evaluation, weight=60)
            self.add_goal(
                evaluation, weight=40, name="Reduce complaints from 9 to 4 by a weekly review"
            )
            self.agree(evaluation)
        self.sales, self.complaints = self.evaluation.goal_ids.sorted("weight", reverse=True)

    def draft(self, lines, by=None, evaluation=None, **values):
        """A revision that is not requested yet; ``lines``: {goal: new values without “new_”}."""
        revisions = self.as_user(self.env["hr.performance.goal.revision"], by or self.employee)
        return revisions.create(
            {
                "evaluation_id": (evaluation or self.evaluation).id,
                "reason_kind": "market",
                "explanation": "The market fell by a fifth",
                "line_ids": [
                    (0, 0, {"goal_id": goal.id, **self.as_new(new)}) for goal, new in lines.items()
                ],
                **values,
            }
        )

    def as_new(self, values):
        plain = {"kind", "metric", "unit", "method", "why", "confidence", "parent_id"}
        return {key if key in plain else f"new_{key}": value for key, value in values.items()}

    def request(self, lines, **values):
        revision = self.draft(lines, **values)
        revision.action_request()
        return revision

    def approve(self, revision, person=None):
        self.as_user(revision, person or self.manager).action_approve()
        return revision.agreement_id

    def sign_both(self, agreement):
        self.sign(agreement, agreement.employee_id, "employee")
        self.sign(agreement, self.manager, "manager")
