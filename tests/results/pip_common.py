from ..common import PerformanceCase

# Every dimension that is not the goals' gets the points of “Needs improvement”.
LOW = {"quality": 60, "teamwork": 60, "innovation": 60}


class PipStory:
    """A released evaluation in which standards were not met, and a plan that rests on it."""

    def weak_quarter(self, cycle=None, actual=40, points=None):
        """The evaluation of the employee with a goal that was missed, released."""
        cycle = cycle or self.create_cycle()
        points = LOW if points is None else points
        return self.live_through(cycle, self.employee, actual=actual, points=points)

    def draft(self, evaluation, by=None):
        """A draft as its author completes it."""
        author = by or self.manager
        action = self.as_user(evaluation, author).action_draft_pip()
        pip = self.as_user(self.env["hr.performance.pip"].browse(action["res_id"]), author)
        self.complete(pip)
        return pip

    def complete(self, pip):
        for standard in pip.standard_ids.filtered(lambda one: not one.is_proven):
            standard.evidence = "12 September: the answer to ticket 4711 took 31 hours"
        pip.write(
            {
                "expectation": "Customers get an answer on the same day",
                "goal_ids": [
                    (
                        0,
                        0,
                        {
                            "name": "Answer customers within 12 hours",
                            "measure": "Hours until the first answer, weekly mean",
                            "unit": "h",
                            "baseline": 31,
                            "target": 12,
                            "lower_is_better": True,
                            "date_due": pip.date_end,
                        },
                    )
                ],
                "task_ids": [
                    (0, 0, {"kind": "action", "name": "List open tasks before leaving each day"}),
                    (0, 0, {"kind": "support", "name": "Two hours of training on the system"}),
                ],
            }
        )

    def approved(self, evaluation):
        pip = self.draft(evaluation)
        pip.action_submit()
        self.as_user(pip, self.officer).action_approve()
        return pip

    def running(self, evaluation):
        pip = self.approved(evaluation)
        self.as_user(pip, self.employee).action_acknowledge("I have read it")
        return pip

    def check_in(self, checkin, value=None, person=None, **values):
        checkin = self.as_user(checkin, person or self.manager)
        standing = {"standing": "unknown"} if value is None else {"standing": "behind"}
        checkin.line_ids.write({**standing, "value": value or 0})
        checkin.write({"support_given": "An hour of training", **values})
        checkin.action_hold()


class PipCase(PipStory, PerformanceCase):
    """On 2024-10-21, a Monday, after the release of the third quarter."""

    def setUp(self):
        super().setUp()
        self.evaluation = self.weak_quarter()
        clock = self.at("2024-10-21")
        clock.__enter__()  # pylint: disable=unnecessary-dunder-call
        self.addCleanup(clock.__exit__, None, None, None)
