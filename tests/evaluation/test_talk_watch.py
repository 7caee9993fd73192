from odoo.tests import tagged

from .talk_common import TalkCase


@tagged("post_install", "-at_install")
class TestTalkWatch(TalkCase):
    """F3, G3: to-dos before the last day, escalation after it."""

    def test_reminders(self):
        """G3: the to-do says three days and one day before the end how much time is left."""
        talk = self.released()
        self.assertIn("7 days left", self.tasks(talk).summary)
        first = self.tasks(talk)
        self.watch("2024-10-09")
        self.assertEqual(self.tasks(talk), first, "seven days before was said already")
        self.watch("2024-10-12")
        self.assertIn("3 days left", self.tasks(talk).summary)
        self.watch("2024-10-13")
        self.assertIn("3 days left", self.tasks(talk).summary)
        self.watch("2024-10-14")
        self.assertIn("1 days left", self.tasks(talk).summary)
        self.assertEqual(len(self.tasks(talk)), 1)
        self.assertNotIn("Employee", self.tasks(talk).summary)

    def test_missing_goes_up(self):
        """F3: the day after, the manager above is told once; days later HR is."""
        talk = self.released()
        self.watch("2024-10-15")
        self.assertEqual(talk.status, "open", "the last day counts until its end")
        self.assertFalse(self.tasks(talk, "_missing"))
        self.watch("2024-10-16")
        self.assertEqual(talk.status, "missing")
        told = self.tasks(talk, "_missing")
        self.assertEqual(told.user_id, self.boss.user_id)
        self.watch("2024-10-17")
        self.assertEqual(self.tasks(talk, "_missing"), told)
        self.employee.hr_responsible_id = self.officer.user_id
        self.watch("2024-10-21")
        told = self.tasks(talk, "_missing")
        self.assertEqual(told.user_id, self.officer.user_id)
        self.hold(talk, "2024-10-22")
        self.assertEqual(talk.status, "late")
        self.assertFalse(self.tasks(talk, "_missing") | self.tasks(talk))

    def test_hr_is_not_told_about_itself(self):
        """F3, G1: the own missing talk of an HR officer goes to somebody else, or stays a list."""
        self.officer.hr_responsible_id = self.officer.user_id
        talk = self.live_through_officer()
        talk.told_level = 0
        self.watch("2024-10-30")
        self.assertNotIn(self.officer.user_id, self.tasks(talk, "_missing").user_id)

    def live_through_officer(self):
        evaluation = self.env["hr.performance.evaluation"]._with_pass().create(
            {"cycle_id": self.cycle.id, "employee_id": self.officer.id,
             "manager_id": self.boss.id, "released_at": "2024-10-08 02:00:00"}
        )  # fmt: skip
        return self.env["hr.performance.talk"]._with_pass()._open(evaluation)

    def test_nobody_above(self):
        """F3: where nobody stands above the manager, HR is told at once."""
        self.manager.parent_id = False
        self.department.manager_id = False
        talk = self.released()
        self.employee.hr_responsible_id = self.officer.user_id
        self.watch("2024-10-16")
        self.assertEqual(self.tasks(talk, "_missing").user_id, self.officer.user_id)

    def test_lists(self):
        """F3: late and missing talks are found and counted by manager."""
        one, other = self.released(self.employee, self.colleague)
        self.hold(one, "2024-10-16")
        self.watch("2024-10-16")
        talks = self.as_user(self.env["hr.performance.talk"], self.officer)
        groups = talks._read_group([], ["manager_id", "status"], ["__count"])
        self.assertEqual(
            {(manager, status): count for manager, status, count in groups},
            {(self.manager, "late"): 1, (self.manager, "missing"): 1},
        )
        with self.at("2024-10-17"):
            self.env.invalidate_all()
            self.assertEqual(other.days_late, 2)

    def test_one_pass_for_many(self):
        """F3, G8: the night takes no query more for each further talk."""
        counts = []
        for size in (3, 6):
            people = self.env["hr.employee"].concat(
                *(self.person(f"w{size}{n}", parent_id=self.manager.id) for n in range(size))
            )
            cycle = self.other_cycle(f"W{size}")
            evaluations = self.launch(cycle, people)
            evaluations._with_pass().write({"released_at": "2024-10-08 02:00:00"})
            talks = self.env["hr.performance.talk"].sudo()._with_pass()._open(evaluations)
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            talks._follow_up(talks[0].due.replace(day=16))
            self.env.flush_all()
            counts.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual(counts[1], counts[0] + 3, counts)
