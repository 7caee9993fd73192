from lxml import etree

from odoo.tests import tagged

from ..common import PerformanceCase


@tagged("post_install", "-at_install")
class TestMenu(PerformanceCase):
    """G1: nobody is offered what is not theirs: the menu of a team, or to write for the company."""

    def setUp(self):
        super().setUp()
        board = self.env["hr.department"].create({"name": "Board", "company_id": self.company.id})
        self.boss.department_id = board  # Odoo puts the members of a department below its manager
        self.department.manager_id = self.manager

    def menus(self, person):
        menus = self.as_user(self.env["ir.ui.menu"], person).load_menus(False)
        return {menu.get("xmlid") for menu in menus.values()}

    def test_team_for_leaders_only(self):
        """G1: managers at any level, HR and the auditor have a team; others none, at once."""
        for person in (self.manager, self.boss, self.officer, self.admin, self.auditor):
            self.assertIn("hr_performance.menu_team_goals", self.menus(person), person.name)
        for person in (self.employee, self.payroll):
            menus = self.menus(person)
            self.assertIn("hr_performance.menu_my_goals", menus)
            self.assertFalse({one for one in menus if "menu_team" in str(one)})
        self.colleague.parent_id = self.employee
        self.assertIn("hr_performance.menu_team", self.menus(self.employee))

    def test_who_led_in_a_cycle(self):
        """G2: whoever led somebody when the cycle began still reaches what is theirs."""
        self.launch(self.create_cycle(), self.colleague)
        (self.employee | self.colleague).parent_id = self.boss
        self.department.manager_id = self.boss
        self.assertIn("hr_performance.menu_team", self.menus(self.manager))

    def can_create(self, model, person):
        view = self.as_user(self.env[model], person).get_view(view_type="list")
        return etree.fromstring(view["arch"]).get("create") != "False"

    def test_new_only_where_it_is_allowed(self):
        """P1: *New* on themes and meetings for HR and department managers, as the server allows."""
        for model in ("hr.performance.theme", "hr.performance.strategy.meeting"):
            for person, may in (
                (self.employee, False),
                (self.boss, False),
                (self.manager, True),
                (self.officer, True),
            ):
                self.assertEqual(self.can_create(model, person), may, (model, person.name))

    def test_new_on_goals_of_the_company(self):
        """P1: the shared goals offer *New* to whoever leads a department, and to HR."""
        for person, may in (
            (self.employee, False),
            (self.auditor, False),
            (self.manager, True),
            (self.boss, True),
            (self.officer, True),
        ):
            actions = self.as_user(self.env["ir.actions.act_window"], person)
            action = actions._for_xml_id("hr_performance.shared_goal_action")
            offered = "'create': False" not in str(action["context"])
            self.assertEqual(offered, may, person.name)
            self.assertIn("shared_goals", str(action["context"]))

    def test_strategy_meetings_for_whoever_takes_part(self):
        """P1: the menu is there for HR, department managers and who is invited; not for others."""
        menu = "hr_performance.menu_strategy_meetings"
        for person, offered in ((self.employee, False), (self.manager, True), (self.officer, True)):
            self.assertEqual(menu in self.menus(person), offered, person.name)
        cycle = self.create_cycle()
        self.env["hr.performance.strategy.meeting"].create(
            {
                "name": "Strategy meeting",
                "cycle_id": cycle.id,
                "start": "2024-06-27 01:00:00",
                "participant_ids": [(6, 0, self.employee.ids)],
            }
        )
        self.assertIn(menu, self.menus(self.employee))
