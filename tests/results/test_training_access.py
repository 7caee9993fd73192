from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..common import PerformanceCase
from .training_common import NEED, TrainingStory

COST = "hr.performance.training.cost"


@tagged("post_install", "-at_install")
class TestTrainingAccess(TrainingStory, PerformanceCase):
    """G1, R4: who reads and writes needs, and what they cost."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.elsewhere = cls.env["res.company"].create({"name": "Elsewhere"})
        cls.foreign = cls.person(
            "foreign", "hr_performance.group_administrator", company=cls.elsewhere
        )
        cls.lead = cls.person("lead", parent_id=cls.boss.id)  # the manager of other people
        cls.person("led", parent_id=cls.lead.id, user=False)

    def seen(self, record, person):
        self.env.invalidate_all()
        mine = self.as_user(record, person)
        return mine.with_context(allowed_company_ids=person.company_id.ids)

    def refused(self, record, person, right):
        seen = self.seen(record, person)
        self.assertFalse(seen.has_access(right), person.name)
        calls = {
            "read": lambda: seen.read(["display_name"]),
            "write": lambda: seen.write({"skill_id": False}),
            "unlink": seen.unlink,
        }
        with self.assertRaises(AccessError):
            calls[right]()

    def test_who_reads(self):
        """G1: the person, the line, HR and the auditor; no other manager, payroll, company."""
        need = self.need(planned_cost=300)
        for person in (self.employee, self.manager, self.boss, self.officer, self.auditor):
            self.assertTrue(self.seen(need, person).read(), "all fields")
            self.assertEqual(self.needs(person), need)
        for person in (self.colleague, self.stranger, self.lead, self.payroll, self.foreign):
            self.refused(need, person, "read")
            self.assertFalse(self.needs(person))

    def test_who_reads_the_cost(self):
        """R4: the line, HR and the auditor read what it costs; the person does not."""
        need = self.need(planned_cost=300)
        cost = self.env[COST].search([("need_id", "=", need.id)])
        for person in (self.manager, self.boss, self.officer, self.auditor):
            self.assertEqual(self.seen(need, person).planned_cost, 300)
            self.assertTrue(self.seen(cost, person).read())
        for person in (self.employee, self.colleague, self.lead, self.payroll, self.foreign):
            self.refused(cost, person, "read")
            costs = self.seen(self.env[COST], person)
            self.assertFalse(costs.search([]))
            self.assertEqual(costs._read_group([], [], ["planned:sum"]), [(False,)])
        seen = self.seen(need, self.employee)
        self.assertEqual((seen.planned_cost, seen.sees_cost), (0, False))
        with self.assertRaises(ValueError):
            seen.search([("planned_cost", ">", 100)])

    def test_who_writes(self):
        """G1: the line until it is planned, HR after that; nobody else, and nobody for nothing."""
        need = self.need(planned_cost=300)
        self.seen(need, self.boss).priority = "1"
        for person in (self.employee, self.auditor):
            self.refused(need, person, "write")
            with self.assertRaises(AccessError):
                self.seen(need, person).planned_cost = 1
        seen = self.seen(need, self.manager)
        seen.write({"date_planned": "2024-08-01", "planned_cost": 350})
        seen.action_plan()
        self.refused(need, self.manager, "write")
        with self.assertRaises(AccessError):
            self.seen(need, self.manager).planned_cost = 1
        hr = self.seen(need, self.officer)
        hr.write({"provider": "Speakers' school", "actual_cost": 340})
        self.assertEqual((hr.planned_cost, hr.actual_cost), (350, 340))

    def test_who_decides(self):
        """G1: each step by its roles; the person and the auditor take none."""
        need = self.need()
        for person in (self.employee, self.auditor):
            with self.assertRaisesRegex(UserError, "up to"):
                self.seen(need, person).action_dismiss("No")
        for person in (self.colleague, self.lead, self.payroll, self.foreign):
            with self.assertRaises(AccessError):
                self.seen(need, person).action_dismiss("No")
        self.seen(need, self.manager).action_dismiss("She knows it already")
        with self.assertRaisesRegex(UserError, "up to"):
            self.seen(need, self.manager).action_reopen("She does not")

    def test_own_need_of_hr(self):
        """G1: an officer is nobody's HR but the others': no cost, no step on the own need."""
        need = self.need(by=self.admin, employee_id=self.officer.id, planned_cost=900)
        seen = self.seen(need, self.officer)
        self.assertEqual((seen.name, seen.planned_cost), ("Presenting to customers", 0))
        self.refused(need, self.officer, "write")
        with self.assertRaisesRegex(UserError, "up to"):
            seen.action_dismiss("No")
        with self.assertRaises(AccessError):
            self.need(by=self.officer, employee_id=self.officer.id)

    def test_forged(self):
        """R4: sources, state and results come by the process alone; nobody links what is hidden."""
        secret = self.give_action()
        forged = {
            "action_id": secret.id,
            "outcome_id": 1,
            "rating_id": 1,
            "development_action_id": 1,
            "source": "outcome",
            "state": "done",
            "result": "Learned it all",
            "basis": "Needs improvement",
        }
        for name, value in forged.items():
            for person in (self.manager, self.officer):
                with self.assertRaisesRegex(AccessError, "cannot be written directly"):
                    self.need(by=person, **{name: value})
        context = {f"default_{name}": value for name, value in forged.items()}
        need = (
            self.seen(self.env[NEED], self.manager)
            .with_context(**context)
            .create({"name": "Presenting", "employee_id": self.employee.id})
        )
        self.assertEqual((need.source, need.state, need.result), ("hand", "proposed", False))
        self.assertFalse(need.action_id or need.outcome_id or need.rating_id)
        with self.assertRaises(AccessError):
            need.write({"company_id": self.elsewhere.id})
        with self.assertRaises(AccessError):
            need.copy()

    def test_for_whom(self):
        """G1: nobody enters needs for people they do not lead, not even for themselves."""
        for person in (self.employee, self.colleague, self.lead, self.payroll, self.auditor):
            with self.assertRaises(AccessError):
                self.need(by=person)
        with self.assertRaises(AccessError):
            self.need(by=self.manager, employee_id=self.stranger.id)
        with self.assertRaises(AccessError):
            self.seen(self.env[COST], self.manager).create({"need_id": self.need().id})

    def test_dialogs(self):
        """G1: a dialog names only needs that its user may read."""
        need = self.need()
        for person in (self.stranger, self.lead):
            with self.assertRaises(AccessError):
                self.dialog("plan", need, person, name="Mine", date_planned="2024-08-01")
            with self.assertRaises(AccessError):
                self.dialog("finish", need, person, result="Mine")
        wizard = self.dialog("plan", need, self.employee, name="Mine", date_planned="2024-08-01")
        with self.assertRaises(AccessError):
            wizard.action_apply()

    def test_the_way_back(self):
        """R4: the source opens for whoever may read it; the need never opens it for others."""
        action = self.give_action()
        need = self.needs()
        opened = self.seen(need, self.employee).action_open_source()
        self.assertEqual((opened["res_model"], opened["res_id"]), (action._name, action.id))
        with self.assertRaises(AccessError):
            self.seen(need, self.stranger).action_open_source()
        with self.assertRaisesRegex(UserError, "by hand"):
            self.seen(self.need(), self.manager).action_open_source()
