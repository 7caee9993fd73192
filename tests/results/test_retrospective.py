from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..common import PerformanceCase


@tagged("post_install", "-at_install")
class TestRetrospective(PerformanceCase):
    """I1: what a cycle taught."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.before = cls.create_cycle(
            name="Q2 2024", code="2024Q2", date_start="2024-04-01", date_end="2024-06-30",
            payout_from="2024-07-01", payout_to="2024-09-30",
        )  # fmt: skip
        cls.cycle = cls.create_cycle()

    def setUp(self):
        super().setUp()
        self.launch(self.before, self.colleague)
        self.evaluations = self.live_through(
            self.cycle, self.employee + self.colleague, answer="disagree"
        )
        rating = self.evaluations[0].rating_ids
        rating.sudo()._change_grade(
            "calibration", self.env.ref("hr_performance.grade_qualified"), "As for the others"
        )
        clock = self.at("2024-11-04")
        clock.__enter__()  # pylint: disable=unnecessary-dunder-call
        self.addCleanup(clock.__exit__, None, None, None)

    def open(self, cycle=None):
        return self.as_user(self.env["hr.performance.retrospective"], self.officer).create(
            {"cycle_id": (cycle or self.cycle).id, "participant_ids": [(4, self.manager.id)]}
        )

    def figures(self, retrospective, own=True):
        rows = retrospective.figure_ids.filtered(lambda one: one.is_own == own)
        return {one.key: one.value for one in rows}

    def test_figures(self):
        """I1: gathered by the system, compared with the cycles before."""
        retrospective = self.open()
        figures = self.figures(retrospective)
        self.assertEqual(figures["people"], 2)
        self.assertEqual(figures["unserving"], 2)
        self.assertEqual((figures["moves"], figures["disagreed"], figures["lapsed"]), (1, 2, 0))
        self.assertEqual(figures["deviations"], 1)
        self.assertEqual(self.figures(retrospective, own=False)["people"], 1)
        people = retrospective.own_figure_ids.filtered(lambda one: one.key == "people")
        self.assertEqual(people.before, "2024Q2: 1")

    def test_figures_in_constant_queries(self):
        """G8: gathering costs the same for more people."""
        retrospective = self.open().sudo()
        self.count_queries(retrospective._gather)
        count = self.count_queries(retrospective._gather)
        more = [self.person(f"extra{number}", parent_id=self.manager.id) for number in range(4)]
        for one in more:
            self.env["hr.performance.evaluation"].sudo()._with_pass().create(
                {"cycle_id": self.cycle.id, "employee_id": one.id, "manager_id": self.manager.id}
            )
        # One more or less by what the cache still knows; four people more are four and more.
        self.assertLessEqual(self.count_queries(retrospective._gather), count + 1)
        self.assertEqual(self.figures(retrospective)["people"], 6)

    def test_frozen_when_held(self):
        """I1: from the day on which it was held the figures stand still."""
        retrospective = self.open()
        retrospective.action_hold()
        self.evaluations[0].sudo()._with_pass().write({"state": "cancelled"})
        retrospective.action_gather()
        self.assertEqual(self.figures(retrospective)["people"], 2)
        with self.assertRaises(AccessError):
            retrospective.write({"figure_ids": [(5,)]})
        with self.assertRaises(AccessError):
            retrospective.figure_ids.write({"value": 0})

    def test_after_the_release(self):
        with self.assertRaisesRegex(UserError, "held afterwards"):
            self.open(self.before).action_hold()

    def test_findings_and_actions(self):
        """I1: an action has an owner and a date, becomes a to-do and is followed to its end."""
        retrospective = self.open()
        retrospective.action_hold()
        with self.assertRaisesRegex(UserError, "no finding"):
            retrospective.action_close()
        retrospective.write(
            {
                "finding_ids": [
                    (
                        0,
                        0,
                        {
                            "category_id": self.env.ref("hr_performance.finding_category_goals").id,
                            "name": "Half of the goals had no baseline",
                            "guide_id": self.env.ref("hr_performance.guide_goals").id,
                        },
                    )
                ],
                "action_ids": [
                    (0, 0, {"name": "Show how", "owner_id": self.boss.id, "due": "2024-12-01"})
                ],
            }
        )
        action = retrospective.action_ids
        self.assertEqual(action.activity_ids.user_id, self.boss.user_id)
        with self.assertRaisesRegex(UserError, "Show how"):
            retrospective.action_close()
        self.as_user(action, self.boss).action_finish()
        self.assertFalse(action.activity_ids)
        retrospective.action_close()
        for change in (
            lambda: retrospective.write({"minutes": "<p>Later</p>"}),
            lambda: retrospective.finding_ids.write({"cause": "Later"}),
            lambda: retrospective.action_ids.create(
                {
                    "retrospective_id": retrospective.id, "name": "Later",
                    "owner_id": self.boss.id, "due": "2025-01-01",
                }
            ),
        ):  # fmt: skip
            with self.assertRaisesRegex(UserError, "is closed"):
                change()

    def test_new_guide_from_a_finding(self):
        """I2: a new version of a guide comes out of a retrospective and says so."""
        guide = self.env.ref("hr_performance.guide_goals")
        retrospective = self.open()
        finding = retrospective.finding_ids.create(
            {
                "retrospective_id": retrospective.id,
                "category_id": self.env.ref("hr_performance.finding_category_goals").id,
                "name": "Half of the goals had no baseline",
                "guide_id": guide.id,
            }
        )
        version = self.env["hr.performance.guide.version"].browse(
            finding.action_write_guide()["res_id"]
        )
        self.assertEqual((version.state, version.change), ("draft", finding.name))
        self.assertEqual(version.retrospective_id, retrospective)
        self.assertEqual(version.body, guide.current_version_id.body)

    def test_access(self):
        """G1: HR writes; participants read; the owner of an action finishes it; nobody else."""
        retrospective = self.open()
        retrospective.write(
            {"action_ids": [(0, 0, {"name": "A", "owner_id": self.boss.id, "due": "2024-12-01"})]}
        )
        figure, action = retrospective.figure_ids[:1], retrospective.action_ids
        for person in (self.manager, self.auditor):
            for record in (retrospective, figure, action):
                self.assertTrue(self.as_user(record, person).read())
            with self.assertRaises(AccessError):
                self.as_user(retrospective, person).write({"minutes": "<p>Mine</p>"})
        for person in (self.employee, self.boss, self.payroll, self.stranger):
            for record in (retrospective, figure):
                with self.assertRaises(AccessError):
                    self.as_user(record, person).read()
        with self.assertRaises(AccessError):
            self.as_user(action, self.employee).read()
        self.assertTrue(self.as_user(action, self.boss).read(["name", "due"]))
        with self.assertRaisesRegex(UserError, "up to"):
            self.as_user(action, self.manager).action_finish()
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        foreign = self.person("foreign", "hr_performance.group_administrator", company=elsewhere)
        for record in (retrospective, figure, action):
            with self.assertRaises(AccessError):
                self.as_user(record, foreign).with_context(allowed_company_ids=elsewhere.ids).read()
        with self.assertRaises(AccessError):
            self.as_user(self.env["hr.performance.retrospective"], self.manager).create(
                {"cycle_id": self.before.id}
            )
