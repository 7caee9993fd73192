from ..common import PerformanceCase


class ReviewersStory:
    """A template that asks for peers, direct reports and others, and people for these roles."""

    @classmethod
    def set_up_reviewers(cls):
        everybody = cls.env.ref("base.group_user")
        everybody.implied_ids |= cls.env.ref("base.group_allow_export")
        cls.peer, cls.second_peer, cls.third_peer = (
            cls.person(name, parent_id=cls.boss.id) for name in ("anna", "ben", "carla")
        )
        elsewhere = cls.env["res.company"].create({"name": "Elsewhere"})
        cls.foreign = cls.person("foreign", company=elsewhere)
        cls.template = cls.template.copy({"name": "All round", "role_ids": False})
        roles = {
            "self": {"weight": 10},
            "manager": {"weight": 40},
            "second": {"weight": 10},
            "peer": {"weight": 20, "minimum": 2, "maximum": 3},
            "report": {"weight": 10, "by_employee": False},
            "other": {"weight": 10, "approval": False},
        }
        cls.template.role_ids = [(0, 0, {"role": role, **vals}) for role, vals in roles.items()]

    def name(self, evaluation, reviewer, by, role="peer", **values):
        """Name a reviewer, a colleague or (name, address) of somebody outside."""
        if isinstance(reviewer, tuple):
            values |= dict(zip(("external_name", "external_email"), reviewer, strict=True))
        else:
            values["reviewer_id"] = reviewer.id
        nominations = self.as_user(self.env["hr.performance.nomination"], by)
        return nominations.create({"evaluation_id": evaluation.id, "role": role, **values})

    def create_unpaid(self, code, **values):
        """Another cycle beside that of the story."""
        return self.create_cycle(code=code, payout_from=False, payout_to=False, **values)

    def sign_goals(self, evaluation):
        self.add_goal(evaluation)
        self.agree(evaluation)

    def reviews(self, evaluation, role):
        return evaluation.review_ids.filtered(lambda one: one.role == role)


class ReviewersCase(ReviewersStory, PerformanceCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.set_up_reviewers()

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle(self_due="2024-10-08", manager_due="2024-10-15")
        self.evaluation = self.launch(self.cycle, self.employee)
