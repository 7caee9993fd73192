from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .test_midcycle import MidcycleCase


@tagged("post_install", "-at_install")
class TestMidcyclePeople(MidcycleCase):
    """G2: joiners, leavers, merged departments, and how HR learns of them."""

    def dialog(self, name, by=None, **values):
        dialogs = self.as_user(self.env[f"hr.performance.{name}.wizard"], by or self.officer)
        return dialogs.create({"cycle_id": self.cycle.id, **values})

    # Moved

    def test_dialog_shows_and_applies(self):
        """G2: the dialog finds who moved, says what will happen, and does it."""
        evaluation = self.start()
        self.employee.parent_id = self.next_manager
        with self.at("2024-08-01"):
            dialog = self.dialog("transfer", reason="New team")
            dialog.action_preview()
            line = dialog.line_ids
            self.assertEqual(line.evaluation_id, evaluation)
            self.assertEqual(line.manager_id, self.next_manager)
            self.assertTrue(line.included)
            for word in ("Manager is asked", "31 days", "61 days"):
                self.assertIn(word, line.effect)
            self.assertFalse(evaluation.lead_ids, "a preview changes nothing")
            dialog.action_apply()
        self.assertEqual(evaluation.manager_id, self.next_manager)
        self.assertFalse(evaluation.has_moved)

    def test_dialog_refuses(self):
        """G2: a day outside the cycle, no reason, nobody: sentences."""
        self.start()
        self.employee.parent_id = self.next_manager
        dialog = self.dialog("transfer", date="2024-10-05", reason="Late")
        with self.assertRaisesRegex(UserError, "lies outside"):
            dialog.action_preview()
        dialog.write({"date": "2024-08-01", "reason": " "})
        with self.assertRaisesRegex(UserError, "reason"):
            dialog.action_apply()
        dialog.line_ids.write({"included": False})
        with self.assertRaisesRegex(UserError, "nobody to be moved"):
            dialog.action_apply()
        with self.assertRaises(AccessError):
            self.dialog("transfer", by=self.manager)

    def test_merged_department(self):
        """G2: the running evaluations of a department go into another, with a trail."""
        evaluations = self.launch(self.cycle, self.employee | self.colleague)
        dialog = self.dialog(
            "transfer",
            kind="merge",
            date="2024-08-01",
            reason="Sales is part of Service now",
            source_department_id=self.department.id,
            target_department_id=self.service.id,
        )
        dialog.action_preview()
        dialog.action_apply()
        self.assertEqual(evaluations.department_id, self.service)
        self.assertEqual(evaluations.manager_id, self.manager)
        self.assertFalse(evaluations.review_ids)
        self.assertIn("Sales → Service", evaluations[0].message_ids[:1].body)

    # Joiners

    def test_joiner_is_offered(self):
        """G2: who joins after the launch is counted, listed and added."""
        self.start()
        joiner = self.person(
            "joiner",
            parent_id=self.manager.id,
            date_version="2024-08-15",
            contract_date_start="2024-08-15",
        )
        with self.at("2024-08-20"):
            cycle = self.as_user(self.cycle, self.officer)
            self.assertIn(joiner, cycle._get_outside())
            self.assertEqual(cycle._get_joiners(), joiner)
            dialog = self.dialog("launch", only_outside=True)
            dialog.action_preview()
            self.assertNotIn(self.employee, dialog.line_ids.employee_id)
            dialog.line_ids.filtered(lambda one: one.employee_id != joiner).included = False
            dialog.action_apply()
            self.assertIn(joiner, self.cycle.evaluation_ids.employee_id)
            self.assertFalse(cycle._get_joiners())

    # Leavers

    def test_leaver_is_evaluated_now(self):
        """G2: both reviews are asked for now, the manager is told until when; the result is
        published with the others, by the days employed."""
        evaluation = self.start()
        self.employee.version_id.contract_date_end = "2024-08-31"
        with self.at("2024-08-20"):
            self.assertEqual(self.as_user(self.cycle, self.officer)._get_leaving(), evaluation)
            dialog = self.dialog("leaver", reason="Resigned")
            dialog.action_preview()
            self.assertEqual(dialog.line_ids.days_text, "62 of 92 days")
            self.assertFalse(dialog.line_ids.included)
            with self.assertRaisesRegex(UserError, "Nobody is ticked"):
                dialog.action_apply()
            dialog.line_ids.included = True
            dialog.action_apply()
            self.assertEqual(evaluation.state, "evaluating")
            self.assertEqual(set(evaluation.review_ids.mapped("role")), {"self", "manager"})
            todo = evaluation.activity_ids
            self.assertEqual(todo.user_id, self.manager.user_id)
            self.assertEqual(str(todo.date_deadline), "2024-08-31")
            self.measure(evaluation.goal_ids, 110)
            self.judge(evaluation, self.manager, 110)
            self.assertFalse(evaluation.activity_ids, "judged: nothing to do any more")
        self.assertEqual(evaluation.state, "calibrating")
        result = self.publish_leaver(evaluation)
        self.assertEqual((result.days_employed, result.proration), (62, 0.6739))

    def publish_leaver(self, evaluation):
        with self.at("2024-10-08"):
            self.start_evaluation(self.cycle)
            self.release(self.cycle)
            self.sign(evaluation, self.employee, "employee")
        return self.publish(self.cycle)

    def test_leaver_is_excluded(self):
        """G2: taken out with a reason; nothing is deleted."""
        evaluation = self.start()
        self.employee.version_id.contract_date_end = "2024-07-05"
        self.as_user(evaluation, self.officer)._leave("exclude", "Left in the first week")
        self.assertEqual(evaluation.state, "cancelled")
        self.assertEqual(evaluation.cancel_reason, "Left in the first week")

    def test_leaver_obstacles(self):
        """G2: who does not leave, has not signed, or is HR's own file is refused, with why."""
        evaluation = self.launch(self.cycle, self.employee)
        own = self.launch(self.cycle, self.officer)
        leave = self.as_user(evaluation, self.officer)._leave
        self.assertIn("no last day", leave("exclude", "Left").failure_ids.reason)
        self.employee.version_id.contract_date_end = "2024-08-31"
        self.assertIn("not signed", leave("evaluate", "Left").failure_ids.reason)
        job = self.as_user(own, self.officer)._leave("exclude", "Left")
        self.assertIn("somebody else in HR", job.failure_ids.reason)
        job = self.as_user(evaluation, self.manager)._leave("exclude", "Left")
        self.assertIn("somebody else in HR", job.sudo().failure_ids.reason)
        with self.assertRaisesRegex(UserError, "reason"):
            leave("exclude", " ")

    # How HR learns of it

    def triggers(self):
        """How often the scheduler was asked to look."""
        cron = self.env.ref("hr_performance.cron_changes")
        return self.env["ir.cron.trigger"].search_count([("cron_id", "=", cron.id)])

    def test_hr_is_told(self):
        """G2: the scheduler counts who came, leaves or moved, and HR has one to-do for all."""
        self.launch(self.cycle, self.employee | self.colleague)
        before = self.triggers()
        self.employee.parent_id = self.next_manager
        self.assertGreater(self.triggers(), before)
        self.colleague.version_id.contract_date_end = "2024-08-31"
        self.env["hr.performance.cycle"]._cron_find_changes()
        todos = self.cycle.activity_ids
        self.assertIn(self.officer.user_id, todos.user_id)
        self.assertNotIn(self.manager.user_id, todos.user_id)
        self.assertEqual(len(todos.filtered(lambda one: one.user_id == self.officer.user_id)), 1)
        self.assertIn("2 people", todos[0].summary)
        self.env["hr.performance.cycle"]._cron_find_changes()
        self.assertEqual(self.cycle.activity_ids, todos, "told once")
        self.employee.parent_id = self.manager
        self.colleague.version_id.contract_date_end = False
        self.env["hr.performance.cycle"]._cron_find_changes()
        self.assertFalse(self.cycle.activity_ids)

    def test_nobody_is_told_without_need(self):
        """G2: no running cycle, or one that is over: no search, no to-do."""
        before = self.triggers()
        self.employee.parent_id = self.next_manager
        self.assertEqual(self.triggers(), before)
        self.employee.parent_id = self.manager
        self.launch(self.cycle, self.employee)
        self.employee.parent_id = self.next_manager
        with self.at("2024-10-05"):
            self.env["hr.performance.cycle"]._cron_find_changes()
        self.assertFalse(self.cycle.activity_ids)
