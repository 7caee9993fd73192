from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..common import PerformanceCase
from .channels import ChannelsCase

REVIEW = ("display_name", "state", "submitted_at", "summary")
LINE = ("answer", "points", "comment")
RATING = ("display_name", "state", "grade_id", "score", "deviation_reason")

# Where somebody could look for grade, score and judgement without naming their models.
PATHS = (
    ("hr.performance.evaluation", "rating_ids"),
    ("hr.performance.goal", "evaluation_id.rating_ids"),
    ("hr.performance.goal", "parent_id.evaluation_id.rating_ids"),
    ("hr.performance.agreement", "evaluation_id.rating_ids"),
    ("hr.performance.cycle", "evaluation_ids.rating_ids"),
    ("hr.performance.review", "evaluation_id.rating_ids"),
    ("hr.performance.measurement", "goal_id.evaluation_id.rating_ids"),
)


class WithheldCase(ChannelsCase, PerformanceCase):
    """One person whose evaluation has started; nobody has judged yet."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        everybody = cls.env.ref("base.group_user")
        everybody.implied_ids |= cls.env.ref("base.group_allow_export")

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()
        self.evaluation = self.start(self.employee)
        self.own = self.review(self.evaluation, "self")
        self.judgement = self.review(self.evaluation, "manager")

    def start(self, person, by=None):
        evaluation = self.launch(self.cycle, person)
        self.goal = self.add_goal(evaluation)
        self.agree(evaluation, evaluation.manager_id)
        self.measure(self.goal, 110, by=evaluation.manager_id)
        if self.cycle.state == "planning":
            self.as_user(self.cycle, by or self.officer).action_evaluate()
        return evaluation

    def write_review(self, review, person, summary, points=95):
        self.as_user(review, person).summary = summary
        codes = self.template.line_ids.dimension_id.mapped("code")
        self.give_review(review.evaluation_id, review.role, person, dict.fromkeys(codes, points))
        self.assertEqual(review.sudo().state, "submitted")

    def own_given(self):
        self.write_review(self.own, self.employee, "Own secret")

    def judgement_given(self):
        self.write_review(self.judgement, self.manager, "Judged secret", 93)


@tagged("post_install", "-at_install")
class TestWithheld(WithheldCase):
    """Neither side reads the other before its time, by whatever way (E1, E7)."""

    def test_self_review_before_the_managers(self):
        """E1, E7: the manager reads the self-evaluation only after submitting the own review."""
        self.as_user(self.own, self.employee).summary = "Own secret"
        for person in (self.manager, self.boss, self.colleague, self.officer, self.auditor):
            self.assertHidden(self.own, person, REVIEW)
        self.own_given()
        for person in (self.manager, self.boss, self.colleague):
            self.assertHidden(self.own, person, REVIEW)
            self.assertHidden(self.own.line_ids[0], person, LINE)
            self.assertNoPath(
                person, "hr.performance.evaluation", "review_ids.summary", "ilike", "own secret"
            )
            self.assertNoPath(
                person, "hr.performance.goal", "evaluation_id.review_ids.role", "=", "self"
            )
        self.judgement_given()
        self.assertVisible(self.own, self.manager, REVIEW)
        self.assertVisible(self.own, self.boss, REVIEW)
        self.assertHidden(self.own, self.colleague, REVIEW)

    def test_managers_review_before_the_release(self):
        """E7: the employee reads the manager's review only after the release."""
        self.own_given()
        self.judgement_given()
        line = self.judgement.line_ids.filtered("points")[0]
        for person in (self.employee, self.colleague):
            self.assertHidden(self.judgement, person, REVIEW)
            self.assertHidden(line, person, LINE)
            for model, path in PATHS:
                path = path.replace("rating_ids", "review_ids.line_ids.points")
                if model != "hr.performance.review":
                    self.assertNoPath(person, model, path, "=", 93)
            self.assertNoPath(
                person, "hr.performance.cycle", "evaluation_ids.review_ids.role", "=", "manager"
            )
        self.release(self.cycle)
        self.assertVisible(self.judgement, self.employee, REVIEW)
        self.assertVisible(line, self.employee, LINE)
        self.assertHidden(self.judgement, self.colleague, REVIEW)

    def test_rating_before_the_release(self):
        """E7: grade, score, dimension scores and the chain of grades open with the release."""
        self.judgement_given()
        rating = self.evaluation.rating_ids
        parts = ((rating, RATING), (rating.line_ids[0], ("score",)), (rating.change_ids, ("step",)))
        for record, names in parts:
            self.assertHidden(record, self.employee, names)
            self.assertHidden(record, self.colleague, names)
            self.assertHidden(record, self.payroll, names)
            self.assertVisible(record, self.manager, names)
            self.assertVisible(record, self.auditor, names)
        for model, path in PATHS:
            for tail, operator, value in (
                (".id", "!=", False),
                (".score", ">", 0),
                (".grade_id.code", "in", ["EX", "GO", "QU", "NI"]),
                (".line_ids.score", ">", 0),
                (".change_ids.to_grade", "!=", False),
            ):
                self.assertNoPath(self.employee, model, path + tail, operator, value)
        self.release(self.cycle)
        for record, names in parts:
            self.assertVisible(record, self.employee, names)
            self.assertHidden(record, self.colleague, names)

    def test_what_the_open_file_says(self):
        """E7: the evaluation itself, which the employee reads, holds and exports no judgement."""
        self.judgement_given()
        evaluation = self.as_user(self.evaluation, self.employee)
        evaluation.invalidate_recordset()
        values = evaluation.read()[0]
        self.assertFalse(values["rating_ids"])
        self.assertEqual(values["review_ids"], self.own.ids)
        self.assertFalse(values["grade_name"])
        self.assertFalse(values["frozen_content"])
        rows = evaluation.export_data(
            ["employee_id/name", "rating_ids/score", "review_ids/summary", "grade_name"]
        )["datas"]
        self.assertEqual(rows, [["Employee", "", "", ""]])
        spec = {"rating_ids": {"fields": {"score": {}, "grade_id": {"fields": {"code": {}}}}}}
        self.assertEqual(evaluation.web_read(spec)[0]["rating_ids"], [])
        with self.assertRaisesRegex(UserError, "not released yet"):
            evaluation._get_content()

    def test_order_and_grouping(self):
        """E7: sorting or grouping by withheld records shows nothing of them."""
        self.judgement_given()
        evaluations = self.as_user(self.env["hr.performance.evaluation"], self.employee)
        for groupby in ("rating_ids", "rating_ids.grade_id", "review_ids", "review_ids.state"):
            try:
                groups = evaluations.formatted_read_group([], [groupby], ["__count"])
            except (ValueError, AccessError):
                continue
            shown = {str(group[groupby]) for group in groups}
            self.assertLessEqual(shown, {"False", str((self.own.id, self.own.display_name))})
        for order in ("rating_ids.score", "rating_ids", "grade_name"):
            with self.assertRaises(ValueError):
                evaluations.search([], order=order)

    def test_dialogs(self):
        """E7: no dialog about the rating shows it, neither saved nor while it is filled in."""
        self.judgement_given()
        rating = self.evaluation.rating_ids
        names = ("score", "computed_grade_id", "missing", "grade_id")
        for person in (self.employee, self.colleague):
            wizards = self.as_user(self.env["hr.performance.decide.wizard"], person)
            with self.assertRaises(AccessError):
                wizards.create({"rating_id": rating.id}).read(names)
            with self.assertRaises(AccessError):
                wizards.onchange(
                    {"rating_id": rating.id}, ["rating_id"], {name: {} for name in names}
                )
            with self.assertRaises(AccessError):
                wizards.create(
                    {"rating_id": rating.id, "grade_id": rating.grade_id.id, "reason": "Mine"}
                ).action_apply()
        with self.assertRaisesRegex(UserError, "not up for signing"):
            self.sign(self.evaluation, self.employee, "employee")

    def test_messages_and_files(self):
        """E7: the chatter that the employee reads, and files of withheld records, tell nothing."""
        env = self.env(context={**self.env.context, "tracking_disable": False})
        secret = self.env["ir.attachment"].create(
            {
                "name": "notes.txt",
                "raw": b"Judged secret",
                "res_model": "hr.performance.review",
                "res_id": self.judgement.id,
            }
        )
        self.judgement_given()
        judgement = self.judgement.with_env(env)
        self.as_user(judgement, self.officer).action_reopen("Only 60 points? Judged secret")
        self.env.flush_all()
        self.env.cr.precommit.run()
        evaluation = self.as_user(self.evaluation, self.employee)
        text = " ".join(evaluation.message_ids.mapped("body"))
        self.assertIn("given back", text)
        self.assertNotIn("secret", text)
        self.assertIn("Only 60 points?", self.judgement.reopen_reason)
        files = self.as_user(self.env["ir.attachment"], self.employee)
        self.assertFalse(files.search([("res_model", "=", "hr.performance.review")]))
        with self.assertRaises(AccessError):
            self.as_user(secret, self.employee).read(["raw"])
        messages = self.as_user(self.env["mail.message"], self.colleague)
        self.assertFalse(messages.search([("model", "=", "hr.performance.evaluation")]))

    def test_reviews_are_written_by_their_reviewer(self):
        """E1, E7: neither HR nor the manager writes into the report of somebody with a login."""
        for person in (self.manager, self.officer, self.admin, self.colleague):
            with self.assertRaises(AccessError):
                self.as_user(self.own, person).summary = "Better so"
            with self.assertRaises(AccessError):
                self.as_user(self.own.line_ids[0], person).points = 1
            with self.assertRaises(AccessError):
                self.as_user(self.own, person).action_submit()
        self.own_given()
        with self.assertRaisesRegex(UserError, "cannot change any more"):
            self.as_user(self.own, self.employee).summary = "After all"
        with self.assertRaisesRegex(UserError, "cannot change any more"):
            self.as_user(self.own.line_ids[0], self.employee).points = 120
        with self.assertRaisesRegex(UserError, "cannot change any more"):
            self.as_user(self.own, self.employee).line_ids = [
                (1, self.own.line_ids[0].id, {"points": 120})
            ]

    def test_reviews_stay_with_their_person(self):
        """E7: a review cannot be turned into one about, by or for somebody else."""
        own = self.as_user(self.own, self.employee)
        for name, value in (("reviewer_id", self.colleague), ("evaluation_id", self.evaluation)):
            with self.assertRaisesRegex(UserError, "stays with its person"):
                own.write({name: value.id})
        for name in ("employee_id", "manager_id"):
            with self.assertRaisesRegex(AccessError, "is computed and cannot be written"):
                own.write({name: self.colleague.id})
        with self.assertRaises(AccessError):
            own.write({"line_ids": [(4, self.judgement.line_ids[0].id)]})
        with self.assertRaises(AccessError):
            own.write({"line_ids": [(0, 0, {"points": 120, "answer": "points"})]})
