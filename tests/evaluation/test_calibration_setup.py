from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .calibration_common import CalibrationCase


@tagged("post_install", "-at_install")
class TestCalibrationSetup(CalibrationCase):
    """E8: sessions for a whole cycle in one step, filled by scope, and those who are told."""

    def setUp(self):
        super().setUp()
        board = self.env["hr.department"].create({"name": "Board", "company_id": self.company.id})
        # Odoo puts the members of a department below its manager.
        (self.boss + self.officer).department_id = board
        self.shop = self.env["hr.department"].create(
            {
                "name": "Shop",
                "company_id": self.company.id,
                "parent_id": self.department.id,
                "manager_id": self.stranger.id,
            }
        )
        self.department.manager_id = self.manager
        self.clerk = self.person("clerk", parent_id=self.stranger.id, department_id=self.shop.id)
        self.stranger.department_id = self.shop
        self.launch(
            self.cycle,
            self.employee
            + self.colleague
            + self.clerk
            + self.stranger
            + self.manager
            + self.officer,
        )

    def wizard(self, **values):
        wizards = self.as_user(self.env["hr.performance.calibration.wizard"], self.officer)
        wizard = wizards.create({"cycle_id": self.cycle.id, **values})
        wizard.action_preview()
        return wizard

    def people(self, line):
        return set(line.evaluation_ids.employee_id.mapped("name"))

    def test_one_session_per_department(self):
        """E8: a leader is discussed with the department above; HR never chooses for themselves."""
        wizard = self.wizard()
        by_name = {line.name: line for line in wizard.line_ids}
        shop, sales = by_name["Q3 2024 · Shop"], by_name["Q3 2024 · Sales"]
        self.assertEqual(self.people(shop), {"Clerk"})
        self.assertEqual(self.people(sales), {"Employee", "Colleague", "Stranger"})
        self.assertEqual(
            sales.participant_ids | sales.facilitator_id, self.manager | self.boss | self.officer
        )
        self.assertIn("Officer: is you", wizard.left_out)
        self.assertIn("Manager: has no department above", wizard.left_out)
        wizard.action_apply()
        sessions = self.env["hr.performance.calibration"].search([])
        self.assertEqual(len(sessions), 2)
        self.assertEqual(len(sessions.member_ids), 4)
        self.assertIn("is in the unfinished session", self.wizard().left_out)

    def test_one_session_per_line(self):
        """E8: managers of one leader compare their people; nobody is discussed before the team."""
        wizard = self.wizard(grouping="manager")
        by_name = {line.name: line for line in wizard.line_ids}
        self.assertEqual(self.people(by_name["Q3 2024 · Boss"]), {"Employee", "Colleague", "Clerk"})
        self.assertEqual(
            by_name["Q3 2024 · Boss"].participant_ids | by_name["Q3 2024 · Boss"].facilitator_id,
            self.manager | self.stranger | self.boss | self.officer,
        )
        self.assertEqual(self.people(by_name["Q3 2024 · reports of Boss"]), {"Stranger", "Manager"})
        wizard.line_ids.included = False
        with self.assertRaisesRegex(UserError, "tick at least one"):
            wizard.action_apply()

    def test_only_hr_sets_up(self):
        """E8, G1: neither the dialog nor a session is open to managers."""
        for person in (self.manager, self.employee, self.auditor):
            with self.assertRaises(AccessError):
                self.as_user(self.env["hr.performance.calibration.wizard"], person).create(
                    {"cycle_id": self.cycle.id}
                )
            with self.assertRaises(AccessError):
                self.as_user(self.env["hr.performance.calibration"], person).create(
                    {"name": "Mine", "cycle_id": self.cycle.id}
                )

    def test_filled_by_scope(self):
        """E8: departments with those below, or a line; who cannot be in it is named."""
        session = self.session(self.cycle.evaluation_ids.browse(), participants=self.boss)
        session.write({"scope": "department", "department_ids": [(6, 0, self.department.ids)]})
        told = session.action_fill()["params"]["message"]
        self.assertEqual(
            set(session.member_ids.employee_id.mapped("name")),
            {"Employee", "Colleague", "Clerk", "Stranger", "Manager"},
        )
        self.assertEqual("5 people were added.", told)
        session.member_ids.unlink()
        session.write({"scope": "manager", "manager_id": self.stranger.id})
        session.action_fill()
        self.assertEqual(session.member_ids.employee_id, self.clerk)
        session.scope = "list"
        with self.assertRaisesRegex(UserError, "list people by hand"):
            session.action_fill()

    def test_participants_are_told(self):
        """E8: an event without content in their calendars, a to-do until the opening; no spam."""
        self.as_user(self.cycle, self.officer)._transit("evaluate")
        evaluation = self.cycle.evaluation_ids.filtered(lambda one: one.employee_id == self.clerk)
        session = self.session(evaluation, minutes="<p>Secret</p>")
        session.action_plan()
        event = session.calendar_event_id.sudo()
        self.assertEqual(event.partner_ids, (self.manager | self.officer).user_id.partner_id)
        self.assertNotIn("Secret", str(event.description))
        self.assertEqual(session.sudo().activity_ids.user_id, self.manager.user_id)
        session.participant_ids += self.boss
        self.assertEqual(session.sudo().activity_ids.user_id, (self.manager | self.boss).user_id)
        session.participant_ids -= self.manager
        self.assertEqual(session.sudo().activity_ids.user_id, self.boss.user_id)
        event.write({"start": "2024-10-10 02:00:00", "stop": "2024-10-10 03:00:00"})
        self.assertEqual(str(session.start), "2024-10-10 02:00:00")
        session.action_open()
        self.assertFalse(session.sudo().activity_ids)

    def test_the_menu_is_for_those_who_take_part(self):
        """E8, G1: who takes part in no session is not offered any."""

        def offered(person):
            menus = self.as_user(self.env["ir.ui.menu"], person).load_menus(False)
            return "hr_performance.menu_my_calibrations" in {
                menu.get("xmlid") for menu in menus.values()
            }

        self.assertFalse(offered(self.manager))
        self.session(self.cycle.evaluation_ids.browse())
        self.assertTrue(offered(self.manager))
        self.assertFalse(offered(self.employee))
