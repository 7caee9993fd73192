from odoo.tests import tagged

from ..common import PerformanceCase

TO_SIGN = "hr_performance.activity_type_goals_to_sign"


@tagged("post_install", "-at_install")
class TestAgreementTodo(PerformanceCase):
    """P7, G3: whoever is to sign goals has one to-do until they have signed."""

    def setUp(self):
        super().setUp()
        self.quarter = self.create_cycle()
        self.evaluation = self.launch(self.quarter, self.employee)
        self.agreement = self.evaluation.agreement_id
        self.quarter.planning_due = "2024-07-10"
        with self.at("2024-07-03"):
            self.add_goal(self.evaluation)
            self.as_user(self.agreement, self.employee).action_submit()

    def asked(self):
        todos = self.env["mail.activity"].search(
            [("activity_type_id", "=", self.env.ref(TO_SIGN).id)]
        )
        self.assertLessEqual(set(todos.mapped("res_id")), {self.agreement.id})
        return todos.user_id

    def test_both_sides_are_asked_until_they_have_signed(self):
        """P7: put up for signing, both have a to-do in time; each signature closes the own one."""
        both = self.employee.user_id | self.manager.user_id
        self.assertEqual(self.asked(), both)
        todo = self.as_user(self.agreement, self.employee).activity_ids.filtered(
            lambda one: one.user_id == self.employee.user_id
        )
        self.assertEqual(str(todo.date_deadline), "2024-07-10")
        self.sign(self.agreement, self.manager, "manager")
        self.assertEqual(self.asked(), self.employee.user_id)
        self.sign(self.agreement, self.employee, "employee")
        self.assertEqual(self.agreement.state, "signed")
        self.assertFalse(self.asked())

    def test_sent_back_there_is_nothing_to_sign(self):
        """P7: sent back, nobody is asked; put up again, both are."""
        self.as_user(self.agreement, self.manager).action_send_back("Please add the market")
        self.assertFalse(self.asked())
        self.as_user(self.agreement, self.employee).action_submit()
        self.assertEqual(len(self.asked()), 2)

    def test_nobody_is_asked_who_cannot_log_in(self):
        """P7, G2, G3: put up again, whoever has lost the login has no to-do."""
        self.as_user(self.agreement, self.employee).action_send_back("One word is missing")
        self.manager.user_id.active = False
        self.as_user(self.agreement, self.employee).action_submit()
        self.assertEqual(self.asked(), self.employee.user_id)

    def test_nobody_follows_by_being_asked(self):
        """G4: the to-do makes nobody a follower, who would get every later message."""
        followers = self.agreement.message_partner_ids
        self.assertNotIn(self.manager.user_id.partner_id, followers)

    def test_who_is_still_to_sign(self):
        """P7: the form and the list name whose signature is missing, for both sides."""
        for person in (self.employee, self.manager):
            agreement = self.as_user(self.agreement, person)
            self.assertEqual(agreement.awaited_names, "Employee, Manager")
        self.sign(self.agreement, self.employee, "employee")
        self.assertEqual(self.as_user(self.agreement, self.employee).awaited_names, "Manager")
        self.sign(self.agreement, self.manager, "manager")
        self.assertFalse(self.agreement.awaited_names)
