from odoo.tests import tagged

from .pip_common import LOW, PipStory
from .test_outcome import OutcomeCase


@tagged("post_install", "-at_install")
class TestResultsGrowth(PipStory, OutcomeCase):
    """G8: twice the people cost hardly more queries."""

    def outcomes(self, code, number):
        """Proposed improvement plans of so many people after a weak quarter."""
        people = self.env["hr.employee"].concat(
            *(self.person(f"{code}{one}", parent_id=self.manager.id) for one in range(number))
        )
        weak = {"actual": 40, "points": LOW}
        results = self.live_quarter(code, dict.fromkeys(people, weak))
        found = self.env["hr.performance.outcome"].search(
            [("cycle_id", "in", results.cycle_id.ids), ("kind", "=", "pip")]
        )
        self.assertEqual(len(found), number)
        return found

    def test_plans(self):
        """R3, R5: approving plans, starting them, their check-ins, and missed ones."""
        few, many = self.costs("2024Q1", 2), self.costs("2024Q2", 4)
        for name, before in few.items():
            self.assertLessEqual(many[name], before * 1.3 + 4, f"{name}: {few} {many}")

    def costs(self, code, number):
        outcomes = self.as_user(self.outcomes(code, number), self.officer)
        if waiting := outcomes.filtered("needs_manager"):
            self.as_user(waiting, self.manager).action_agree()
        with self.at("2024-10-21"):
            costs = {"approve": self.count_queries(outcomes.action_approve)}
            pips = self.env["hr.performance.pip"].search(
                [("evaluation_id", "in", outcomes.evaluation_id.ids)]
            )
            self.assertEqual(len(pips), number)
            for pip in pips:
                self.complete(self.as_user(pip, self.manager))
            self.as_user(pips, self.manager).action_submit()
            run = self.as_user(pips, self.officer)
            run.action_approve()
            costs["start"] = self.count_queries(lambda: run.action_start("Refused to read it"))
        self.assertEqual(len(pips.checkin_ids.activity_ids), number, "one to-do per plan")
        checkins = self.env["hr.performance.pip.checkin"]
        with self.at("2024-10-29"):
            costs["missed"] = self.count_queries(checkins._cron_follow_up)
            costs["again"] = self.count_queries(checkins._cron_follow_up)
        self.assertEqual(len(pips.checkin_ids.filtered("escalated")), number)
        # The next ones are counted on their own.
        run.action_cancel("Counted")
        return costs
