class Judged:
    """Teams with scores, to be mixed into a case whose ``cycle`` is launched."""

    @classmethod
    def team(cls, manager, name, size):
        people = (
            cls.person(f"{name}{number}", user=False, parent_id=manager.id)
            for number in range(size)
        )
        return cls.env["hr.employee"].concat(*people)

    def judge(self, people, scores, code="GO"):
        """Give these people scores and a grade, without the way to it; returns the ratings."""
        grade = self.template.scale_id._get_grade(code)
        evaluations = [self.evaluation(person) for person in people]
        self.cycle.evaluation_ids.concat(*evaluations)._with_pass().write({"state": "calibrating"})
        return (
            self.env["hr.performance.rating"]
            ._with_pass()
            .create(
                [
                    {
                        "evaluation_id": evaluation.id,
                        "score": score,
                        "has_score": True,
                        "computed_grade_id": grade.id,
                        "grade_id": grade.id,
                    }
                    for evaluation, score in zip(evaluations, scores, strict=False)
                ]
            )
        )

    def evaluation(self, person):
        return self.cycle.evaluation_ids.filtered(lambda one: one.employee_id == person)
