from ..common import PerformanceCase


class CalibrationCase(PerformanceCase):
    """A team whose reviews are given, and a session about it led by the officer."""

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()
        scale = self.template.scale_id
        self.excellent, self.good, self.qualified, self.lowest = (
            scale._get_grade(code) for code in ("EX", "GO", "QU", "NI")
        )

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env.ref("base.group_user").implied_ids |= cls.env.ref("base.group_allow_export")

    def judged(self, people, points=95, held=None, second=None):
        """Evaluations of these people with the manager's review given, and of ``held`` without.

        ``second`` is asked for a review of the first of them, and still owes it.
        """
        evaluations = self.launch(self.cycle, people + held if held else people)
        for evaluation in evaluations:
            self.add_goal(evaluation)
            self.agree(evaluation, evaluation.manager_id)
        with self.at("2024-10-08"):
            self.start_evaluation(self.cycle)
            if second:
                self.as_user(self.env["hr.performance.review"], self.officer).create(
                    {
                        "evaluation_id": evaluations[0].id,
                        "role": "second",
                        "reviewer_id": second.id,
                    }
                )
            for evaluation in evaluations.filtered(lambda one: one.employee_id in people):
                self.judge(evaluation, points)
        return evaluations

    def judge(self, evaluation, points=95):
        codes = self.template.line_ids.dimension_id.mapped("code")
        self.give_review(evaluation, "manager", evaluation.manager_id, dict.fromkeys(codes, points))

    def session(self, evaluations, participants=None, facilitator=None, **values):
        """A session as the officer sets it up."""
        people = self.manager if participants is None else participants
        sessions = self.as_user(self.env["hr.performance.calibration"], self.officer)
        return sessions.create(
            {
                "name": "Sales Q3",
                "cycle_id": self.cycle.id,
                "scope": "list",
                "start": "2024-10-09 02:00:00",
                "facilitator_id": (facilitator or self.officer).id,
                "participant_ids": [(6, 0, people.ids)],
                "member_ids": [(0, 0, {"evaluation_id": one.id}) for one in evaluations],
                **values,
            }
        )

    def move(self, session, evaluations, grade, by=None, reason="Compared", seen=None):
        """Move people as this person, who saw them where they are (or as ``seen`` says)."""
        ratings = evaluations.rating_ids
        seen = seen or {str(one.id): one.grade_id.id for one in ratings}
        return self.as_user(session, by or self.manager).move(ratings.ids, grade.id, reason, seen)

    def card(self, board, evaluation):
        [card] = [one for one in board["cards"] if one["employee_id"] == evaluation.employee_id.id]
        return card

    def column(self, board, grade):
        [column] = [one for one in board["columns"] if one["grade_id"] == grade.id]
        return column
