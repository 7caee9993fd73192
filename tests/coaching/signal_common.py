from .common import CoachingCase

HALF = "2024-08-15"


class SignalCase(CoachingCase):
    """One signed goal of the employee, and what is said and measured about it."""

    def setUp(self):
        super().setUp()
        self.evaluation = self.sign_goals(self.employee)
        self.goal = self.evaluation.goal_ids
        self.digests = self.env["hr.performance.risk.digest"]

    def measured(self, value, day=HALF, by=None, goal=None):
        goal = goal or self.goal
        with self.at(day):
            return self.as_user(self.env["hr.performance.measurement"], by or self.employee).create(
                {"goal_id": goal.id, "date": day, "value": value, "source": "CRM"}
            )

    def confide(self, figure, day=HALF, by=None):
        with self.at(day):
            return self.as_user(
                self.env["hr.performance.goal.confidence"], by or self.employee
            ).create({"goal_id": self.goal.id, "confidence": figure, "note": "The market"})

    def watch(self, day=HALF):
        with self.at(day):
            self.env["hr.performance.risk"]._watch(self.cycle)

    def risk_of(self, goal=None):
        return self.env["hr.performance.risk"].search([("goal_id", "=", (goal or self.goal).id)])

    def enter(self, by=None, **values):
        return self.as_user(self.env["hr.performance.risk"], by or self.employee).create(
            {"goal_id": self.goal.id, "cause": "The key account may leave", **values}
        )
