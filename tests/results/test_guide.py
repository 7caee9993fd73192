from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..common import PerformanceCase


@tagged("post_install", "-at_install")
class TestGuide(PerformanceCase):
    """I2, I3: versioned guides, and managers who know them."""

    def setUp(self):
        super().setUp()
        self.guide = self.env.ref("hr_performance.guide_standards")
        self.first = self.env.ref("hr_performance.guide_standards_1")
        self.versions = self.env.ref("hr_performance.guide_goals_1") + self.first

    def new_version(self, person=None):
        guide = self.as_user(self.guide, person or self.officer)
        version = guide.env[self.first._name].browse(guide.action_new_version()["res_id"])
        version.change = "Facts for every judgement far from the middle"
        return version

    def test_shipped_guides_are_in_force(self):
        self.assertEqual(set(self.versions.mapped("state")), {"published"})
        self.assertEqual(self.first.number, 1)
        for lang in ("en_US", "zh_CN"):
            self.assertTrue(self.first.with_context(lang=lang).body)

    def test_cycle_knows_its_versions(self):
        """I2: a new version is used from the next cycle on; the running one keeps its own."""
        cycle = self.create_cycle()
        self.assertFalse(cycle.guide_version_ids)
        self.launch(cycle, self.employee)
        self.assertEqual(cycle.guide_version_ids, self.versions)
        second = self.new_version()
        second.action_publish()
        self.assertEqual((second.number, second.state), (2, "published"))
        self.assertEqual(self.first.state, "superseded")
        self.assertEqual(cycle.guide_version_ids, self.versions)
        later = self.create_cycle(
            name="Q4", code="Q4", date_start="2024-10-01", date_end="2024-12-31",
            payout_from="2025-01-01", payout_to="2025-03-31",
        )  # fmt: skip
        self.launch(later, self.employee)
        self.assertIn(second, later.guide_version_ids)
        self.assertNotIn(self.first, later.guide_version_ids)
        with self.assertRaises(AccessError):
            self.as_user(cycle, self.admin).write({"guide_version_ids": [(5,)]})

    def test_in_force_stays_as_it_is(self):
        """G4: neither the text nor its translation changes, for no role, by no channel."""
        for person in (self.officer, self.admin):
            version = self.as_user(self.first, person)
            for change in (
                lambda version=version: version.write({"body": "<p>Otherwise</p>"}),
                lambda version=version: version.update_field_translations(
                    "body", {"zh_CN": {"Facts first": "随意"}}
                ),
                lambda version=version: version.unlink(),
            ):
                with self.assertRaisesRegex(UserError, "stays as it is"):
                    change()
            with self.assertRaises(AccessError):
                version.write({"state": "draft"})
        with self.assertRaises(AccessError):
            self.as_user(self.first, self.manager).write({"body": "<p>Otherwise</p>"})

    def test_draft_is_for_hr(self):
        draft = self.new_version()
        self.assertEqual(self.new_version(), draft, "one draft at a time")
        for person in (self.employee, self.manager, self.payroll):
            with self.assertRaises(AccessError):
                self.as_user(draft, person).read(["body"])
        self.assertTrue(self.as_user(draft, self.auditor).read(["body"]))
        with self.assertRaisesRegex(UserError, "no text"):
            draft.body = False
            draft.action_publish()

    def acknowledge(self, person, versions=None):
        self.as_user(versions or self.versions, person).action_acknowledge()

    def test_block(self):
        """I3: where the company asks for it, nobody evaluates without knowing the guides."""
        self.company.performance_guide_block = True
        cycle = self.create_cycle()
        evaluation = self.launch(cycle, self.employee)
        self.add_goal(evaluation)
        self.agree(evaluation)
        with self.at("2024-10-08"):
            self.start_evaluation(cycle)
            self.give_review(evaluation, "self", self.employee)
            with self.assertRaisesRegex(UserError, "read and acknowledge.*Handbook"):
                self.give_review(evaluation, "manager", self.manager)
            self.acknowledge(self.manager)
            self.acknowledge(self.manager)
            self.give_review(evaluation, "manager", self.manager)
        self.assertTrue(evaluation.manager_submitted)

    def test_block_takes_the_newer_version(self):
        """I3: who knows the version that came later need not read the old one."""
        self.company.performance_guide_block = True
        cycle = self.create_cycle()
        evaluation = self.launch(cycle, self.employee)
        self.add_goal(evaluation)
        self.agree(evaluation)
        second = self.new_version()
        second.action_publish()
        goals = self.env.ref("hr_performance.guide_goals_1")
        self.acknowledge(self.manager, second.with_env(self.env) + goals)
        with self.assertRaisesRegex(UserError, "version in force"):
            self.acknowledge(self.manager, self.first)
        with self.at("2024-10-08"):
            self.start_evaluation(cycle)
            self.give_review(evaluation, "manager", self.manager)

    def test_who_has_not(self):
        """I3: a list for HR; managers see their own line; a reminder is sent once."""
        cycle = self.create_cycle()
        self.launch(cycle, self.employee + self.stranger)
        self.acknowledge(self.manager, self.first)
        self.env.flush_all()
        duties = self.env["hr.performance.guide.duty"]
        rows = self.as_user(duties, self.officer).search([("cycle_id", "=", cycle.id)])
        known = {(one.manager_id.name, one.version_id.kind): one.is_known for one in rows}
        self.assertEqual(
            known,
            {
                ("Manager", "goals"): False,
                ("Manager", "standards"): True,
                ("Boss", "goals"): False,
                ("Boss", "standards"): False,
            },
        )
        rows.action_remind()
        rows.action_remind()
        asked = self.env["mail.activity"].search(
            [("res_model", "=", "hr.performance.guide.version")]
        )
        self.assertEqual(len(asked), 3)
        self.acknowledge(self.manager)
        left = asked.exists().filtered(lambda one: one.active)
        self.assertEqual(left.user_id, self.boss.user_id)
        self.env.flush_all()
        self.assertEqual(len(self.as_user(duties, self.manager).search([])), 2)
        self.assertFalse(self.as_user(duties, self.employee).search([]))
        with self.assertRaisesRegex(AccessError, "by HR"):
            self.as_user(rows, self.boss).action_remind()

    def test_nobody_acknowledges_for_others(self):
        rows = self.env["hr.performance.guide.acknowledgement"]
        with self.assertRaises(AccessError):
            self.as_user(rows, self.admin).create(
                {"version_id": self.first.id, "user_id": self.manager.user_id.id}
            )
        self.acknowledge(self.manager)
        self.assertFalse(self.as_user(rows, self.boss).search([]))
        self.assertEqual(len(self.as_user(rows, self.officer).search([])), 2)
        with self.assertRaises(UserError):
            rows.search([]).unlink()
