from odoo.tests import HttpCase, tagged

from .revision_common import RevisionCase


@tagged("post_install", "-at_install")
class TestRevisionTour(RevisionCase, HttpCase):
    """P7, P8 in the browser."""

    def test_request_approve_sign(self):
        """P7, P8, G4: the employee asks, the manager approves, both sign the new version."""
        employee, manager = self.employee.user_id.login, self.manager.user_id.login
        self.start_tour("/odoo/my-performance-goals", "goal_revision_request", login=employee)
        self.start_tour("/odoo/team-goal-revisions", "goal_revision_approve", login=manager)
        self.assertEqual(self.sales.target, 100)
        self.start_tour("/odoo/my-goal-revisions", "goal_revision_sign", login=employee)
        self.assertEqual(self.sales.target, 80)
        self.assertEqual(self.evaluation.agreement_id.version, 2)
