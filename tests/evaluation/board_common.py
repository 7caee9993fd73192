from ..common import PerformanceHttpCase
from .judged_common import Judged


class BoardCase(Judged, PerformanceHttpCase):
    """Ten people with a manager on the board of a session: four Excellent, five Good, one open."""

    def setUp(self):
        super().setUp()
        self.mates = self.team(self.manager, "mate", 10)
        self.cycle = self.create_cycle()
        self.prepare_mates()
        self.launch(self.cycle, self.mates)
        self.cycle._with_pass().write({"state": "calibrating"})
        self.judge(self.mates[:4], (110, 108, 106, 104), "EX")
        self.judge(self.mates[4:9], (98, 97, 96, 95, 94), "GO")
        grade = self.template.scale_id._get_grade("EX")
        grade.write({"guideline_kind": "le", "guideline_share": 10})
        self.calibration = self.as_user(
            self.env["hr.performance.calibration"], self.officer
        ).create(
            {
                "name": "Sales",
                "cycle_id": self.cycle.id,
                "scope": "list",
                "facilitator_id": self.boss.id,
                "participant_ids": [(6, 0, self.manager.ids)],
                "member_ids": [
                    (0, 0, {"evaluation_id": one.id}) for one in self.cycle.evaluation_ids
                ],
            }
        )

    def prepare_mates(self):
        """Before the launch, which copies department and job; a heir tells them apart."""

    def walk(self, tour, person):
        path = f"/odoo/m-hr.performance.calibration/{self.calibration.id}/calibration-board"
        self.start_tour(path, tour, login=person.user_id.login, timeout=180)
        self.env.invalidate_all()

    def grade(self, number):
        return self.evaluation(self.mates[number]).rating_ids.grade_id.code
