from ..common import PerformanceCase


class TalentCase(PerformanceCase):
    """The team of the manager in a cycle, with grades, and the shipped pools."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.high = cls.env.ref("hr_performance.talent_pool_potential")
        cls.successors = cls.env.ref("hr_performance.talent_pool_successors")
        elsewhere = cls.env["res.company"].create({"name": "Elsewhere"})
        groups = ("group_administrator", "group_payroll", "group_auditor")
        names = ",".join(f"hr_performance.{group}" for group in groups)
        cls.foreign = cls.person("foreign", names, company=elsewhere)
        # Leads another team, and is on the same level as the manager.
        cls.other_manager = cls.person("other_manager", parent_id=cls.boss.id)
        cls.person("other_report", parent_id=cls.other_manager.id)

    def rated(self, cycle, grades):
        """Launch the cycle and give these people grades, without the way to it.

        :param grades: {employee: code of the grade, None for none yet}
        :return: {employee: evaluation}
        """
        people = self.env["hr.employee"].concat(*grades)
        evaluations = dict(zip(people, self.launch(cycle, people), strict=True))
        self.env["hr.performance.rating"].sudo()._with_pass().create(
            [
                {
                    "evaluation_id": evaluations[person].id,
                    "grade_id": self.template.scale_id._get_grade(code).id,
                }
                for person, code in grades.items()
                if code
            ]
        )
        return evaluations

    def member(self, employee=None, pool=None, by=None):
        """A membership as HR makes it: created and approved by hand."""
        talent = self.as_user(self.env["hr.performance.talent"], by or self.officer).create(
            {
                "employee_id": (employee or self.employee).id,
                "pool_id": (pool or self.high).id,
                "entry_reason": "Leads two projects",
            }
        )
        talent.action_approve()
        return talent

    def box(self, person, cycle=None):
        potentials = self.as_user(self.env["hr.performance.potential"], person)
        return potentials.get_box(cycle.id if cycle else False)

    def cards(self, person, cycle=None):
        return {card["name"]: card for card in self.box(person, cycle)["cards"]}

    def move(self, person, evaluations, level, reason="Learns fast", seen=None):
        potentials = self.as_user(self.env["hr.performance.potential"], person)
        ids = [one.id for one in evaluations]
        if seen is None:
            board = potentials.get_box(evaluations[0].cycle_id.id)
            seen = {str(one["evaluation_id"]): one["potential"] for one in board["cards"]}
            seen = {key: seen.get(key, False) for key in map(str, ids)}
        return potentials.move(ids, level, reason, seen)
