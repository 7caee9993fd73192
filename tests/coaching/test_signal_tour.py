from odoo.tests import tagged

from ..common import PerformanceHttpCase


@tagged("post_install", "-at_install")
class TestSignalTour(PerformanceHttpCase):
    """C4, C5, C6 in the browser."""

    def walk(self, path, tour, person):
        self.start_tour(path, tour, login=person.user_id.login, timeout=90)
        self.env.invalidate_all()

    def test_value_confidence_warning_plan(self):
        """C4, C5: the employee enters a value and a confidence, the manager sees the warning and
        puts a plan against it."""
        evaluation = self.launch(self.create_cycle(), self.employee)
        goal = self.add_goal(evaluation)
        self.agree(evaluation)
        self.walk("/odoo/my-performance-goals", "goal_signals_employee", self.employee)
        self.assertEqual(goal.last_value, 20)
        self.assertEqual(goal.measurement_ids.source, "CRM")
        self.assertEqual((goal.confidence, goal.warning), (3, "at_risk"))
        self.walk("/odoo/team-performance-goals", "goal_signals_manager", self.manager)
        self.assertEqual(goal.risk_ids.state, "handled")
        self.assertEqual(goal.risk_ids.plan, "Visit the key account together")
        self.assertEqual(goal.risk_ids.owner_id, self.employee)

    def test_from_a_risk_into_a_revision(self):
        """C5, P8: the risk leads straight into the request, with its goal and its cause."""
        evaluation = self.launch(self.create_cycle(), self.employee)
        goal = self.add_goal(evaluation)
        self.agree(evaluation)
        self.as_user(self.env["hr.performance.risk"], self.employee).create(
            {"goal_id": goal.id, "cause": "The key account may leave"}
        )
        self.walk("/odoo/my-risks", "risk_to_revision", self.employee)
        revision = goal.evaluation_id.revision_ids
        self.assertEqual((revision.state, revision.line_ids.goal_id), ("requested", goal))
        self.assertEqual(revision.explanation, "The key account may leave")

    def test_home(self):
        """C4, C5: the app opens with the danger and its reason; a plan, a revision and a value are
        one click away."""
        evaluation = self.launch(self.create_cycle(), self.employee)
        goal = self.add_goal(evaluation)
        self.agree(evaluation)
        self.walk("/odoo/performance", "home_employee", self.employee)
        self.assertEqual(goal.last_value, 60)
        value = goal.measurement_ids
        value.value = 20
        self.walk("/odoo/performance", "home_manager", self.manager)
        self.assertEqual(goal.risk_ids.state, "handled")

    def test_feedback(self):
        """C6: a colleague gives feedback for the person alone; the manager sees none."""
        self.walk("/odoo/my-feedback", "feedback_give", self.colleague)
        feedback = self.env["hr.performance.feedback"].search([])
        self.assertEqual((feedback.state, feedback.visibility), ("given", "person"))
        self.walk("/odoo/my-feedback", "feedback_read", self.employee)
        self.assertEqual(feedback.state, "read")
        self.walk("/odoo/team-feedback", "feedback_private", self.manager)
