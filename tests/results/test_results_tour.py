from odoo import fields
from odoo.tests import tagged

from ..common import PerformanceHttpCase
from .pip_common import PipStory

EXCELLENT = {"actual": 130, "points": {"quality": 110, "teamwork": 110, "innovation": 110}}


class ResultsTour(PipStory, PerformanceHttpCase):
    def walk(self, path, tour, person):
        """Walk one tour as ``person``, and see what it changed."""
        self.env.flush_all()
        self.start_tour(f"/odoo/{path}", tour, login=person.user_id.login, timeout=120)
        self.env.invalidate_all()

    def open(self, action, record):
        return f"action-hr_performance.{action}/{record.id}"


@tagged("post_install", "-at_install")
class TestOutcomeTour(ResultsTour):
    """R3, R7 in the browser."""

    def test_outcomes(self):
        """R3: proposals grouped by what they lead to; HR approves one, dismisses one."""
        cycle = self.create_cycle()
        self.live_through(cycle, self.employee + self.colleague, **EXCELLENT)
        self.publish(cycle)
        outcomes = self.env["hr.performance.outcome"].search([("cycle_id", "=", cycle.id)])
        of = {one.employee_id: one for one in outcomes}
        self.assertEqual(set(of), {self.employee, self.colleague})
        self.walk("performance-outcomes", "outcome_approve", self.officer)
        self.assertEqual(of[self.employee].state, "done")
        self.assertEqual(of[self.employee].done_note, "Mentor named")
        self.walk("performance-outcomes", "outcome_dismiss", self.officer)
        self.assertEqual(of[self.colleague].dismiss_reason, "Leaves the company")
        self.company.performance_talent_visible = True  # or the line reads nothing of the pool
        self.walk("team-performance-outcomes", "outcome_team", self.manager)

    def test_history(self):
        """R7: the picture for HR on the employee, for the manager and for the employee."""
        cycle = self.create_cycle()
        self.live_through(cycle, self.employee)
        self.publish(cycle)
        self.walk(f"employees/{self.employee.id}", "history_employee_form", self.officer)
        public = f"action-hr.hr_employee_public_action/{self.employee.id}"
        self.walk(public, "history_employee_form", self.manager)
        self.walk("my-performance-history", "history_mine", self.employee)


@tagged("post_install", "-at_install")
class TestPipTour(ResultsTour):
    """R5 in the browser: each step by the one who takes it."""

    def test_plan(self):
        """R5: drafted from unmet standards, approved, acknowledged, followed up, finished."""
        evaluation = self.weak_quarter(points={})
        self.walk(self.open("team_evaluation_action", evaluation), "pip_draft", self.manager)
        pip = evaluation.with_user(self.officer.user_id).pip_id.sudo()
        self.assertEqual(pip.state, "submitted")
        self.assertEqual(set(pip.task_ids.mapped("kind")), {"action", "support"})
        self.walk("performance-plans", "pip_approve", self.officer)
        self.assertEqual((pip.state, pip.approved_by_id), ("hr_approved", self.officer.user_id))
        self.walk("my-performance-plan", "pip_acknowledge", self.employee)
        self.assertEqual((pip.state, pip.employee_comment), ("active", "I have read it"))
        self.walk("performance-checkins", "pip_check_in", self.manager)
        first = pip.checkin_ids[0]
        self.assertEqual((first.state, first.line_ids.value), ("held", 10))
        self.walk("performance-plans", "pip_close", self.manager)
        self.assertEqual((pip.state, pip.conclusion), ("succeeded", "Ten hours since three weeks"))


@tagged("post_install", "-at_install")
class TestDevelopmentTour(ResultsTour):
    """R6 in the browser."""

    def test_plan(self):
        """R6, A4: begun from the released result, agreed by both, an action is done."""
        evaluation = self.live_through(self.create_cycle(), self.employee)
        path = self.open("my_evaluation_action", evaluation)
        self.walk(path, "development_begin", self.employee)
        plan = self.env["hr.performance.development.plan"].search(
            [("employee_id", "=", self.employee.id)]
        )
        self.assertTrue(plan.employee_agreed_at)
        self.walk("performance-development", "development_agree", self.manager)
        self.assertEqual(plan.state, "agreed")
        self.walk("my-development", "development_done", self.employee)
        self.assertEqual(plan.action_ids.done_on, fields.Date.today())


@tagged("post_install", "-at_install")
class TestPipPhone(ResultsTour):
    """R5 on a phone, where the employee reads the plan."""

    browser_size = "375x667"
    touch_enabled = True

    def test_acknowledge(self):
        """R5: goals are readable as cards, and the plan can be acknowledged."""
        pip = self.approved(self.weak_quarter())
        self.walk("my-performance-plan", "pip_acknowledge", self.employee)
        self.assertEqual(pip.state, "active")
