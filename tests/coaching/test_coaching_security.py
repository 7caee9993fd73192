from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .common import CoachingCase

HELD = {"problem": "Conflict with a colleague", "classification": "other"}


@tagged("post_install", "-at_install")
class TestCoachingSecurity(CoachingCase):
    """Who reads and writes a coaching record: tried as each role, on the server."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.other_company = cls.env["res.company"].create({"name": "Elsewhere"})
        cls.foreign_officer = cls.person(
            "foreign", "hr_performance.group_officer", company=cls.other_company
        )
        cls.other_manager = cls.person("other_manager", parent_id=cls.boss.id)
        cls.person("other_report", parent_id=cls.other_manager.id)

    def assertSees(self, record, person, sees=True):
        """By reading, searching and grouping alike."""
        seen = self.as_user(record, person)
        domain = [("id", "in", record.ids)]
        self.assertEqual(seen.has_access("read"), sees, f"{person.name} reads")
        self.assertEqual(bool(seen.search(domain)), sees, f"{person.name} searches")
        groups = seen.formatted_read_group(domain, ["employee_id"], ["__count"])
        self.assertEqual(bool(groups), sees, f"{person.name} groups")
        if not sees:
            with self.assertRaises(AccessError):
                seen.read(["display_name"])

    def test_held_record(self):
        """C2, G1: the person, their line, HR and the auditor read a held record; nobody else."""
        self.sign_goals(self.employee)
        talk = self.hold("2024-07-31", problem=HELD, participant_ids=[(6, 0, self.stranger.ids)])
        for record in (talk, talk.point_ids, talk.line_ids):
            readers = (self.employee, self.manager, self.boss, self.officer, self.auditor)
            for person in readers if "employee_id" in record._fields else ():
                self.assertSees(record, person)
            for person in readers:
                self.assertTrue(self.as_user(record, person).has_access("read"))
            strangers = (self.colleague, self.stranger, self.other_manager, self.payroll)
            for person in (*strangers, self.foreign_officer):
                self.assertFalse(self.as_user(record, person).search([("id", "=", record.id)]))
                with self.assertRaises(AccessError):
                    self.as_user(record, person).read(["display_name"])

    def test_planned_record_is_the_leaders(self):
        """C2: while a talk is prepared, the person it is about does not read the notes."""
        talk = self.plan_talk(wins="To be said with care", point_ids=[(0, 0, HELD)])
        self.assertSees(talk, self.employee, False)
        self.assertSees(talk.point_ids, self.employee, False)
        self.assertSees(talk, self.manager)
        points = self.as_user(talk.point_ids, self.employee)
        self.assertFalse(points.search([("coaching_id.wins", "ilike", "care")]))

    def test_hr_on_the_own_file(self):
        """G1: an HR officer reads the own talks as everybody else does, and holds none of them."""
        boss = self.as_user(self.env["hr.performance.coaching"], self.boss)
        talk = boss.create({"employee_id": self.officer.id, "leader_id": self.boss.id})
        self.assertSees(talk, self.officer, False)
        with self.assertRaises(AccessError):
            self.as_user(talk, self.officer).action_hold()
        with self.assertRaises(AccessError):
            self.as_user(talk, self.officer).wins = "Praise"
        talk.action_hold()
        self.assertSees(talk, self.officer)
        with self.assertRaises(UserError):
            self.as_user(talk, self.officer).wins = "Praise"

    def test_nobody_else_creates_or_holds(self):
        """C2: colleagues, other managers, the person and the auditor cannot record a talk."""
        talk = self.plan_talk()
        for person in (self.employee, self.colleague, self.other_manager, self.auditor):
            with self.assertRaises(UserError):
                self.as_user(talk, person).action_hold()
            with self.assertRaises(UserError):
                self.plan_talk(by=person)
            with self.assertRaises(AccessError):
                talks = self.as_user(self.env["hr.performance.coaching"], person)
                talks.create({"employee_id": self.employee.id, "leader_id": self.manager.id})
            with self.assertRaises(AccessError):
                self.as_user(talk, person).wins = "Mine"
        self.assertEqual(talk.state, "planned")
        self.assertFalse(talk.wins)

    def test_naming_oneself_leader_opens_nothing(self):
        """C2: a stranger who writes themselves in as leader is refused, not let in."""
        talk = self.plan_talk()
        with self.assertRaises(AccessError):
            self.as_user(talk, self.stranger).leader_id = self.stranger
        with self.assertRaises(ValidationError):
            self.plan_talk(by=self.stranger)

    def test_state_is_not_written(self):
        """G4: neither create nor the context sets the state or the acknowledgement."""
        talks = self.as_user(self.env["hr.performance.coaching"], self.manager)
        vals = {"employee_id": self.employee.id, "leader_id": self.manager.id}
        with self.assertRaises(AccessError):
            talks.create({**vals, "state": "acknowledged"})
        with self.assertRaises(AccessError):
            talks.create({**vals, "employee_comment": "All is well"})
        talk = talks.with_context(default_state="held", default_employee_comment="x").create(vals)
        self.assertEqual((talk.state, talk.employee_comment), ("planned", False))

    def test_former_manager_keeps_what_they_led(self):
        """G2: after a change of manager both read the old talk; the new one holds the next."""
        talk = self.hold("2024-07-31")
        planned = self.plan_talk(date="2024-08-01")
        self.employee.parent_id = self.other_manager
        self.assertSees(talk, self.manager)
        self.assertSees(talk, self.other_manager)
        with self.assertRaisesRegex(UserError, "does not lead"):
            self.as_user(planned, self.manager).action_hold()
        with self.at("2024-08-02"):
            taken = self.as_user(planned, self.other_manager)
            taken.leader_id = self.other_manager
            taken.action_hold()
        self.assertEqual(planned.state, "held")

    def test_coverage_is_for_the_line(self):
        """C1, G1: figures per manager are read by the manager, those above, HR and the auditor."""
        evaluation = self.sign_goals(self.employee)
        row = self.env["hr.performance.coaching.coverage"].search(
            [("cycle_id", "=", self.cycle.id)]
        )
        self.assertEqual(row.manager_id, self.manager)
        for person in (self.manager, self.boss, self.officer, self.auditor):
            self.assertTrue(self.as_user(row, person).has_access("read"))
            with self.assertRaises(AccessError):
                self.as_user(row, person).share = 100
        for person in (self.employee, self.other_manager, self.foreign_officer, self.payroll):
            self.assertFalse(self.as_user(row, person).has_access("read"))
        slot = evaluation.slot_ids[:1]
        self.assertTrue(self.as_user(slot, self.employee).has_access("read"))
        self.assertFalse(self.as_user(slot, self.colleague).has_access("read"))
        with self.assertRaises(AccessError):
            self.as_user(slot, self.manager).status = "on_time"
