from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged

from .reviewers_common import ReviewersCase

CUSTOMER = ("Wei Zhang", "wei@customer.example")


@tagged("post_install", "-at_install")
class TestReviewOwed(ReviewersCase):
    """E3, G3: who still owes a review, reminders before the deadline, escalation after it."""

    def setUp(self):
        super().setUp()
        self.name(self.evaluation, self.peer, self.manager)
        self.name(self.evaluation, CUSTOMER, self.manager, "other")
        self.sign_goals(self.evaluation)
        with self.at("2024-10-01"):
            self.start_evaluation(self.cycle)

    def owed(self, person, *domain):
        return self.as_user(self.env["hr.performance.review.owed"], person).search(list(domain))

    def digest(self, person):
        return self.env["hr.performance.review.digest"].search(
            [("cycle_id", "=", self.cycle.id), ("user_id", "=", person.user_id.id)]
        )

    def follow_up(self, day):
        """What the scheduler does in the night of this day; returns the e-mails of it."""
        before = self.env["mail.mail"].search([])
        with self.at(day), self.enter_registry_test_mode():
            self.env.ref("hr_performance.cron_reviews").method_direct_trigger()
        self.env.invalidate_all()
        return self.env["mail.mail"].search([]) - before

    def test_list_of_hr(self):
        """E3: HR reads who owes what until when, by any grouping, and nothing of the content."""
        rows = self.owed(self.officer)
        self.assertEqual(
            {(row.role, row.reviewer_name) for row in rows},
            {
                ("self", "Employee"),
                ("manager", "Manager"),
                ("second", "Boss"),
                ("peer", "Anna"),
                ("other", "Wei Zhang"),
            },
        )
        due = {row.role: str(row.date_due) for row in rows}
        self.assertEqual((due["self"], due["peer"]), ("2024-10-08", "2024-10-15"))
        groups = rows._read_group([], ["department_id", "role"], ["__count"])
        self.assertEqual(len(groups), 5)
        for row in rows - rows.filtered(lambda one: one.role == "self"):
            review = self.env["hr.performance.review"].browse(row.id)
            self.assertFalse(self.as_user(review, self.officer).has_access("read"))
        self.give_review(self.evaluation, "peer", self.peer)
        self.assertNotIn("peer", self.owed(self.officer).mapped("role"))

    def test_list_of_managers(self):
        """E3: managers read known reviewers of their line; of peers only the number."""
        self.assertEqual(set(self.owed(self.manager).mapped("role")), {"self", "manager", "second"})
        seen = self.as_user(self.evaluation, self.manager)
        self.assertIn("Peer: 1 asked or named, 0 given, 0 declined", seen.reviewer_status)
        for person in (self.employee, self.colleague, self.peer, self.payroll, self.foreign):
            self.assertFalse(self.owed(person), person.name)

    def test_hr_not_about_oneself(self):
        """G1: HR does not learn who reviews them."""
        own = self.launch(self.create_unpaid("own"), self.officer)
        self.name(own, self.peer, self.boss)
        self.sign_goals_of(own)
        self.as_user(own.cycle_id, self.admin).action_evaluate()
        self.assertTrue(self.owed(self.admin, ("employee_id", "=", self.officer.id)))
        self.assertFalse(self.owed(self.officer, ("employee_id", "=", self.officer.id)))

    def sign_goals_of(self, evaluation):
        self.add_goal(evaluation)
        self.agree(evaluation, evaluation.manager_id)

    def test_todo(self):
        """G3: each reviewer has one to-do with the count, until everything is given."""
        digest = self.digest(self.peer)
        task = digest.activity_ids
        self.assertEqual(task.user_id, self.peer.user_id)
        self.assertEqual(task.summary, "1 review to give: Q3 2024")
        self.assertEqual(str(task.date_deadline), "2024-10-15")
        # Nobody else comes to know it: no row, no to-do, no follower.
        for person in (self.employee, self.manager, self.colleague):
            tasks = self.as_user(self.env["mail.activity"], person)
            self.assertFalse(tasks.search([("id", "=", task.id)]))
            self.assertFalse(self.as_user(digest, person).has_access("read"))
        self.assertFalse(digest.message_ids)
        seen = self.as_user(digest, self.peer)
        self.assertEqual(seen.review_ids, self.reviews(self.evaluation, "peer"))
        self.give_review(self.evaluation, "peer", self.peer)
        self.assertFalse(digest.activity_ids)
        self.assertEqual(digest.owed_count, 0)

    def test_todo_ends(self):
        """G3: who declined, and whose evaluation is cancelled, owes nothing."""
        review = self.reviews(self.evaluation, "peer")
        self.as_user(review, self.peer).action_decline("We hardly met")
        self.assertFalse(self.digest(self.peer).activity_ids)
        self.assertTrue(self.digest(self.manager).activity_ids)
        self.as_user(self.evaluation, self.officer).action_cancel("Long leave")
        self.assertFalse(self.digest(self.manager).activity_ids)
        self.assertFalse(self.owed(self.officer))

    def test_reminders(self):
        """G3: an e-mail 7, 3 and 1 days before; once a day, in the reviewer's name alone."""
        address = self.peer.user_id.partner_id
        told = []
        for day in range(5, 18):
            mails = self.follow_up(f"2024-10-{day:02}")
            self.assertFalse(self.follow_up(f"2024-10-{day:02}"), "not twice on a day")
            if own := mails.filtered(lambda mail: address in mail.recipient_ids):
                told.append(day)
                self.assertNotIn("Employee", own.body_html, "no names in the mail")
        self.assertEqual(told, [8, 12, 14])
        mail = self.env["mail.mail"].search([("recipient_ids", "in", address.ids)], limit=1)
        message = self.as_user(mail.mail_message_id, self.manager)
        self.assertFalse(message.search([("id", "=", message.id)]))

    def test_reminder_of_somebody_outside(self):
        """E3, G3: somebody outside gets a new link; the old one goes on working."""
        links = self.env["hr.performance.personal.link"]
        self.assertEqual(len(links.search([])), 1)
        mails = self.follow_up("2024-10-08")
        self.assertEqual(mails.filtered("email_to").email_to, CUSTOMER[1])
        self.assertEqual(links.search([]).mapped("status"), ["valid", "valid"])

    def test_escalation(self):
        """G3: after the deadline those above the reviewer are told, of peers HR alone."""
        self.follow_up("2024-10-15")
        self.assertFalse(self.digest(self.boss).late_count)
        self.follow_up("2024-10-16")
        # The employee's self-review and the manager's; the boss's own goes up to nobody.
        self.assertEqual(self.digest(self.manager).late_count, 1)
        self.assertEqual(self.digest(self.boss).late_count, 1)
        late = "hr_performance.activity_type_reviews_late"
        kind = self.env.ref(late)
        officer = self.digest(self.officer)
        self.assertEqual(officer.late_count, 5)
        task = officer.activity_ids.filtered(lambda one: one.activity_type_id == kind)
        self.assertEqual(task.summary, "5 reviews are late: Q3 2024")
        self.follow_up("2024-10-17")
        self.assertEqual(officer.activity_ids.filtered(lambda one: one == task), task, "once")
        self.assertFalse(self.digest(self.employee).late_count)
        with self.at("2024-10-17"):
            self.assertEqual(len(self.as_user(officer, self.officer).late_ids), 5)
            self.give_review(self.evaluation, "self", self.employee)
        self.follow_up("2024-10-18")
        self.assertFalse(
            self.digest(self.manager).activity_ids.filtered(
                lambda one: one.activity_type_id == kind
            )
        )

    def test_upward_feedback_does_not_escalate_to_the_person(self):
        """E3: the person is not told that an own direct report has not answered."""
        lead = self.launch(self.create_unpaid("up"), self.manager)
        self.name(lead, self.employee, self.boss, "report")
        self.sign_goals_of(lead)
        lead.cycle_id.manager_due = "2024-10-15"
        with self.at("2024-10-01"):
            self.as_user(lead.cycle_id, self.officer).action_evaluate()
        self.follow_up("2024-10-16")
        rows = self.env["hr.performance.review.digest"].search(
            [("cycle_id", "=", lead.cycle_id.id), ("late_count", ">", 0)]
        )
        self.assertNotIn(self.manager.user_id, rows.user_id)
        self.assertIn(self.officer.user_id, rows.user_id)

    def test_remind_button(self):
        """E3: HR, and managers for known reviewers, remind with one click; nobody else."""
        before = self.env["mail.mail"].search([])
        self.owed(self.officer).action_remind()
        mails = self.env["mail.mail"].search([]) - before
        reached = mails.recipient_ids | mails.recipient_ids.browse()
        people = self.employee | self.manager | self.boss | self.peer
        self.assertEqual(reached, people.user_id.partner_id)
        self.assertEqual(mails.filtered("email_to").email_to, CUSTOMER[1])
        batches = self.cycle.batch_ids.filtered(lambda one: one.kind == "remind")
        self.assertEqual((batches.done_count, batches.failure_ids.ids), (5, []))
        self.owed(self.manager).action_remind()
        with self.assertRaises(AccessError):
            self.owed(self.auditor).action_remind()
        hidden = self.owed(self.officer, ("role", "=", "peer"))
        with self.assertRaises(AccessError):
            self.as_user(hidden, self.manager).action_remind()

    def test_days_are_checked(self):
        """G3: the days of reminders are whole numbers."""
        self.assertEqual(self.company._get_performance_reminder_days(), (7, 3, 1))
        with self.assertRaisesRegex(ValidationError, "whole days"):
            self.company.performance_reminder_days = "soon"
        with self.assertRaisesRegex(ValidationError, "whole days"):
            self.company.performance_reminder_days = "5, 100"
        self.company.performance_reminder_days = False
        self.assertFalse(self.follow_up("2024-10-08"))

    def test_after_closing(self):
        """E3: when HR has closed the evaluation, nobody is asked for an anonymous answer more."""
        with self.at("2024-10-10"):
            self.give_review(self.evaluation, "self", self.employee)
            self.give_review(self.evaluation, "manager", self.manager)
            self.assertIn("peer", self.owed(self.officer).mapped("role"))
            self.as_user(self.cycle, self.officer).action_calibrate()
        self.assertEqual(self.owed(self.officer).mapped("role"), ["second"])
        self.assertFalse(self.digest(self.peer).activity_ids)


@tagged("post_install", "-at_install")
class TestReviewOwedGrowth(ReviewersCase):
    """G8: twice the people cost hardly more queries."""

    def lived(self, number, code):
        """A cycle in evaluation with so many people, two peers each."""
        people = self.env["hr.employee"].concat(
            *(self.person(f"{code}{one}", parent_id=self.manager.id) for one in range(number))
        )
        cycle = self.create_unpaid(code, manager_due="2024-10-15")
        evaluations = self.launch(cycle, people)
        for evaluation in evaluations:
            self.name(evaluation, self.peer, self.manager)
            self.name(evaluation, self.second_peer, self.manager)
            self.sign_goals(evaluation)
        return cycle

    def count(self, work):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        work()
        self.env.flush_all()
        return self.cr.sql_log_count - before

    def test_growth(self):
        """G8: starting, counting, escalating, reminding and warning, for 4 and for 8 people."""
        few, many = (self.costs(self.lived(number, str(number))) for number in (4, 8))
        for name, before in few.items():
            self.assertLessEqual(many[name], before * 1.3 + 6, f"{name}: {few} {many}")

    def costs(self, cycle):
        digest = self.env["hr.performance.review.digest"]
        owed = self.as_user(self.env["hr.performance.review.owed"], self.officer)
        seen = self.as_user(self.env["hr.performance.evaluation"], self.officer)
        seen = seen.browse(cycle.evaluation_ids.ids)  # prefetched together, as by a list
        with self.at("2024-10-01"):
            costs = {"start": self.count(self.as_user(cycle, self.officer).action_evaluate)}
        costs["warn"] = self.count(lambda: seen.mapped("reviewer_gap"))
        with self.at("2024-10-20"):
            costs["refresh"] = self.count(lambda: digest._refresh(cycle))
            costs["escalate"] = self.count(lambda: digest._escalate(cycle))
        costs["remind"] = self.count(owed.search([("cycle_id", "=", cycle.id)]).action_remind)
        return costs
