from odoo.exceptions import AccessError
from odoo.tests import tagged

from ..common import PerformanceCase

DUE, LATE = "activity_type_goals_due", "activity_type_goals_late"
ANSWER, UNANSWERED = "activity_type_answer", "activity_type_answers_late"
NEXT = "activity_type_next_step"


@tagged("post_install", "-at_install")
class TestDeadlines(PerformanceCase):
    """G3: to-dos, reminders and escalation of the planning, of answers, and HR's next step."""

    def setUp(self):
        super().setUp()
        self.quarter = self.create_cycle(planning_due="2024-07-15", manager_due="2024-10-12")
        self.second = self.person("second", "hr_performance.group_officer")

    def todos(self, kind, person=None):
        """Sentences of the open to-dos of this kind, of one person or of all."""
        domain = [("activity_type_id", "=", self.env.ref(f"hr_performance.{kind}").id)]
        if person:
            domain.append(("user_id", "=", person.user_id.id))
        return self.env["mail.activity"].search(domain).mapped("summary")

    def asked(self, kind):
        domain = [("activity_type_id", "=", self.env.ref(f"hr_performance.{kind}").id)]
        return self.env["mail.activity"].search(domain).user_id

    def night(self, day):
        """What the scheduler does in the night of this day; returns the e-mails of it."""
        before = self.env["mail.mail"].search([])
        with self.at(day), self.enter_registry_test_mode():
            self.env.ref("hr_performance.cron_phases").method_direct_trigger()
        self.env.invalidate_all()
        return self.env["mail.mail"].search([]) - before

    # Planning

    def test_goals_are_asked_for_from_the_launch(self):
        """G3: employees are asked for their goals, a manager once for the whole team."""
        first, _other = self.launch(self.quarter, self.employee | self.colleague)
        self.assertEqual(
            self.todos(DUE, self.employee),
            ["Write your goals and submit them for signing: Q3 2024"],
        )
        self.assertEqual(
            self.todos(DUE, self.manager),
            ["Goals of your team are not signed (people: 2): Q3 2024"],
        )
        self.assertEqual(len(self.asked(DUE)), 3)
        self.add_goal(first)
        self.as_user(first.agreement_id, self.employee).action_submit()
        self.assertFalse(self.todos(DUE, self.employee), "to sign is another to-do")
        self.as_user(first.agreement_id, self.manager).action_send_back("Please add the market")
        self.assertTrue(self.todos(DUE, self.employee))
        self.agree(first)
        self.assertFalse(self.todos(DUE, self.employee))
        self.assertEqual(
            self.todos(DUE, self.manager),
            ["Goals of your team are not signed (people: 1): Q3 2024"],
        )

    def test_goals_end(self):
        """G3: taken out of the cycle, or with the whole cycle, nobody is asked any more."""
        first, _other = self.launch(self.quarter, self.employee | self.colleague)
        self.as_user(first, self.officer).action_cancel("Long leave")
        self.assertFalse(self.todos(DUE, self.employee))
        self.night("2024-07-16")
        self.assertTrue(self.asked(LATE))
        self.as_user(self.quarter, self.admin).action_cancel("Reorganised")
        self.assertFalse(self.asked(DUE) | self.asked(LATE))

    def test_without_a_deadline(self):
        """G3: where the cycle has no planning deadline, nobody is asked."""
        self.quarter.planning_due = False
        self.launch(self.quarter, self.employee)
        self.night("2024-07-20")
        self.assertFalse(self.asked(DUE) | self.asked(LATE))
        self.quarter.planning_due = "2024-07-31"
        self.night("2024-07-21")
        self.assertEqual(self.asked(DUE), (self.employee | self.manager).user_id)

    def test_reminders(self):
        """G3: an e-mail 7, 3 and 1 days before, one for each person, and none twice on a day."""
        first, _other = self.launch(self.quarter, self.employee | self.colleague)
        self.add_goal(first)
        self.as_user(first.agreement_id, self.employee).action_submit()
        told = {}
        for day in range(5, 18):
            mails = self.night(f"2024-07-{day:02}")
            self.assertFalse(self.night(f"2024-07-{day:02}"), "not twice on a day")
            if mails:
                told[day] = mails.recipient_ids
                self.assertEqual(len(mails), 3)
        people = (self.employee | self.colleague | self.manager).user_id.partner_id
        self.assertEqual(told, {8: people, 12: people, 14: people})
        mails = self.env["mail.mail"].search([], order="id desc", limit=3)
        by_person = {mail.recipient_ids: mail for mail in mails}
        own = by_person[self.employee.user_id.partner_id]
        self.assertEqual(own.subject, "Goals wait for your signature: Q3 2024")
        led = by_person[self.manager.user_id.partner_id].body_html
        self.assertIn("whose goals are not signed: 2", led)
        self.assertNotIn("Employee", led, "no names in the mail")

    def test_escalation(self):
        """G3: after the deadline those above the manager and HR are told the number, once."""
        first, _other = self.launch(self.quarter, self.employee | self.colleague)
        self.night("2024-07-15")
        self.assertFalse(self.asked(LATE))
        self.night("2024-07-16")
        officers = (self.officer | self.second | self.admin).user_id
        self.assertEqual(self.asked(LATE), self.boss.user_id | officers)
        self.assertEqual(
            self.todos(LATE, self.boss), ["Goals were not signed in time (people: 2): Q3 2024"]
        )
        before = self.env["mail.activity"].search([])
        self.night("2024-07-17")
        self.assertEqual(self.env["mail.activity"].search([]), before)
        with self.at("2024-07-17"):
            self.add_goal(first)
            self.agree(first)
        self.night("2024-07-18")
        self.assertEqual(
            self.todos(LATE, self.boss), ["Goals were not signed in time (people: 1): Q3 2024"]
        )

    def test_nobody_is_told_about_themselves(self):
        """G1, G3: an officer who is late is told as an employee, not as HR."""
        self.officer, officer = self.admin, self.officer
        self.launch(self.quarter, officer)
        self.night("2024-07-16")
        self.assertTrue(self.todos(DUE, officer))
        self.assertFalse(self.todos(LATE, officer))

    def test_lists_behind(self):
        """G3: the to-do opens who is meant; each reads the own row alone."""
        first, other = self.launch(self.quarter, self.employee | self.colleague)
        self.night("2024-07-16")
        digests = self.env["hr.performance.goal.digest"].search([])
        rows = {row.user_id: row for row in digests}
        seen = self.as_user(rows[self.manager.user_id], self.manager)
        self.assertEqual(seen.waiting_ids, first | other)
        seen = self.as_user(rows[self.employee.user_id], self.employee)
        self.assertEqual(seen.waiting_ids, first)
        seen = self.as_user(rows[self.boss.user_id], self.boss)
        with self.at("2024-07-16"):
            self.assertEqual(seen.late_ids, first | other)
        for person in (self.colleague, self.officer, self.auditor):
            with self.assertRaises(AccessError):
                self.as_user(rows[self.employee.user_id], person).read(["draft_count"])
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        foreign = self.person("foreign", "hr_performance.group_administrator", company=elsewhere)
        self.assertFalse(self.as_user(digests, foreign).search([]))
        with self.assertRaises(AccessError):
            self.as_user(rows[self.employee.user_id], self.employee).write({"owed_count": 0})

    # Answers

    def test_answers(self):
        """F2, G3: a released result asks for the answer until its last day, with reminders."""
        evaluations = self.live_through(self.quarter, self.employee | self.colleague, answer=None)
        first, other = evaluations
        self.assertEqual(
            self.todos(ANSWER, self.employee), ["Read your result and answer it: Q3 2024"]
        )
        until = first.confirm_until
        eve = self.days_after(until, -1)
        self.assertEqual(len(self.night(eve)), 2)
        with self.at(eve):
            self.sign(first, self.employee, "employee")
        self.assertFalse(self.todos(ANSWER, self.employee))
        rows = self.env["hr.performance.answer.digest"].search([])
        row = rows.filtered(lambda one: one.user_id == self.colleague.user_id)
        self.assertEqual(self.as_user(row, self.colleague).waiting_ids, other)
        with self.assertRaises(AccessError):
            self.as_user(row, self.manager).read(["date_due"])
        with self.at(self.days_after(until, 1)):
            self.env["hr.performance.evaluation"]._cron_lapse()
        self.assertFalse(self.asked(ANSWER))
        self.night(self.days_after(until, 1))
        self.assertEqual(
            self.todos(UNANSWERED, self.manager),
            ["Results were not answered in time (people: 1): Q3 2024"],
        )
        self.assertIn(self.officer.user_id, self.asked(UNANSWERED))
        self.assertNotIn(self.colleague.user_id, self.asked(UNANSWERED))
        self.publish(self.quarter)
        self.night("2024-10-21")
        self.assertFalse(self.asked(UNANSWERED), "published: nothing is left to see to")

    # The next step

    def test_next_step(self):
        """G3: when a phase is over, each officer is asked for the next step, with the numbers."""
        first, _other = self.launch(self.quarter, self.employee | self.colleague)
        self.night("2024-07-15")
        self.assertFalse(self.asked(NEXT))
        self.add_goal(first)
        self.agree(first)
        self.night("2024-07-16")
        officers = (self.officer | self.second | self.admin).user_id
        self.assertEqual(self.asked(NEXT), officers)
        self.assertEqual(
            self.todos(NEXT, self.officer),
            ["Q3 2024: 1 of 2 have not signed their goals. Start the execution?"],
        )
        before = self.env["mail.activity"].search([])
        self.night("2024-07-17")
        self.assertEqual(self.env["mail.activity"].search([]), before, "told once")
        self.as_user(self.quarter, self.officer).action_execute()
        self.assertFalse(self.asked(NEXT), "answered by the step")
        self.night("2024-10-01")
        self.assertIn("the period is over; 1 of 2", self.todos(NEXT, self.officer)[0])
        with self.at("2024-10-02"):
            self.start_evaluation(self.quarter)
        self.night("2024-10-12")
        self.assertFalse(self.asked(NEXT))
        self.night("2024-10-13")
        self.assertIn("2 of 2 lack the manager's review", self.todos(NEXT, self.officer)[0])

    def test_next_step_is_for_hr(self):
        """G1, G3: employees and managers find no to-do of HR on the cycle that they read."""
        self.launch(self.quarter, self.employee)
        self.night("2024-07-16")
        kind = self.env.ref(f"hr_performance.{NEXT}")
        for person in (self.employee, self.manager):
            todos = self.as_user(self.env["mail.activity"], person)
            self.assertFalse(todos.search([("activity_type_id", "=", kind.id)]), person.name)

    # Size

    def test_growth(self):
        """G8: a night costs no query more for twice the people."""
        costs = [self.count_night(number) for number in (2, 4, 8)]
        self.assertLessEqual(costs[2], costs[1] + 2, costs)

    def count_night(self, number):
        """Queries of the first night after the deadline of a cycle with so many people."""
        mates = (
            self.person(f"of{number}_{one}", parent_id=self.manager.id) for one in range(number)
        )
        cycle = self.create_cycle(code=f"C{number}", bonus_code=f"B{number}")
        self.launch(cycle, self.env["hr.employee"].concat(*mates))
        cycle.planning_due = "2024-07-15"
        with self.at("2024-07-16"):
            digest = self.env["hr.performance.goal.digest"]
            counted = self.count_queries(lambda: digest._follow_up(cycle))
            return counted + self.count_queries(cycle._renew_step_todo)
