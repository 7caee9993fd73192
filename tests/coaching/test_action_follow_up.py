from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import CoachingCase


@tagged("post_install", "-at_install")
class TestActionFollowUp(CoachingCase):
    """An action is followed to its end: nobody waits for it in vain."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        finance = cls.env["hr.department"].create({"name": "Finance", "company_id": cls.company.id})
        cls.cfo = cls.person("cfo", parent_id=cls.boss.id, department_id=finance.id)

    def raise_problem(self, **values):
        problem = {"problem": "Too slow", "classification": "resource", **values}
        return self.hold("2024-07-31", problem=problem).point_ids

    def give(self, point, owner=None, **values):
        actions = self.as_user(self.env["hr.performance.action"], self.manager)
        return actions.create(
            {
                "name": "Shorten the approval",
                "point_id": point.id,
                "owner_id": (owner or self.cfo).id,
                "due": "2024-09-20",
                **values,
            }
        )

    def asked(self, action):
        """Summaries of what the manager is asked about it."""
        mine = action.activity_ids.filtered(lambda one: one.user_id == self.manager.user_id)
        return mine.mapped("summary")

    def follow_up(self, day):
        self.env.flush_all()
        with self.at(day), self.enter_registry_test_mode():
            self.env.ref("hr_performance.cron_action").method_direct_trigger()
        self.env.invalidate_all()

    def test_is_the_problem_solved(self):
        """C3: when the owner is done, the manager is asked whether that solves the problem."""
        point = self.raise_problem()
        action = self.give(point)
        self.as_user(action, self.cfo).write({"result": "Two days instead of a week"})
        self.as_user(action, self.cfo).action_finish()
        self.assertEqual(self.asked(action), ["Done: Shorten the approval. Is the problem solved?"])
        self.assertIn("Two days", str(action.activity_ids.note))
        self.assertEqual((point.state, point.action_progress), ("open", "1 of 1"))
        self.as_user(point, self.manager).action_finish()
        self.assertFalse(action.activity_ids)

    def test_nobody_is_asked_what_they_know(self):
        """C3: who takes the step themselves, or has found another way, is asked nothing."""
        point = self.raise_problem()
        own = self.give(point)
        self.as_user(own, self.manager).action_finish()
        self.assertFalse(own.activity_ids)
        declined = self.give(point)
        self.as_user(declined, self.cfo).action_decline("The law asks for it")
        self.assertEqual(self.asked(declined), ["Declined: Shorten the approval"])
        self.give(point, name="Ask the ministry")
        self.assertFalse(declined.activity_ids)

    def test_solved_before_it_is_done(self):
        """C3: nobody is asked whether a problem is solved that is solved already."""
        point = self.raise_problem()
        action = self.give(point)
        self.as_user(point, self.manager).action_finish()
        self.as_user(action, self.cfo).action_finish()
        self.assertFalse(action.activity_ids)

    def test_manager_who_has_left(self):
        """C3, G2: then whoever leads the person today is asked."""
        action = self.give(self.raise_problem())
        self.employee.parent_id = self.boss
        self.manager.with_context(no_wizard=True).action_archive()
        self.as_user(action, self.cfo).action_finish()
        self.assertEqual(action.activity_ids.user_id, self.boss.user_id)

    def test_overdue(self):
        """C3, G3: the day after its last day the manager is told, once; a new day begins again."""
        action = self.give(self.raise_problem())
        self.follow_up("2024-09-20")
        self.assertFalse(self.asked(action))
        self.follow_up("2024-09-21")
        self.assertEqual(self.asked(action), ["Overdue: Shorten the approval (Cfo)"])
        action.activity_ids.filtered(lambda one: one.user_id == self.manager.user_id).action_done()
        self.follow_up("2024-09-22")
        self.assertFalse(self.asked(action))
        self.as_user(action, self.manager).due = "2024-09-25"
        self.follow_up("2024-09-26")
        self.assertEqual(len(self.asked(action)), 1)
        self.as_user(action, self.cfo).action_finish()
        self.assertEqual(self.asked(action), ["Done: Shorten the approval. Is the problem solved?"])

    def test_owner_leaves(self):
        """C3, G2: before it is overdue, the manager is asked for another owner."""
        action = self.give(self.raise_problem())
        self.cfo.with_context(no_wizard=True).action_archive()
        self.follow_up("2024-08-02")
        self.assertEqual(
            self.asked(action),
            ["Cfo has left, please choose another owner: Shorten the approval"],
        )
        self.as_user(action, self.manager).owner_id = self.boss
        self.assertFalse(self.asked(action))
        self.assertEqual(action.activity_ids.user_id, self.boss.user_id)

    def test_queries_do_not_grow(self):
        """G8: the night costs the same for 4 overdue actions and for 12."""
        point = self.raise_problem()
        actions = self.env["hr.performance.action"].union(*(self.give(point) for _ in range(16)))
        costs = []
        for some in (actions[:4], actions[4:]):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            some._escalate(self.env["hr.performance.action"]._fields["due"].to_date("2024-09-21"))
            self.env.flush_all()
            costs.append(self.env.cr.sql_log_count - before)
        self.assertEqual(len(set(actions.mapped("escalated_on"))), 1)
        self.assertLessEqual(costs[1], costs[0] + 2)

    def test_first_action_from_what_was_said(self):
        """C3: a problem leads to a form that is filled in; later to the list of its actions."""
        with self.at("2024-08-01"):
            point = self.raise_problem(
                classification="capability",
                solution="Learn pivot tables\nwith the course of the group",
                owner_id=self.employee.id,
                due="2024-09-20",
            )
            opened = self.as_user(point, self.manager).action_open_actions()
        self.assertEqual(opened["views"], [(False, "form")])
        actions = self.as_user(self.env["hr.performance.action"], self.manager)
        action = actions.with_context(**opened["context"]).create({})
        self.assertEqual(
            (action.name, action.kind, action.owner_id, str(action.due)),
            ("Learn pivot tables", "sharing", self.employee, "2024-09-20"),
        )
        again = self.as_user(point, self.manager).action_open_actions()
        self.assertEqual(again["views"][0][1], "list")
        seen = self.as_user(point, self.employee).action_open_actions()
        self.assertFalse(seen["context"]["create"])

    def test_stuck_is_the_process_alone(self):
        """G4: nobody marks an action as told."""
        action = self.give(self.raise_problem())
        for person in (self.manager, self.cfo, self.officer):
            with self.assertRaises(UserError):
                self.as_user(action, person).write({"escalated_on": "2024-09-01"})
