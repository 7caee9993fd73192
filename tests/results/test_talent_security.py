from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..evaluation.channels import ChannelsCase
from .talent_common import TalentCase

SECRET = ("display_name", "employee_id", "pool_id", "state", "entry_reason")


@tagged("post_install", "-at_install")
class TestTalentSecurity(ChannelsCase, TalentCase):
    """R4, G1: who is in a pool, and who is judged how: not for the person, not for colleagues."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env.ref("base.group_user").implied_ids |= cls.env.ref("base.group_allow_export")

    def setUp(self):
        super().setUp()
        self.high.owner_id = self.officer.user_id
        self.talent = self.member()
        self.cycle = self.create_cycle()
        self.evaluations = self.rated(self.cycle, {self.employee: "EX", self.colleague: "GO"})
        self.evaluation = self.evaluations[self.employee]
        self.move(self.manager, [self.evaluation], "high")
        self.potential = self.env["hr.performance.potential"].search([])

    def outsiders(self):
        return (
            self.employee, self.colleague, self.stranger, self.other_manager, self.payroll,
            self.foreign,
        )  # fmt: skip

    def test_the_membership_by_every_channel(self):
        """R4: not by RPC, export, search, grouping; managers neither, as the company is set."""
        for person in (*self.outsiders(), self.manager, self.boss):
            self.assertHidden(self.talent, person, SECRET)
        for person in (self.officer, self.admin, self.auditor):
            self.assertVisible(self.talent, person, SECRET)

    def test_managers_where_the_company_says_so(self):
        """R4: the line above reads, with the setting, and changes nothing."""
        self.company.performance_talent_visible = True
        for person in self.outsiders():
            self.assertHidden(self.talent, person, SECRET)
        for person in (self.manager, self.boss):
            self.assertVisible(self.talent, person, SECRET)
            self.assertTrue(self.as_user(self.high, person).read(["name", "member_count"]))
            with self.assertRaises(AccessError):
                self.as_user(self.talent, person).write({"entry_reason": "None"})
            with self.assertRaises(UserError):
                self.as_user(self.talent, person).action_leave("No")
        with self.assertRaises(AccessError):
            self.as_user(self.high, self.employee).read(["name"])

    def test_only_hr_decides(self):
        """R4: who may read a proposal, in the line, neither approves nor dismisses it."""
        self.company.performance_talent_visible = True
        proposal = self.as_user(self.env["hr.performance.talent"], self.officer).create(
            {
                "employee_id": self.colleague.id,
                "pool_id": self.high.id,
                "entry_reason": "Learns fast",
            }
        )
        for person in (self.manager, self.boss):
            seen = self.as_user(proposal, person)
            self.assertFalse(seen.allowed_transitions)
            for call in (seen.action_approve, lambda seen=seen: seen.action_dismiss("No")):
                with self.assertRaisesRegex(UserError, "up to"):
                    call()
        self.assertEqual(proposal.state, "proposed")

    def test_no_way_around(self):
        """R4: messages, activities, followers, outcomes and the employee lead nowhere."""
        self.talent._ask_hr()
        self.talent._message_log(body="Stays in")
        message = self.talent.message_ids[:1]
        activity = self.talent.activity_ids
        self.assertTrue(message and activity)
        for person in (self.employee, self.colleague, self.manager, self.payroll):
            self.assertHidden(activity, person)
            with self.assertRaises(AccessError):
                self.as_user(message, person).read(["body"])
            for model in ("hr.employee", "hr.employee.public", "hr.performance.evaluation"):
                names = self.as_user(self.env[model], person).fields_get()
                self.assertFalse([one for one in names if "talent" in one or "potential" in one])
        with self.assertRaises(UserError):
            self.as_user(self.talent, self.officer).message_post(
                partner_ids=self.employee.user_id.partner_id.ids
            )
        self.talent.message_subscribe(self.employee.user_id.partner_id.ids)
        self.as_user(self.talent, self.officer).message_post(subtype_xmlid="mail.mt_comment")
        told = self.env["mail.notification"].search(
            [("res_partner_id", "=", self.employee.user_id.partner_id.id)]
        )
        self.assertFalse(told)

    def test_nothing_is_forged(self):
        """R4, G4: states, dates and whose row it is change by the steps alone."""
        talents = self.env["hr.performance.talent"]
        vals = {
            "employee_id": self.colleague.id,
            "pool_id": self.high.id,
            "entry_reason": "Because",
        }
        for person in (self.officer, self.admin):
            seen = self.as_user(self.talent, person)
            for forged in (
                {"state": "left"},
                {"entry_date": "2020-01-01"},
                {"exit_reason": "None"},
                {"decided_by_id": person.user_id.id},
                {"employee_id": self.colleague.id},
                {"pool_id": self.successors.id},
                {"entry_reason": "Another"},
                {"company_id": self.foreign.company_id.id},
            ):
                with self.assertRaises(AccessError):
                    seen.write(forged)
            with self.assertRaises(AccessError):
                self.as_user(talents, person).create({**vals, "state": "member"})
            defaults = {"default_state": "member", "default_entry_date": "2020-01-01"}
            made = self.as_user(talents, person).with_context(**defaults).create(vals)
            self.assertEqual((made.state, made.entry_date), ("proposed", False))
            with self.assertRaises(AccessError):
                self.as_user(talents, person).create({**vals, "employee_id": person.id})
            made.action_dismiss("Only a test")
        for person in (*self.outsiders(), self.manager, self.auditor):
            with self.assertRaises(AccessError):
                self.as_user(talents, person).create(vals)

    def test_the_potential_by_every_channel(self):
        """R4: the line above, HR and the auditor read it; the person and colleagues never."""
        line = self.potential.line_ids[:1]
        names = ("display_name", "level", "decided", "reason")
        for person in self.outsiders():
            self.assertHidden(self.potential, person, names)
            self.assertHidden(line, person, ("level", "note"))
            self.assertNoPath(
                person, "hr.performance.potential.line", "potential_id.level", "=", "high"
            )
        for person in (self.manager, self.boss, self.officer, self.admin, self.auditor):
            self.assertVisible(self.potential, person, names)
            self.assertVisible(line, person, ("level", "note"))

    def test_judgements_are_not_forged(self):
        """R4: HR writes HR's side, the line its own; nobody another's, nor the computed level."""
        line = self.potential.line_ids[:1]
        self.as_user(line, self.manager).write({"level": "medium", "note": "New product"})
        for person in (self.officer, self.auditor):
            with self.assertRaises(AccessError):
                self.as_user(self.potential, person).write({"decided": "low", "reason": "No"})
            with self.assertRaises(AccessError):
                self.as_user(line, person).write({"level": "low"})
        mine = self.as_user(self.potential, self.manager)
        for forged in ({"level": "low"}, {"proposed": "low"}, {"side": "hr"},
                       {"evaluation_id": self.evaluations[self.colleague].id}):  # fmt: skip
            with self.assertRaises(AccessError):
                mine.write(forged)
        with self.assertRaises(AccessError):
            mine.unlink()
        potentials = self.env["hr.performance.potential"]
        for person, side in (
            (self.manager, "hr"), (self.officer, "manager"), (self.other_manager, "manager"),
            (self.colleague, "manager"), (self.auditor, "manager"), (self.payroll, "manager"),
        ):  # fmt: skip
            with self.assertRaises(AccessError):
                self.as_user(potentials, person).create(
                    {"evaluation_id": self.evaluations[self.colleague].id, "side": side}
                )

    def test_a_line_stays_with_its_judgement(self):
        self.move(self.officer, [self.evaluation], "low", "Seen elsewhere")
        theirs = self.env["hr.performance.potential"].search([("side", "=", "hr")])
        line = self.as_user(self.potential.line_ids[:1], self.manager)
        with self.assertRaises(AccessError):
            line.write({"potential_id": theirs.id})

    def test_set_up(self):
        """G1: administrators keep pools and criteria; officers read pools, users criteria."""
        criterion = self.env.ref("hr_performance.potential_criterion_learning")
        for record in (self.high, criterion):
            self.as_user(record, self.admin).write({"sequence": 15})
            for person in (self.employee, self.manager, self.officer, self.auditor):
                with self.assertRaises(AccessError):
                    self.as_user(record, person).write({"sequence": 1})
        for person in (self.officer, self.auditor):
            self.assertTrue(self.as_user(self.high, person).read(["name"]))
        for person in (self.employee, self.manager, self.payroll):
            with self.assertRaises(AccessError):
                self.as_user(self.high, person).read(["name"])

    def test_menus(self):
        """G1: HR finds the pool, managers the 9-box, and the pool where it is shown to them."""

        def menus(person):
            found = self.as_user(self.env["ir.ui.menu"], person).load_menus(False).values()
            return {menu.get("xmlid") for menu in found}

        name = "hr_performance.menu_{}".format
        self.assertLessEqual({name("talents"), name("ninebox"), name("promotions")},
                             menus(self.officer))  # fmt: skip
        found = menus(self.manager)
        self.assertIn(name("team_ninebox"), found)
        self.assertFalse({name("team_talents"), name("talents")} & found)
        self.assertFalse({name("team_ninebox"), name("talents")} & menus(self.employee))
        self.company.performance_talent_visible = True
        self.assertIn(name("team_talents"), menus(self.manager))
