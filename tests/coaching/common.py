from ..common import PerformanceCase


class CoachingCase(PerformanceCase):
    """A cycle whose goals are signed, with talks about them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.cycle = cls.create_cycle()
        cls.cycle.message_follower_ids.unlink()

    def as_user(self, record, person):
        """Also of another company, where only their own company is open to them."""
        mine = super().as_user(record, person)
        return mine.with_context(allowed_company_ids=person.company_id.ids)

    def sign_goals(self, *people):
        """Launch and sign; returns the evaluations, which are executing then."""
        evaluations = self.launch(self.cycle, self.env["hr.employee"].union(*people))
        for evaluation in evaluations:
            self.add_goal(evaluation)
            self.agree(evaluation, evaluation.manager_id)
        return evaluations

    def plan_talk(self, employee=None, by=None, **values):
        """A talk as its leader plans it."""
        leader = by or self.manager
        talks = self.as_user(self.env["hr.performance.coaching"], leader)
        return talks.create(
            {"employee_id": (employee or self.employee).id, "leader_id": leader.id, **values}
        )

    def hold(self, day, employee=None, by=None, **values):
        """A talk planned and held on this day; a ``problem`` is raised in it."""
        problem = values.pop("problem", None)
        if problem:
            values["point_ids"] = [
                (0, 0, {"problem": problem} if isinstance(problem, str) else problem)
            ]
        with self.at(day):
            talk = self.plan_talk(employee, by, date=day, **values)
            talk.action_hold()
        return talk

    def slots(self, evaluation, kind="one_on_one"):
        return evaluation.slot_ids.filtered(lambda one: one.kind == kind).sorted("window_from")
