from lxml import etree

from odoo.tests import tagged

from ..common import PerformanceCase

PREFIX = "hr.performance."
NAMES = {
    "filter_activities_my",
    "activities_overdue",
    "activities_today",
    "activities_upcoming_all",
}


@tagged("post_install", "-at_install")
class TestTodoSearch(PerformanceCase):
    """G3: from the clock in the bar to what is to be done."""

    def filters(self, model):
        arch = etree.fromstring(self.env[model].get_view(view_type="search")["arch"])
        return {one.get("name"): one for one in arch.iter("filter")}

    def test_every_list_knows_the_filters_of_the_clock(self):
        """G3: no list opens with everything when a to-do of today is followed."""
        models = [
            name
            for name, model in self.env.items()
            if name.startswith(PREFIX) and "activity_ids" in model._fields and model._auto
        ]
        self.assertGreater(len(models), 20)
        for name in models:
            with self.subTest(model=name):
                self.assertLessEqual(NAMES, set(self.filters(name)))

    def test_other_models_are_left_alone(self):
        """G3: what other addons search by is theirs: nothing is there twice."""
        arch = etree.fromstring(self.env["hr.employee"].get_view(view_type="search")["arch"])
        names = [one.get("name") for one in arch.iter("filter") if one.get("name") in NAMES]
        self.assertEqual(sorted(names), sorted(NAMES))

    def test_only_what_is_to_be_done(self):
        """P7, G3: of three Goal Confirmations the manager is led to the one to be signed."""
        cycle = self.create_cycle(planning_due="2024-07-03")
        evaluations = self.launch(cycle, self.employee | self.colleague)
        evaluation = evaluations[0]
        self.add_goal(evaluation)
        with self.at("2024-07-03"):
            self.as_user(evaluation.agreement_id, self.employee).action_submit()
            agreements = self.as_user(self.env["hr.performance.agreement"], self.manager)
            self.assertEqual(agreements.search_count([]), 2)
            filters = self.filters("hr.performance.agreement")
            # As the client does: the dates of the filters are words that Odoo understands.
            mine = [("activity_user_id", "=", self.manager.user_id.id)]
            today = [("my_activity_date_deadline", "=", "today")]
            self.assertIn("activity_user_id", filters["filter_activities_my"].get("domain"))
            self.assertEqual(filters["activities_today"].get("domain"), str(today))
            self.assertEqual(agreements.search(mine + today), evaluation.agreement_id)
