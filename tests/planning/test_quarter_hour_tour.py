import hashlib

from odoo.tests import tagged

from ..common import PerformanceHttpCase


@tagged("post_install", "-at_install")
class TestQuarterHourTour(PerformanceHttpCase):
    """What the README promises for the first quarter of an hour, step by step in the browser.

    Each tour fails when it takes more clicks and entries than it names.
    """

    def walk(self, part, person):
        self.start_tour(
            "/odoo", f"hr_performance_quarter_hour_{part}", login=person.user_id.login, timeout=90
        )
        self.env.invalidate_all()

    def test_from_nothing_to_signed_goals(self):
        """P3–P7, G1: HR launches, the manager assigns, the employee amends and signs, both sign."""
        cycles = self.env["hr.performance.cycle"].search([("company_id", "=", self.company.id)])
        self.assertFalse(cycles)
        self.walk("officer", self.officer)
        cycle = cycles.search([("company_id", "=", self.company.id)])
        self.assertEqual(cycle.state, "planning")
        self.assertLess(self.today, cycle.planning_due)
        self.walk("manager_assigns", self.manager)
        evaluation = cycle.evaluation_ids.filtered(lambda one: one.employee_id == self.employee)
        self.assertEqual(len(evaluation.goal_ids), 4)
        self.assertEqual(len(self.goals_of(cycle, self.colleague)), 4)
        self.walk("employee", self.employee)
        self.assertEqual(sorted(evaluation.goal_ids.mapped("weight")), [10, 20, 35, 35])
        self.assertIn(430, evaluation.goal_ids.mapped("target"))
        agreement = evaluation.agreement_id
        self.assertEqual((agreement.state, agreement.smart_finding_count), ("submitted", 0))
        self.walk("manager_signs", self.manager)
        self.assertEqual(agreement.state, "signed")
        self.assertEqual(set(agreement.signature_ids.mapped("role")), {"employee", "manager"})
        self.check_document(agreement)

    def goals_of(self, cycle, person):
        return cycle.evaluation_ids.filtered(lambda one: one.employee_id == person).goal_ids

    def check_document(self, agreement):
        """Frozen: both open the same PDF, and it has the digest that is kept."""
        address = self.as_user(agreement, self.employee).action_open_pdf()["url"]
        for person in (self.employee, self.manager):
            self.authenticate(person.user_id.login, person.user_id.login)
            answer = self.url_open(address)
            self.assertEqual(answer.headers["Content-Type"], "application/pdf")
            agreement.invalidate_recordset()
            self.assertEqual(hashlib.sha256(answer.content).hexdigest(), agreement.pdf_sha256)


@tagged("post_install", "-at_install")
class TestSigningOnAPhone(PerformanceHttpCase):
    """A Goal Confirmation as cards, where a table would not fit."""

    browser_size = "390x844"
    touch_enabled = True

    def test_read_and_signed(self):
        """P7: the employee reads what is to be signed on a phone, and signs it there."""
        evaluation = self.launch(self.create_cycle(), self.employee)
        self.add_goal(evaluation)
        self.as_user(evaluation.agreement_id, self.employee).action_submit()
        self.start_tour(
            "/odoo/action-hr_performance.my_agreement_action",
            "hr_performance_quarter_hour_phone",
            login=self.employee.user_id.login,
            timeout=90,
        )
        self.env.invalidate_all()
        self.assertEqual(evaluation.agreement_id.signature_ids.mapped("role"), ["employee"])
