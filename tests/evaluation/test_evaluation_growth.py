from odoo.tests import tagged

from .appeal_common import AppealStory
from .reviewers_common import ReviewersCase

TEMPLATE = "hr_performance.template_standard"


@tagged("post_install", "-at_install")
class TestEvaluationGrowth(AppealStory, ReviewersCase):
    """G8: twice the people cost hardly more queries."""

    def people(self, number):
        return self.env["hr.employee"].concat(
            *(self.person(f"{number}_{one}", parent_id=self.manager.id) for one in range(number))
        )

    def test_who_lacks_reviewers(self):
        """E3: the search over all evaluations asks once per cycle, not once per person."""
        seen = self.as_user(self.env["hr.performance.evaluation"], self.officer)

        def search():
            found.append(seen.search([("lacks_reviewers", "=", True)]))

        found, costs = [], []
        for number in (3, 6):
            cycle = self.create_unpaid(f"G{number}")
            first, *others = self.launch(cycle, self.people(number))
            for one in (first, *others):
                self.name(one, self.peer, self.manager)
            self.name(first, self.second_peer, self.manager)
            self.as_user(self.cycle, self.admin).action_cancel("Only the new ones are counted")
            self.cycle = cycle
            costs.append(self.count_queries(search))
            self.assertEqual(found[-1], seen.concat(*others), "the first has the two it needs")
        self.assertLessEqual(costs[1], costs[0] + 1, costs)

    def test_appeals(self):
        """A3: reading the clocks, the reminder and the escalation, for 2 and for 4 appeals."""
        few, many = (self.appeal_costs(number) for number in (2, 4))
        for name, before in few.items():
            self.assertLessEqual(many[name], before + 2, f"{name}: {few} {many}")

    def appeal_costs(self, number):
        cycle = self.create_unpaid(f"A{number}", template_id=self.env.ref(TEMPLATE).id)
        people = self.people(number)
        evaluations = self.live_through(cycle, people, answer=None)
        appeals = self.env["hr.performance.appeal"]
        with self.at("2024-10-09"):
            for evaluation in evaluations:
                appeals |= self.file(evaluation, evaluation.employee_id).sudo()
        costs = {}
        read = self.as_user(appeals, self.officer)
        with self.at("2024-10-10"):
            costs["read"] = self.count_queries(lambda: read.read(["display_name", "clock"]))
        for name, day in (("remind", "2024-10-11"), ("escalate", "2024-10-20")):
            with self.at(day):
                costs[name] = self.count_queries(self.env["hr.performance.appeal"]._cron_watch)
        self.assertEqual(set(appeals.mapped("told_level")), {2})
        return costs
