from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..common import PerformanceCase


class MidcycleCase(PerformanceCase):
    """A second manager, and HR that moves people."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.next_manager = cls.person("nextboss", parent_id=cls.boss.id)
        cls.service = cls.env["hr.department"].create(
            {"name": "Service", "company_id": cls.company.id}
        )

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()

    def move(self, evaluation, manager, day="2024-08-01", by=None, **place):
        """Apply a new manager from a day on, as HR does in the dialog."""
        place = {"manager_id": manager.id, **place}
        files = self.as_user(evaluation, by or self.officer)
        return files._transfer(
            date.fromisoformat(day), {one.id: place for one in evaluation}, "Took over"
        )

    def start(self):
        """One person with signed goals, in execution."""
        evaluation = self.launch(self.cycle, self.employee)
        self.add_goal(evaluation)
        self.agree(evaluation)
        return evaluation

    def of(self, evaluation, reviewer):
        return evaluation.review_ids.filtered(
            lambda one: one.role == "manager" and one.reviewer_id == reviewer
        )

    def judge(self, evaluation, person, points):
        review = self.as_user(self.of(evaluation, person), person)
        for line in review.line_ids.filtered("dimension_id"):
            line.write({"answer": "points", "points": points})
        for line in review.line_ids.filtered("goal_id")[:1]:
            line.write({"comment": "As agreed"})
        review.action_submit()

    def score(self, evaluation, code="teamwork"):
        lines = evaluation.rating_ids.line_ids
        return lines.filtered(lambda one: one.dimension_id.code == code).score


@tagged("post_install", "-at_install")
class TestMidcycle(MidcycleCase):
    """G2; Formulas, section 11: a former manager's part stays and counts by days."""

    def test_days_weigh_the_reviews(self):
        """G2: 31 days at 80 and 61 days at 110 are 99.89, whoever judges first."""
        evaluation = self.start()
        job = self.move(evaluation, self.next_manager)
        self.assertFalse(job.failure_ids.mapped("reason"))
        self.assertEqual(evaluation.manager_id, self.next_manager)
        part = self.of(evaluation, self.manager)
        self.assertEqual((part.state, part.is_carried), ("pending", True))
        self.assertFalse(self.of(evaluation, self.next_manager), "the evaluation has not begun")
        days = {one.manager_id: one.days for one in evaluation.lead_ids}
        self.assertEqual(days, {self.manager: 31, self.next_manager: 61})
        self.judge(evaluation, self.manager, 80)
        self.assertEqual((evaluation.state, evaluation.manager_submitted), ("executing", False))
        with self.at("2024-10-08"):
            self.start_evaluation(self.cycle)
            self.judge(evaluation, self.next_manager, 110)
        self.assertTrue(evaluation.manager_submitted)
        weights = self.template._get_role_weights()
        self.assertTrue(weights["manager"])
        self.assertEqual(self.score(evaluation), 99.89)

    def test_halves(self):
        """G2: two managers with 46 of 92 days each count half, in two steps of their own."""
        evaluation = self.start()
        self.move(evaluation, self.next_manager, "2024-08-16")
        with self.at("2024-10-08"):
            self.start_evaluation(self.cycle)
            self.judge(evaluation, self.next_manager, 110)
            self.assertEqual(self.score(evaluation), 110, "the present manager's review is enough")
            self.judge(evaluation, self.manager, 80)
        self.assertEqual(self.score(evaluation), 95)

    def test_change_while_judging(self):
        """G2: a review that was given stays as the part of its time; the new manager is asked."""
        evaluation = self.start()
        with self.at("2024-09-25"):
            self.start_evaluation(self.cycle)
            self.judge(evaluation, self.manager, 80)
            self.assertEqual(evaluation.state, "calibrating")
            self.move(evaluation, self.next_manager, "2024-09-01")
            self.assertEqual(evaluation.state, "evaluating")
            self.assertEqual(self.of(evaluation, self.manager).state, "submitted")
            self.judge(evaluation, self.next_manager, 110)
        self.assertEqual(evaluation.state, "calibrating")
        self.assertEqual(self.score(evaluation), 89.78, "62 days at 80 and 30 at 110")

    def test_correction_and_way_back(self):
        """G2: deciding again corrects; who never led is not asked, who returns judges again."""
        evaluation = self.start()
        self.move(evaluation, self.next_manager, "2024-08-01")
        self.move(evaluation, self.boss, "2024-07-15")
        self.assertFalse(self.of(evaluation, self.next_manager))
        days = evaluation._get_lead_days()[evaluation.id]
        self.assertEqual(days, {self.manager.id: 14, self.boss.id: 78})
        self.move(evaluation, self.manager, "2024-09-01")
        self.assertFalse(self.of(evaluation, self.manager).is_carried)
        self.assertTrue(self.of(evaluation, self.boss).is_carried)
        with self.at("2024-10-08"):
            self.start_evaluation(self.cycle)
        self.assertEqual(len(self.of(evaluation, self.manager)), 1, "asked once")
        with self.assertRaises(UserError):
            evaluation.lead_ids.unlink()

    def test_first_day(self):
        """G2: a change on the first day of the cycle leaves the former manager no part."""
        evaluation = self.start()
        self.move(evaluation, self.next_manager, "2024-07-01")
        self.assertFalse(self.of(evaluation, self.manager))

    def test_place_and_trail(self):
        """G2, G4: department and manager of its time are kept, with day and reason."""
        evaluation = self.start()
        signed = evaluation.agreement_id.frozen_content
        self.move(evaluation, self.next_manager, department_id=self.service.id)
        self.assertEqual(evaluation.department_id, self.service)
        self.assertEqual(evaluation.lead_ids[0].department_id, self.department)
        self.assertEqual(evaluation.agreement_id.frozen_content, signed)
        note = evaluation.message_ids[:1].body
        for word in ("2024-08-01", "Sales", "Service", "Manager", "Nextboss", "Took over"):
            self.assertIn(word, note)

    def test_todos_and_talks_move(self):
        """G2: open to-dos and planned talks go to the new manager."""
        evaluation = self.start()
        todo = evaluation.activity_schedule(
            "mail.mail_activity_data_todo", user_id=self.manager.user_id.id, summary="See to it"
        )
        others = evaluation.activity_schedule(
            "mail.mail_activity_data_todo", user_id=self.officer.user_id.id
        )
        talk = self.as_user(self.env["hr.performance.coaching"], self.manager).create(
            {
                "employee_id": self.employee.id,
                "leader_id": self.manager.id,
                "date": "2024-08-20",
            }
        )
        self.employee.parent_id = self.next_manager
        self.move(evaluation, self.next_manager)
        self.assertEqual(todo.user_id, self.next_manager.user_id)
        self.assertEqual(others.user_id, self.officer.user_id)
        self.assertEqual(talk.leader_id, self.next_manager)
        digests = self.env["hr.performance.review.digest"].search(
            [("user_id", "=", self.manager.user_id.id)]
        )
        self.assertEqual(digests.owed_count, 1, "the former manager is asked at once")

    # Refusals

    def test_day_outside_the_cycle(self):
        """G2: a transfer dated outside the cycle is refused with a sentence."""
        evaluation = self.start()
        for day in ("2024-06-30", "2024-10-01"):
            with self.assertRaisesRegex(UserError, f"{day} lies outside Q3 2024"):
                self.move(evaluation, self.next_manager, day)
        self.assertFalse(evaluation.lead_ids)

    def test_nobody_else_moves(self):
        """G2, G1: only HR moves people, never the own file."""
        evaluation = self.start()
        for person in (self.manager, self.boss, self.auditor):
            job = self.move(evaluation, self.next_manager, by=person)
            self.assertIn("up to somebody else in HR", job.sudo().failure_ids.reason)
        for person in (self.stranger, self.payroll):
            with self.assertRaises(AccessError):
                self.move(evaluation, self.next_manager, by=person)
        own = self.launch(self.cycle, self.officer)
        job = self.move(own, self.next_manager)
        self.assertIn("up to somebody else in HR", job.failure_ids.reason)
        with self.assertRaises(AccessError):
            self.as_user(evaluation, self.officer).write({"manager_id": self.boss.id})
        with self.assertRaises(AccessError):
            self.as_user(self.env["hr.performance.transfer.wizard"], self.manager).create(
                {"cycle_id": self.cycle.id}
            )
        self.assertEqual((evaluation.manager_id, own.manager_id), (self.manager, self.boss))

    def test_released_stays(self):
        """G2: after the release the result stays with the manager of its time."""
        evaluation = self.live_through(self.cycle, self.employee)
        job = self.move(evaluation, self.next_manager)
        self.assertIn("released", job.failure_ids.reason)

    def test_bad_places(self):
        """G2: nobody leads themselves; who has left leads nobody."""
        evaluation = self.start()
        self.assertIn("themselves", self.move(evaluation, self.employee).failure_ids.reason)
        gone = self.person("gone", parent_id=self.boss.id)
        gone.with_context(no_wizard=True).active = False
        self.assertIn("has left", self.move(evaluation, gone).failure_ids.reason)
        self.assertFalse(self.move(evaluation, self.manager).failure_ids, "as it is: nothing to do")
        self.assertFalse(evaluation.lead_ids)

    # Who reads what

    def test_former_manager(self):
        """G2: the former manager reads file and goals of the own part, no grade and no other
        review; a part that is not asked for any more closes the file."""
        evaluation = self.start()
        self.employee.parent_id = self.next_manager
        self.move(evaluation, self.next_manager)
        self.judge(evaluation, self.manager, 80)
        with self.at("2024-10-08"):
            self.start_evaluation(self.cycle)
            self.judge(evaluation, self.next_manager, 110)
        for record in (evaluation, evaluation.goal_ids, self.of(evaluation, self.manager)):
            self.assertTrue(self.as_user(record, self.manager).has_access("read"))
        hidden = (evaluation.rating_ids, self.of(evaluation, self.next_manager))
        for record in (*hidden, self.review(evaluation, "self")):
            self.assertFalse(self.as_user(record, self.manager).has_access("read"), record)
        self.assertFalse(self.as_user(evaluation.goal_ids, self.manager).has_access("write"))
        self.assertFalse(self.as_user(evaluation, self.manager)._get_roles()[evaluation.id])
        self.assertIsNone(self.as_user(evaluation, self.manager)._get_voices())

    def test_rights_on_lead(self):
        """G1: who reads who led whom; nobody writes it."""
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        foreign = self.person("foreign", "hr_performance.group_administrator", company=elsewhere)
        evaluation = self.start()
        self.employee.parent_id = self.next_manager
        self.move(evaluation, self.next_manager)
        first = evaluation.lead_ids[0]
        readers = (
            self.employee | self.manager | self.next_manager | self.boss | self.officer
            | self.admin | self.auditor
        )  # fmt: skip
        for person in readers | self.colleague | self.stranger | self.payroll | foreign:
            seen = self.as_user(first, person)
            self.assertEqual(seen.has_access("read"), person in readers, person.name)
            for right in ("write", "create", "unlink"):
                self.assertFalse(seen.has_access(right))
        with self.assertRaises(AccessError):
            self.as_user(first, self.admin).create({"evaluation_id": evaluation.id})

    # Size

    def test_queries_do_not_grow(self):
        """G8: twice as many people take the same number of queries."""
        counts = []
        for number in (4, 8, 16):  # the first fills caches and makes the digests
            people = self.env["hr.employee"].create(
                [
                    {
                        "name": f"Worker {number}-{one}",
                        "company_id": self.company.id,
                        "department_id": self.department.id,
                        "parent_id": self.manager.id,
                        "date_version": "2020-01-01",
                        "contract_date_start": "2020-01-01",
                    }
                    for one in range(number)
                ]
            )
            evaluations = self.launch(self.cycle, people)
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            job = self.move(evaluations, self.next_manager)
            self.env.flush_all()
            counts.append(self.env.cr.sql_log_count - before)
            self.assertEqual(job.done_count, number)
        self.assertLess(counts[2] - counts[1], 4, counts)
