from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from .calibration_common import CalibrationCase

NAMES = ("guideline_kind", "guideline_share", "guideline_share_to")


@tagged("post_install", "-at_install")
class TestCalibrationGuideline(CalibrationCase):
    """E8: guideline shares become people; refused when nobody can keep them; off, warn, block."""

    def setUp(self):
        super().setUp()
        self.template.scale_id = self.template.scale_id.copy({"company_id": self.company.id})
        scale = self.template.scale_id
        self.excellent, self.good, self.qualified, self.lowest = (
            scale._get_grade(code) for code in ("EX", "GO", "QU", "NI")
        )

    def set_guideline(self, *lines):
        """Kind and share (and upper share) of the grades, best first, saved as in the form."""
        grades = self.template.scale_id._get_grades()
        self.template.scale_id.grade_ids = [
            (1, grade.id, dict(zip(NAMES, (*line, 0.0)[:3], strict=True)))
            for grade, line in zip(grades, lines, strict=True)
        ]

    def test_refused_when_saved(self):
        """E8: a guideline that no group can keep; each fault has its sentence."""
        none = ("none", 0)
        for lines, sentence in (
            ([("ge", 60), ("ge", 50), none, none], "ask for more than all people"),
            ([("le", 10), ("le", 20), ("le", 30), ("le", 20)], "leave people without a place"),
            ([("between", 30, 20), none, none, none], "smaller share first"),
            ([("eq", 10), ("eq", 20), ("eq", 60), ("eq", 20)], "ask for more"),
        ):
            with (
                self.subTest(sentence=sentence),
                self.assertRaisesRegex(ValidationError, sentence),
                self.cr.savepoint(),
            ):
                self.set_guideline(*lines)
        self.set_guideline(("eq", 10), ("eq", 20), ("eq", 60), ("eq", 10))
        self.set_guideline(("eq", 20), ("eq", 20), ("eq", 50), ("eq", 10))
        with self.assertRaisesRegex(ValidationError, "ask for more"):
            self.good.guideline_share = 30
        with self.assertRaisesRegex(ValidationError, "ask for more"):
            self.good.with_context(hr_performance_saving_scale=True).guideline_share = 30

    def team(self, count):
        people = self.env["hr.employee"]
        for index in range(count):
            people += self.person(f"member{index}", user=False, parent_id=self.manager.id)
        return people

    def rated(self, count):
        """Evaluations with a rating, put together quickly: all with the grade Good."""
        evaluations = self.launch(self.cycle, self.team(count))
        evaluations._with_pass().write({"manager_submitted": True})
        ratings = (
            self.env["hr.performance.rating"]
            .sudo()
            ._with_pass()
            .create(
                [
                    {
                        "evaluation_id": one.id,
                        "score": 91.0,
                        "has_score": True,
                        "computed_grade_id": self.good.id,
                        "grade_id": self.good.id,
                    }
                    for one in evaluations
                ]
            )
        )
        self.as_user(self.cycle, self.officer)._transit("evaluate")
        return ratings.evaluation_id

    def opened(self, count, **values):
        evaluations = self.rated(count)
        session = self.session(evaluations, **values)
        self.as_user(session, self.officer).action_open()
        return session, evaluations

    def test_seats_and_deviation(self):
        """E8, formulas 4: 10/20/60/10 % of 7 are 1/1/4/1; the board says whom to add or remove."""
        self.set_guideline(("eq", 10), ("eq", 20), ("eq", 60), ("eq", 10))
        session, _evaluations = self.opened(7)
        board = self.as_user(session, self.manager).get_board()
        self.assertEqual([one["seats_low"] for one in board["columns"]], [1, 1, 4, 1])
        self.assertEqual([one["deviation"] for one in board["columns"]], [1, -6, 4, 1])
        self.assertEqual(self.column(board, self.good)["advice"], "remove 6")
        self.assertEqual(self.column(board, self.good)["share"], 100.0)
        self.assertEqual(self.column(board, self.good)["guideline"], "= 20 %")
        self.assertTrue(self.column(board, self.good)["out"])
        self.as_user(session, self.officer).action_approve()

    def test_blocked_from_the_minimum_group_on(self):
        """E8: the approval outside a blocking guideline is refused with what to do."""
        self.set_guideline(("le", 20), ("le", 40), ("none", 0), ("none", 0))
        session, evaluations = self.opened(10, guideline_mode="block")
        self.assertTrue(session.get_board()["session"]["enforced"])
        with self.assertRaisesRegex(UserError, "outside its guideline.*Good: remove 6"):
            self.as_user(session, self.officer).action_approve()
        self.move(session, evaluations[:6], self.qualified)
        self.as_user(session, self.officer).action_approve()

    def test_a_small_group_is_not_blocked(self):
        """E8: below the minimum group size the deviation is shown, and that is all."""
        self.set_guideline(("le", 20), ("le", 40), ("none", 0), ("none", 0))
        session, _evaluations = self.opened(9, guideline_mode="block")
        board = session.get_board()
        self.assertFalse(board["session"]["enforced"])
        self.assertEqual(self.column(board, self.good)["advice"], "remove 5")
        self.as_user(session, self.officer).action_approve()

    def test_off(self):
        """E8: without a guideline nothing of it is shown."""
        self.set_guideline(("le", 20), ("le", 40), ("none", 0), ("none", 0))
        session, _evaluations = self.opened(3, guideline_mode="off")
        column = self.column(session.get_board(), self.good)
        self.assertEqual(
            (column["guideline"], column["out"], column["seats_high"]), ("", False, None)
        )

    def test_the_guideline_is_copied_at_the_opening(self):
        """E8: later changes of the scale do not change an open session."""
        self.set_guideline(("le", 20), ("le", 40), ("none", 0), ("none", 0))
        session, _evaluations = self.opened(3)
        self.set_guideline(("none", 0), ("none", 0), ("none", 0), ("none", 0))
        self.assertEqual(self.column(session.get_board(), self.good)["guideline"], "≤ 40 %")

    def test_same_queries_for_many(self):
        """E8, G8: the board of 60 people takes as many queries as that of 30."""
        evaluations = self.rated(90)
        counts = []
        for start, end in ((0, 30), (30, 90)):
            session = self.session(evaluations[start:end], name=f"From {start}")
            self.as_user(session, self.officer).action_open()
            self.env.invalidate_all()
            seen = self.as_user(session, self.manager)
            before = self.cr.sql_log_count
            self.assertEqual(len(seen.get_board()["cards"]), end - start)
            counts.append(self.cr.sql_log_count - before)
        self.assertLessEqual(counts[1], counts[0] + 2)
        before = self.cr.sql_log_count
        self.move(session, evaluations[30:35], self.lowest)
        few = self.cr.sql_log_count - before
        before = self.cr.sql_log_count
        self.move(session, evaluations[35:85], self.lowest)
        self.assertLessEqual(self.cr.sql_log_count - before, few + 5)
