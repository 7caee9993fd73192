from odoo.exceptions import UserError
from odoo.tests import tagged

from ..common import PerformanceHttpCase


@tagged("post_install", "-at_install")
class TestLibraryTour(PerformanceHttpCase):
    """P4, P5, P6 in the browser: from the library to goals that are put up for signing."""

    def walk(self, path, tour, person):
        self.start_tour(
            f"/odoo/{path}", f"hr_performance_{tour}", login=person.user_id.login, timeout=90
        )
        self.env.invalidate_all()

    def test_assigned_amended_answered_submitted(self):
        """P4, P5, P6: the manager assigns, the employee amends and says why, both note, submits."""
        cycle = self.create_cycle()
        evaluation = self.launch(cycle, self.employee)
        library = "action-hr_performance.goal_template_action"
        self.walk(library, "manager_assigns_goals", self.manager)
        goal = evaluation.goal_ids
        self.assertEqual(goal.create_uid, self.manager.user_id)
        self.assertFalse(goal.why)
        self.walk("action-hr_performance.my_goal_action", "employee_amends_goal", self.employee)
        self.assertEqual((goal.target, goal.weight, goal.confidence), (430, 100, 5))
        agreement = self.as_user(evaluation.agreement_id, self.employee)
        with self.assertRaisesRegex(UserError, "The manager notes what is done about it"):
            agreement.action_submit()
        self.as_user(goal, self.manager).manager_note = "I join the next two visits"
        form = f"action-hr_performance.my_agreement_action/{agreement.id}"
        self.walk(form, "employee_submits", self.employee)
        self.assertEqual((agreement.state, agreement.smart_finding_count), ("submitted", 0))
