from odoo.tests import tagged

from ..common import PerformanceCase


@tagged("post_install", "-at_install")
class TestReportingLine(PerformanceCase):
    """Managers are managers by the organisation of this moment (G1, G2)."""

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()

    def led_by(self, person):
        """Who is in the person's line, by the search that the record rules use."""
        signatures = self.as_user(self.env["hr.performance.signature"], person)
        ids = signatures._get_subordinate_ids()
        return self.env["hr.employee"].browse(ids)

    def sees(self, person, evaluation):
        found = self.as_user(self.env["hr.performance.evaluation"], person).search(
            [("id", "=", evaluation.id)]
        )
        readable = self.as_user(evaluation, person).has_access("read")
        self.assertEqual(bool(found), readable, "search and read must agree")
        return readable

    def test_whole_line(self):
        """G1: a manager leads everyone below, directly or not; never peers, superiors, self."""
        self.assertEqual(self.led_by(self.manager), self.employee + self.colleague)
        self.assertLessEqual(
            {self.manager.id, self.employee.id, self.colleague.id, self.stranger.id},
            set(self.led_by(self.boss).ids),
        )
        self.assertFalse(self.led_by(self.employee))
        for person in (self.boss, self.manager):
            self.assertNotIn(person, self.led_by(person))

    def test_through_departments_at_any_level(self):
        """G1: who manages a department leads the people of the departments below it."""
        head = self.person("head")
        division = self.env["hr.department"].create(
            {"name": "Division", "company_id": self.company.id, "manager_id": head.id}
        )
        self.department.parent_id = division
        worker = self.person("worker", user=False)
        self.assertIn(worker, self.led_by(head))
        self.assertIn(self.employee, self.led_by(head))
        self.assertNotIn(head, self.led_by(worker))
        evaluation = self.launch(self.cycle, self.employee)
        self.assertTrue(self.sees(head, evaluation))

    def test_never_upwards(self):
        """G1: managing the department in which one's own superior sits gives no power over them."""
        self.department.manager_id = self.employee
        led = self.led_by(self.employee)
        self.assertNotIn(self.manager, led)
        self.assertNotIn(self.boss, led)
        self.assertIn(self.colleague, led)

    def test_circle_in_the_organisation(self):
        """G1: an organisation with a circle ends the search, and nobody leads themselves."""
        self.env.flush_all()
        self.cr.execute(
            "UPDATE hr_employee SET parent_id = %s WHERE id = %s",
            [self.employee.id, self.boss.id],
        )
        self.env.invalidate_all()
        led = self.led_by(self.manager)
        self.assertIn(self.colleague, led)
        self.assertNotIn(self.manager, led)
        self.assertNotIn(self.boss, led)

    def test_fresh_after_a_change_of_manager(self):
        """G2: the new manager sees the file at once; the manager of its time keeps it."""
        evaluation = self.launch(self.cycle, self.employee)
        self.assertTrue(self.sees(self.manager, evaluation))
        self.assertFalse(self.sees(self.stranger, evaluation))
        self.employee.parent_id = self.stranger
        self.env.invalidate_all()  # each request starts with an empty cache
        self.assertTrue(self.sees(self.stranger, evaluation))
        self.assertTrue(self.sees(self.manager, evaluation))
        goals = self.as_user(self.env["hr.performance.goal"], self.stranger)
        self.assertIn(self.add_goal(evaluation).id, goals.search([]).ids)

    def test_fresh_after_a_user_is_linked(self):
        """G1: rules are not frozen at the first evaluation of the user's employee."""
        evaluation = self.launch(self.cycle, self.employee)
        user, self.stranger.user_id = self.stranger.user_id, False
        self.assertFalse(evaluation.with_user(user).has_access("read"))
        self.manager.user_id = False
        self.manager.user_id = user
        self.env.invalidate_all()
        self.assertTrue(evaluation.with_user(user).has_access("read"))

    def test_other_company(self):
        """G1: a superior who may not work in the company does not read its files."""
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        foreign = self.person("foreign", company=elsewhere)
        evaluation = self.launch(self.cycle, self.employee)
        self.employee.sudo().parent_id = foreign
        self.env.invalidate_all()
        self.assertFalse(self.sees(foreign, evaluation))

    def test_queries_do_not_grow_with_records(self):
        """G8: the line is asked once for any number of records."""
        people = self.env["hr.employee"].concat(
            *(
                self.person(f"worker{index}", user=False, parent_id=self.manager.id)
                for index in range(12)
            )
        )
        evaluations = self.launch(self.cycle, people)

        def queries(records):
            records = self.as_user(records, self.manager)
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            self.assertTrue(all(records.mapped("in_my_line")))
            return self.cr.sql_log_count - before

        queries(evaluations[:1])  # fills the caches of the registry
        self.assertEqual(queries(evaluations[:6]), queries(evaluations))
