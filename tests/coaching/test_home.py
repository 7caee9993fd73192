from odoo.exceptions import AccessError
from odoo.tests import tagged

from .signal_common import HALF, SignalCase


@tagged("-at_install", "post_install")
class TestHome(SignalCase):
    """C5: the app opens with what endangers the goals, why, and what is done about it."""

    def home(self, person, day=HALF):
        self.env.flush_all()
        self.env.invalidate_all()
        with self.at(day):
            return self.as_user(self.env["hr.performance.home"], person).get_home()

    def test_manager_is_told_without_looking(self):
        """C5: how many goals of the team are at risk, which, whose, why, and the next step."""
        other = self.sign_goals(self.colleague).goal_ids
        self.measured(20)
        self.measured(90, by=self.colleague, goal=other)
        team = self.home(self.manager)["team"]
        self.assertEqual((team["count"], team["unplanned"]), (1, 1))
        self.assertEqual((team["figures"]["at_risk"], team["figures"]["on_track"]), (1, 1))
        row = team["goals"][0]
        self.assertEqual((row["id"], row["who"]), (self.goal.id, self.employee.name))
        self.assertEqual(row["reasons"], ["20 % achieved, 50 % of the time used"])
        self.assertEqual((row["risk"]["id"], row["risk"]["state"]), (self.risk_of().id, "open"))
        self.assertTrue(row["can_measure"] and row["can_revise"])

    def test_plan_is_shown(self):
        """C5: a goal with a plan stays in sight, with plan, owner and date."""
        self.measured(20)
        risk = self.as_user(self.risk_of(), self.manager)
        risk.write({"plan": "Visit the account", "owner_id": self.colleague, "due": "2024-09-01"})
        risk.action_handle()
        team = self.home(self.manager)["team"]
        self.assertEqual((team["count"], team["unplanned"]), (1, 0))
        shown = team["goals"][0]["risk"]
        self.assertEqual(
            (shown["plan"], shown["owner"], shown["due"]),
            ("Visit the account", self.colleague.name, "2024-09-01"),
        )

    def test_risk_by_hand(self):
        """C5: a risk that somebody sees is shown with its cause, whatever the figures say; an
        accepted one is not."""
        self.measured(90)
        risk = self.enter()
        team = self.home(self.manager)["team"]
        self.assertEqual((team["count"], team["figures"]["at_risk"]), (1, 0))
        self.assertIn("The key account may leave", team["goals"][0]["reasons"])
        self.as_user(risk, self.manager).action_accept("It leaves anyway")
        self.assertEqual(self.home(self.manager)["team"]["count"], 0)

    def test_filter_finds_what_is_counted(self):
        """C5: the list behind the number holds exactly these goals."""
        goals = self.env["hr.performance.goal"]
        quiet = self.sign_goals(self.colleague).goal_ids
        self.measured(20)
        self.measured(90, by=self.colleague, goal=quiet)
        scope = self.home(self.manager)["team"]["domain"]
        asker = self.as_user(goals, self.manager)
        found = asker.search([*scope, ("is_endangered", "=", True)])
        self.assertEqual(found, self.goal)
        self.assertEqual(asker.search(scope), self.goal | quiet)
        self.assertTrue(self.goal.is_endangered)
        self.assertFalse(quiet.is_endangered)
        rest = self.as_user(goals, self.manager).search([("is_endangered", "=", False)])
        self.assertIn(quiet, rest)
        self.assertNotIn(self.goal, rest)

    def test_each_role_sees_its_part(self):
        """G1: the employee the own goals, the boss the line below, HR the company, a stranger and
        payroll nothing of it."""
        self.measured(20)
        mine = self.home(self.employee)
        self.assertEqual([one["id"] for one in mine["mine"]["goals"]], self.goal.ids)
        self.assertNotIn("team", mine)
        self.assertNotIn("company", mine)
        self.assertEqual(self.home(self.boss)["team"]["count"], 1)
        for person in (self.officer, self.auditor):
            self.assertEqual(self.home(person)["company"]["count"], 1, person.name)
        for person in (self.stranger, self.payroll):
            seen = self.home(person)
            self.assertFalse(seen["mine"]["goals"])
            self.assertNotIn("company", seen)
            self.assertFalse(seen.get("team", {}).get("goals"))

    def test_nothing_of_a_person_without_access(self):
        """G1: a user from outside is refused."""
        portal = self.env["res.users"].create(
            {
                "name": "Portal",
                "login": "portal_home",
                "group_ids": [(6, 0, self.env.ref("base.group_portal").ids)],
            }
        )
        with self.assertRaises(AccessError):
            self.env["hr.performance.home"].with_user(portal).get_home()

    def test_todos(self):
        """G3: what is to do in the app, the oldest first; nothing of other apps."""
        self.measured(10)
        self.watch()
        self.manager.user_id.partner_id.activity_schedule(
            "mail.mail_activity_data_todo", user_id=self.manager.user_id.id
        )
        todos = self.home(self.manager)["todos"]
        self.assertEqual(
            [one["name"] for one in todos["rows"]].count("1 goal at risk without a plan"), 1
        )
        self.assertEqual({one["model"].split(".")[1] for one in todos["rows"]}, {"performance"})
        self.assertEqual(todos["count"], len(todos["rows"]))

    def test_talks(self):
        """C1: the manager reads how many expected talks are missing."""
        with self.at("2024-09-20"):
            self.evaluation._refresh_talks()
        slots = self.env["hr.performance.coaching.slot"].search(
            [("evaluation_id", "=", self.evaluation.id), ("status", "=", "missing")]
        )
        self.assertTrue(slots)
        talks = self.home(self.manager, "2024-09-20")["team"]["talks"]
        self.assertEqual(talks["missing"], len(slots))

    def test_number_of_queries(self):
        """G8: the overview costs the same number of queries for many goals as for few."""
        people = [self.person(f"home{number}", parent_id=self.manager.id) for number in range(6)]
        evaluations = self.launch(self.cycle, self.env["hr.employee"].union(*people))
        self.measured(10, by=self.manager)
        for evaluation in evaluations[:2]:
            self.measured(10, by=self.manager, goal=self.add_goal(evaluation))
        few = self.count_queries()
        for evaluation in evaluations[2:]:
            self.measured(10, by=self.manager, goal=self.add_goal(evaluation))
        self.assertLessEqual(self.count_queries(), few + 2)

    def count_queries(self):
        self.home(self.manager)
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        with self.at(HALF):
            self.as_user(self.env["hr.performance.home"], self.manager).get_home()
        return self.cr.sql_log_count - before
