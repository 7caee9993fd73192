"""One person judged by several colleagues."""

from .test_withheld import WithheldCase


class VoicesCase(WithheldCase):
    """The evaluation has started; peers are asked, nobody has judged yet."""

    def setUp(self):
        super().setUp()
        self.peers = [
            self.colleague,
            *(self.person(f"peer{number}", parent_id=self.manager.id) for number in range(1, 6)),
        ]
        self.asked = self.ask("peer", *self.peers)
        self.teamwork, self.innovation = (
            self.template.line_ids.dimension_id.filtered(lambda one, code=code: one.code == code)
            for code in ("teamwork", "innovation")
        )

    def set_cycle(self, **values):
        """Settings of the launch, for a test that needs others."""
        names = ", ".join(f"{name} = %s" for name in values)
        self.env.flush_all()
        self.env.cr.execute(
            f"UPDATE hr_performance_cycle SET {names} WHERE id = %s",
            [*values.values(), self.cycle.id],
        )
        self.env.invalidate_all()

    def ask(self, role, *people):
        """HR asks these people for a review; returns it for each of them."""
        reviews = self.env["hr.performance.review"].with_user(self.officer.user_id)
        asked = reviews.create(
            [
                {"evaluation_id": self.evaluation.id, "role": role, "reviewer_id": person.id}
                for person in people
            ]
        )
        return dict(zip(people, asked.sudo(), strict=True))

    def answer(self, person, points=80, role="peer", comment=None, **by_code):
        """Let somebody answer who was asked; returns the review."""
        review = self.asked.get(person) or self.ask(role, person)[person]
        self.env.invalidate_all()
        seen = self.as_user(review, person)
        for line in seen.line_ids.filtered("dimension_id"):
            value = by_code.get(line.dimension_id.code, points)
            vals = {"answer": "cannot_judge"}
            if value is not None:
                vals = {"answer": "points", "points": value}
            line.write({**vals, "comment": comment})
        seen.action_submit()
        self.env.invalidate_all()
        return review

    def judge(self, points=95):
        self.give_review(
            self.evaluation, "manager", self.manager, {"teamwork": points, "innovation": points}
        )
        self.env.invalidate_all()
        return self.evaluation.rating_ids

    def voices(self, person):
        self.env.invalidate_all()
        return self.as_user(self.evaluation, person)._get_voices()

    def group(self, person, role="peer"):
        return next(one for one in self.voices(person)["groups"] if one["role"] == role)

    def points(self, group, dimension):
        return next(
            line["points"] for line in group["lines"] if line["dimension_id"] == dimension.id
        )

    def line(self, dimension):
        lines = self.evaluation.rating_ids.line_ids
        return lines.filtered(lambda one: one.dimension_id == dimension)
