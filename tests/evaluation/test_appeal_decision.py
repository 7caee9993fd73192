from psycopg2 import DatabaseError

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import SQL, mute_logger

from .appeal_common import AppealCase


@tagged("post_install", "-at_install")
class TestAppealDecision(AppealCase):
    """A4: upheld, partly or rejected; a changed grade is a new link, nothing is overwritten."""

    def under_review(self):
        with self.at("2024-10-09"):
            return self.assign(self.file())

    def test_upheld(self):
        """A4: the grade changes by a link of the chain; computed and decided before stay."""
        rating = self.evaluation.rating_ids
        before = rating.change_ids
        appeal = self.decided()
        self.assertEqual((appeal.state, appeal.new_grade), ("upheld", "Excellent"))
        self.assertEqual((appeal.days_taken, appeal.late), (1, False))
        self.assertEqual(rating.grade_id.code, "EX")
        link = rating.change_ids - before
        self.assertEqual(
            (link.step, link.from_grade_code, link.to_grade_code, link.reason),
            ("appeal", "GO", "EX", "May counts for May"),
        )
        self.assertEqual(link.user_id, self.stranger.user_id)
        self.assertEqual(rating.change_ids & before, before)

    def test_partly(self):
        """A4: upheld in part, the grade may stay; the link says so."""
        appeal = self.decided("partly", "GO")
        self.assertEqual((appeal.state, appeal.new_grade), ("partly", "Good"))
        link = self.evaluation.rating_ids.change_ids[-1]
        self.assertEqual(
            (link.step, link.from_grade_code, link.to_grade_code), ("appeal", "GO", "GO")
        )

    def test_rejected(self):
        """A4: rejected with reasons; the chain is as it was."""
        before = self.evaluation.rating_ids.change_ids
        appeal = self.decided("rejected", None)
        self.assertEqual((appeal.state, appeal.new_grade), ("rejected", "Good"))
        self.assertEqual(self.evaluation.rating_ids.change_ids, before)

    def test_reasons_are_needed(self):
        """A4: no decision without a reasoned answer."""
        appeal = self.under_review()
        self.examine(appeal)
        for outcome, code in (("upheld", "EX"), ("partly", "GO"), ("rejected", None)):
            with self.at("2024-10-10"), self.assertRaisesRegex(UserError, "give a reason"):
                self.settle(appeal, outcome, code, answer="  ")

    def test_checklist_first(self):
        """A2: standard, data and procedure are examined before; “No” needs a note."""
        appeal = self.under_review()
        with self.at("2024-10-10"):
            with self.assertRaisesRegex(UserError, "Figures and facts are true, The procedure"):
                self.examine(appeal, data_ok=False, procedure_ok=False)
                self.settle(appeal)
            # Before anything is written into the dialog, which would be lost.
            dialog = self.as_user(
                self.env["hr.performance.decide.appeal.wizard"], appeal.reviewer_id
            ).with_context(default_appeal_id=appeal.id)
            with self.assertRaisesRegex(UserError, "answer the checklist first"):
                dialog.default_get(["appeal_id"])
            self.examine(appeal, data_ok="no")
            with self.assertRaisesRegex(UserError, "say in a note what was wrong: Figures"):
                self.settle(appeal)
            self.examine(appeal, data_ok="no", data_note="May was booked in June")
            self.settle(appeal)
        told = self.as_user(appeal, self.employee).findings_text
        self.assertIn("Figures and facts are true: No. May was booked in June", told)

    def test_grades(self):
        """A4: upheld changes the grade, never downwards, within the scale of the release."""
        appeal = self.under_review()
        self.examine(appeal)
        self.env["hr.performance.grade"].create(
            {"scale_id": self.template.scale_id.id, "code": "TOP", "name": "Top", "min_score": 130}
        )
        with self.at("2024-10-10"):
            for outcome, code, words in (
                ("upheld", None, "choose the grade"),
                ("upheld", "GO", "changes the grade “Good”"),
                ("upheld", "QU", "Nobody is worse off"),
                ("partly", "QU", "Nobody is worse off"),
                ("partly", None, "choose the grade"),
                ("upheld", "TOP", "choose the grade"),
            ):
                with self.assertRaisesRegex(UserError, words):
                    self.settle(appeal, outcome, code)
        self.assertEqual(appeal.state, "under_review")

    def test_who_decides(self):
        """A2: only the assigned reviewer; HR, manager and person do not."""
        appeal = self.under_review()
        self.examine(appeal)
        for person in (self.officer, self.admin, self.manager, self.employee, self.colleague):
            with self.at("2024-10-10"), self.assertRaises(UserError):  # AccessError too
                self.settle(appeal, by=person)
        self.assertEqual(appeal.state, "under_review")

    def test_kept(self):
        """A4, G4: once decided nothing changes it, no role, no superuser, no SQL."""
        appeal = self.decided()
        with self.at("2024-10-11"):
            with self.assertRaises(UserError):
                self.settle(appeal, "rejected", None)
            with self.assertRaises(UserError):
                appeal.action_withdraw()
            with self.assertRaisesRegex(UserError, "is closed"):
                self.examine(appeal, data_ok="no")
        for statement in (
            "UPDATE hr_performance_appeal SET answer = 'x' WHERE id = %s",
            "DELETE FROM hr_performance_appeal WHERE id = %s",
        ):
            with (
                mute_logger("odoo.sql_db"),
                self.assertRaises(DatabaseError),
                self.env.cr.savepoint(flush=False),
            ):
                self.env.cr.execute(SQL(statement, appeal.id))

    def test_published(self):
        """A4, R2: a published coefficient is superseded; payroll reads the new one at once."""
        with self.at("2024-10-09"):
            self.sign(self.evaluation, self.employee, "employee", decision="disagree", comment="No")
            appeal = self.assign(self.file())
        first = self.published_after_all()
        self.assertEqual(self.paid(), 1.2)
        with self.at("2024-10-21"):
            self.examine(appeal)
            self.settle(appeal)
        self.assertEqual(self.paid(), 1.5)
        second = first.superseded_by_ids
        self.assertEqual((second.grade_code, second.supersedes_id), ("EX", first))
        self.assertNotIn("May", second.supersede_reason, "payroll readers read this")
        self.assertEqual(first.bonus_coefficient, 1.2)
        self.env.flush_all()
        rows = self.env.execute_query(
            SQL(
                "SELECT bonus_coefficient, grade_code FROM hr_performance_bonus_coefficient"
                " WHERE employee_id = %s",
                self.employee.id,
            )
        )
        self.assertEqual([(float(value), code) for value, code in rows], [(1.5, "EX")])

    def published_after_all(self):
        """A result with an open appeal, as HR publishes it where it may not wait."""
        with self.at("2024-10-20"):
            self.env["hr.performance.result"].sudo()._publish(self.evaluation.sudo())
        return self.evaluation.sudo().result_ids

    def paid(self):
        employee = self.as_user(self.employee, self.payroll)
        return employee.get_bonus_coefficient("2024-11-01")

    def test_not_published_yet(self):
        """A4: before the publishing only the grade changes; what is published then is the new."""
        self.decided()
        self.assertFalse(self.evaluation.result_ids)
        with self.at("2024-10-12"):
            self.sign(self.evaluation, self.employee, "employee")
        self.publish(self.cycle)
        self.assertEqual(self.paid(), 1.5)

    def test_to_confirm(self):
        """A4, F2: who has not answered yet signs the grade as it is now."""
        old = self.evaluation.frozen_digest
        self.decided()
        self.assertNotEqual(self.evaluation.frozen_digest, old)
        self.assertEqual(self.evaluation._get_content()["grade"]["code"], "EX")

    def test_signed_stays(self):
        """A4, F2: what was signed before stays as it was signed."""
        with self.at("2024-10-09"):
            self.sign(self.evaluation, self.employee, "employee", decision="disagree", comment="No")
        self.decided()
        self.assertEqual(self.evaluation._get_content()["grade"]["code"], "GO")

    def test_both_sides_are_told(self):
        """A4, R6: person and manager learn of it, and get a to-do for an improvement plan."""
        appeal = self.decided()
        told = appeal.message_ids.filtered(
            lambda message: self.employee.user_id.partner_id in message.notified_partner_ids
        )
        self.assertEqual(told.subject, "Your appeal")
        self.assertNotIn("May", told.body)
        plan = self.env.ref("hr_performance.activity_type_appeal_plan")
        todos = self.evaluation.activity_ids.filtered(lambda one: one.activity_type_id == plan)
        self.assertEqual(todos.user_id, self.employee.user_id | self.manager.user_id)
        statement = self.as_user(appeal.sudo().statement_ids, self.manager)
        self.assertEqual(statement.activity_ids.user_id, self.manager.user_id)
        self.assertEqual(statement.activity_ids.summary, "The appeal is decided")
        self.assertEqual(
            (statement.new_grade, statement.answer), ("Excellent", "May counts for May")
        )

    def test_statement_of_the_manager(self):
        """A2: asked by the reviewer the manager says something; not unasked, not afterwards."""
        appeal = self.under_review()
        statement = self.as_user(appeal.sudo().statement_ids, self.manager)
        with self.at("2024-10-10"):
            with self.assertRaisesRegex(UserError, "has not asked you"):
                statement.write({"text": "The books are right"})
            self.as_user(appeal.sudo().file_ids, self.stranger).action_ask_statement()
            self.assertIn("asks for your statement", statement.activity_ids.summary)
            statement.write({"text": "The books are right"})
            file = self.examine(appeal)
            self.assertEqual(file.statement, "The books are right")
            self.settle(appeal)
            with self.assertRaisesRegex(UserError, "is closed"):
                statement.write({"text": "After all not"})

    def test_the_file(self):
        """A2: standards, figures, judgements, chain and procedure on one screen; then kept."""
        appeal = self.under_review()
        file = self.as_user(appeal.sudo().file_ids, self.stranger)
        goal = self.evaluation.goal_ids
        for words in (goal.name, "Books", "110", "Teamwork", "Computed", "Self-evaluation", "Good"):
            self.assertIn(words, file.content_html)
        with self.at("2024-10-10"):
            self.examine(appeal)
            self.settle(appeal)
        self.env.invalidate_all()
        kept = file.content_html
        self.env.cr.execute(
            SQL("UPDATE hr_performance_goal SET name = 'Another' WHERE id = %s", goal.id)
        )
        self.env.invalidate_all()
        self.assertEqual(file.content_html, kept)
        self.assertEqual(len(file.frozen_digest), 64)

    def test_printed(self):
        """A4: the decision on paper, in the words of the person's language."""
        appeal = self.decided()
        html, _kind = self.env["ir.actions.report"]._render_qweb_html(
            "hr_performance.appeal_report", appeal.ids
        )
        for words in (b"Decision of an appeal", b"Upheld", b"Excellent", b"May counts for May"):
            self.assertIn(words, html)

    def test_statistics(self):
        """A4: HR counts by grounds and decision, with the days taken."""
        self.decided()
        groups = self.as_user(self.env["hr.performance.appeal"], self.officer).formatted_read_group(
            [], ["grounds", "state"], ["__count", "days_taken:avg"]
        )
        self.assertEqual(
            [
                (one["grounds"], one["state"], one["__count"], one["days_taken:avg"])
                for one in groups
            ],
            [("data", "upheld", 1, 1)],
        )
