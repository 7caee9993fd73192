from datetime import date

import psycopg2

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .talent_common import TalentCase
from .test_outcome import EXCELLENT, OutcomeCase


@tagged("post_install", "-at_install")
class TestTalent(TalentCase):
    """R4: into a pool, looked at again, out of it, each with a reason, and kept."""

    def test_a_life_in_the_pool(self):
        """R4: proposed, approved, looked at again, left; who comes back has a new row."""
        talent = self.as_user(self.env["hr.performance.talent"], self.officer).create(
            {
                "employee_id": self.employee.id,
                "pool_id": self.high.id,
                "entry_reason": "Leads two projects",
            }
        )
        self.assertEqual((talent.state, talent.company_id), ("proposed", self.company))
        self.assertEqual((talent.department_id, talent.proposed_by_id), (
            self.department, self.officer.user_id
        ))  # fmt: skip
        talent.action_approve()
        self.assertEqual((talent.state, talent.entry_date), ("member", date(2024, 7, 1)))
        self.assertEqual(talent.review_date, date(2025, 7, 1))
        with self.at("2025-07-02"):
            with self.assertRaisesRegex(UserError, "reason"):
                talent.action_review(" ")
            talent.action_review("Stays: led the new region")
            self.assertEqual((talent.state, talent.review_date), ("member", date(2026, 7, 2)))
        with self.at("2025-12-01"):
            with self.assertRaisesRegex(UserError, "reason"):
                talent.action_leave("")
            talent.action_leave("Became team leader")
        self.assertEqual((talent.state, talent.exit_date), ("left", date(2025, 12, 1)))
        self.assertEqual(talent.exit_reason, "Became team leader")
        again = self.member()
        self.assertNotEqual(again, talent)
        with self.assertRaises(AccessError):
            talent.unlink()

    def test_one_living_row(self):
        """R4: once per pool at a time; another pool is another row."""
        self.member()
        self.assertEqual(self.member(pool=self.successors).state, "member")
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(psycopg2.errors.UniqueViolation),
            self.cr.savepoint(),
        ):
            self.member()

    def test_dismissed_with_a_reason(self):
        """R4: a proposal that HR does not follow is kept with why."""
        self.propose(self.manager, self.employee)
        talent = self.env["hr.performance.talent"].search([])
        with self.assertRaisesRegex(UserError, "reason"):
            self.as_user(talent, self.officer).action_dismiss("")
        self.as_user(talent, self.officer).action_dismiss("Only half a year here")
        self.assertEqual((talent.state, talent.dismiss_reason), (
            "dismissed", "Only half a year here"
        ))  # fmt: skip

    def propose(self, person, *people, pool=None, reason="Carries the key account"):
        cycle = (
            self.env["hr.performance.cycle"].search([("company_id", "=", self.company.id)], limit=1)
            or self.create_cycle()
        )
        known = {one.employee_id: one for one in cycle.evaluation_ids}
        missing = [one for one in people if one not in known]
        if missing:
            self.launch(cycle, self.env["hr.employee"].concat(*missing))
        ids = cycle.evaluation_ids.filtered(lambda one: one.employee_id in people).ids
        potentials = self.as_user(self.env["hr.performance.potential"], person)
        return potentials.propose(ids, (pool or self.high).id, reason)

    def test_a_manager_proposes_hr_decides(self):
        """R4: the proposal is a to-do for the owner of the pool; the manager does not read on."""
        self.high.owner_id = self.officer.user_id
        self.propose(self.manager, self.employee)
        talent = self.env["hr.performance.talent"].search([])
        self.assertEqual((talent.state, talent.entry_reason), (
            "proposed", "Carries the key account"
        ))  # fmt: skip
        self.assertEqual(talent.proposed_by_id, self.manager.user_id)
        self.assertEqual(talent.activity_ids.user_id, self.officer.user_id)
        self.assertFalse(talent.message_partner_ids)
        self.assertFalse(self.as_user(talent, self.manager).has_access("read"))
        with self.assertRaises(AccessError):
            self.as_user(talent, self.manager).action_approve()
        self.as_user(talent, self.officer).action_approve()
        self.assertFalse(talent.activity_ids)

    def test_a_proposal_tells_nothing(self):
        """R4: a manager cannot find out by proposing who is in the pool already."""
        talent = self.member()
        self.assertTrue(self.propose(self.manager, self.employee))
        self.assertEqual(self.env["hr.performance.talent"].search([]), talent)
        self.assertIn("Carries the key account", "".join(talent.message_ids.mapped("body")))
        with self.assertRaisesRegex(UserError, "already"):
            self.propose(self.officer, self.employee)

    def test_who_proposes_whom(self):
        """R4: the line above and HR, with a reason; nobody themselves, no other manager."""
        self.propose(self.officer, self.colleague)
        with self.assertRaisesRegex(UserError, "reason"):
            self.propose(self.manager, self.employee, reason=" ")
        for person in (self.employee, self.colleague, self.other_manager, self.auditor,
                       self.payroll, self.foreign):  # fmt: skip
            with self.assertRaises(UserError):  # which an AccessError is, too
                self.propose(person, self.employee)
        hidden = self.env["hr.performance.talent.pool"].create(
            {"name": "Theirs", "company_id": self.foreign.company_id.id}
        )
        with self.assertRaisesRegex(UserError, "pool of the company"):
            self.propose(self.manager, self.employee, pool=hidden)

    def test_owner_is_in_hr(self):
        """R4: the owner reads the members, so it is an HR officer; never told about themselves."""
        with self.assertRaisesRegex(ValidationError, "HR officer"):
            self.high.owner_id = self.manager.user_id
        self.high.owner_id = self.officer.user_id
        self.propose(self.admin, self.officer)
        own = self.env["hr.performance.talent"].search([("employee_id", "=", self.officer.id)])
        self.assertEqual(own.activity_ids.user_id, self.admin.user_id)
        self.assertFalse(self.as_user(own, self.officer).has_access("read"))

    def test_looked_at_in_time(self):
        """R4, G3: a to-do for the owner two weeks before the date, once for each date."""
        self.high.owner_id = self.officer.user_id
        talent = self.member()
        for day, count in (("2025-06-16", 0), ("2025-06-18", 1), ("2025-06-19", 1)):
            with self.at(day):
                self.env["hr.performance.talent"]._cron_review()
            self.assertEqual(len(talent.activity_ids), count, day)
        self.assertEqual(talent.activity_ids.user_id, self.officer.user_id)
        self.assertEqual(talent.activity_ids.date_deadline, date(2025, 7, 1))
        with self.at("2025-07-01"):
            self.as_user(talent, self.officer).action_review("Stays")
        self.assertFalse(talent.activity_ids)

    def test_who_has_left_the_company(self):
        """R4: a proposal for somebody who left is not approved; the row stays."""
        self.propose(self.manager, self.employee)
        talent = self.env["hr.performance.talent"].search([])
        self.employee.with_context(no_wizard=True).action_archive()
        with self.assertRaisesRegex(UserError, "left the company"):
            self.as_user(talent, self.officer).action_approve()


@tagged("post_install", "-at_install")
class TestTalentOutcome(OutcomeCase):
    """R3, R4: an approved outcome opens the membership by itself."""

    def test_approval_opens_the_membership(self):
        """R3, R4: one membership for two quarters, which names the first of them."""
        self.live({"2024Q1": EXCELLENT, "2024Q2": EXCELLENT})
        outcomes = self.env["hr.performance.outcome"].search(
            [("kind", "=", "talent")], order="cycle_id"
        )
        first, second = outcomes.sorted(lambda one: one.cycle_id.code)
        self.as_user(first, self.officer).action_approve()
        talent = self.env["hr.performance.talent"].search([])
        self.assertEqual((talent.state, talent.source_outcome_id), ("member", first))
        self.assertEqual(talent.pool_id, self.env.ref("hr_performance.talent_pool_potential"))
        self.assertIn("2024Q1 Excellent", talent.entry_reason)
        self.assertEqual(talent.decided_by_id, self.officer.user_id)
        self.as_user(second, self.officer).action_approve()
        self.assertEqual(self.env["hr.performance.talent"].search([]), talent)
        self.assertIn("2024Q2", "".join(talent.message_ids.mapped("body")))

    def test_pool_of_the_rule(self):
        """R3: the rule says into which pool; a living proposal becomes the membership."""
        pool = self.env.ref("hr_performance.talent_pool_successors")
        self.env.ref("hr_performance.outcome_rule_talent").talent_pool_id = pool
        self.live({"2024Q1": EXCELLENT})
        proposal = self.as_user(self.env["hr.performance.talent"], self.officer).create(
            {"employee_id": self.employee.id, "pool_id": pool.id, "entry_reason": "Deputy"}
        )
        outcome = self.env["hr.performance.outcome"].search([("kind", "=", "talent")])
        self.as_user(outcome, self.officer).action_approve()
        self.assertEqual((proposal.state, proposal.source_outcome_id), ("member", outcome))

    def test_the_rule_tells_nobody(self):
        """R4: no rule for the talent pool can be shown to the employee."""
        with self.assertRaisesRegex(ValidationError, "talent pool"):
            self.env.ref("hr_performance.outcome_rule_talent").visible_to_employee = True
