from odoo.tests import tagged

from .common import CoachingCase


@tagged("post_install", "-at_install")
class TestCoverage(CoachingCase):
    """Which talks are expected, and what became of them."""

    def rows(self):
        return self.env["hr.performance.coaching.coverage"].search(
            [("cycle_id", "=", self.cycle.id)]
        )

    def follow_up(self, day):
        self.env.flush_all()
        with self.at(day), self.enter_registry_test_mode():
            self.env.ref("hr_performance.cron_coaching").method_direct_trigger()
        self.env.invalidate_all()

    def test_expected_by_the_cadence(self):
        """C1: signed goals start the cadence: a 1:1 a month, a review a quarter, no stand-up."""
        self.assertEqual(
            self.template.cadence_ids.mapped(lambda one: (one.kind, one.every)),
            [("one_on_one", "monthly"), ("quarterly_review", "quarterly")],
        )
        evaluation = self.sign_goals(self.employee)
        windows = self.slots(evaluation).mapped(
            lambda one: (str(one.window_from), str(one.window_to))
        )
        self.assertEqual(
            windows,
            [
                ("2024-07-01", "2024-07-31"),
                ("2024-08-01", "2024-08-31"),
                ("2024-09-01", "2024-09-30"),
            ],
        )
        self.assertEqual(len(self.slots(evaluation, "quarterly_review")), 1)
        self.assertFalse(self.slots(evaluation, "stand_up"))

    def test_on_time_late_missing(self):
        """C1: held in its month, made up for later, or not at all; and the share per manager."""
        evaluation = self.sign_goals(self.employee)
        self.hold("2024-07-20")
        self.hold("2024-09-03")
        self.hold("2024-09-20")
        self.assertEqual(self.slots(evaluation).mapped("status"), ["on_time", "late", "on_time"])
        self.follow_up("2024-10-01")
        row = self.rows()
        self.assertEqual(
            (row.expected_count, row.on_time_count, row.late_count, row.missing_count),
            (4, 2, 1, 1),
        )
        self.assertEqual(row.share, 50.0)

    def test_review_counts_as_the_talk_of_its_month(self):
        """C1: a quarterly review in September is September's 1:1 too, unless switched off."""
        evaluation = self.sign_goals(self.employee)
        self.hold("2024-09-27", kind="quarterly_review")
        self.assertEqual(self.slots(evaluation)[-1].status, "on_time")
        self.template.cadence_ids.review_counts = False
        self.follow_up("2024-10-01")
        self.assertEqual(self.slots(evaluation)[-1].status, "missing")
        self.assertEqual(self.slots(evaluation, "quarterly_review").status, "on_time")

    def test_leaver_is_expected_no_longer(self):
        """C1, G2: nobody misses talks with somebody who has left."""
        evaluation = self.sign_goals(self.employee)
        self.employee.contract_date_end = "2024-08-10"
        self.follow_up("2024-10-01")
        self.assertEqual(len(self.slots(evaluation)), 1)

    def test_one_reminder_per_manager(self):
        """C1, G3: one to-do with the numbers, not one per report; renewed when they change."""
        self.sign_goals(self.employee, self.colleague)
        self.follow_up("2024-07-10")
        self.assertFalse(self.rows().activity_ids)
        self.follow_up("2024-07-26")
        activity = self.rows().activity_ids
        self.assertEqual(activity.user_id, self.manager.user_id)
        self.assertEqual(activity.summary, "Coaching: 2 due within a week, 0 missing")
        self.assertEqual(str(activity.date_deadline), "2024-07-31")
        self.follow_up("2024-07-27")
        self.assertEqual(self.rows().activity_ids, activity)
        activity.action_done()
        self.follow_up("2024-07-28")
        self.assertFalse(self.rows().activity_ids)
        self.follow_up("2024-08-02")
        self.assertEqual(
            self.rows().activity_ids.summary, "Coaching: 0 due within a week, 2 missing"
        )
        for person in (self.employee, self.colleague):
            self.hold("2024-08-03", person)
            self.hold("2024-08-05", person)
        self.follow_up("2024-08-06")
        self.assertFalse(self.rows().activity_ids)

    def test_escalation_to_the_manager_above(self):
        """C1, G3: missing for more than 7 days, the second-level manager is told, once."""
        self.sign_goals(self.employee)
        self.follow_up("2024-08-05")
        self.assertNotIn(self.boss.user_id, self.rows().activity_ids.user_id)
        self.follow_up("2024-08-10")
        told = self.rows().activity_ids.filtered(lambda one: one.user_id == self.boss.user_id)
        self.assertIn("1 coaching talks are missing for more than 7 days", told.summary)
        told.action_done()
        self.follow_up("2024-08-11")
        self.assertNotIn(self.boss.user_id, self.rows().activity_ids.user_id)
        self.company.performance_coaching_days = 30
        self.follow_up("2024-09-20")
        self.assertNotIn(self.boss.user_id, self.rows().activity_ids.user_id)

    def test_queries_do_not_grow(self):
        """G8: bringing the expected talks up to date costs the same for 4 people and for 8."""
        people = [self.person(f"p{index}", parent_id=self.manager.id) for index in range(8)]
        evaluations = self.sign_goals(*people)
        slots = self.env["hr.performance.coaching.slot"]

        def refresh(some):
            with self.at("2024-08-02"):
                self.env.flush_all()
                self.env.invalidate_all()
                before = self.env.cr.sql_log_count
                slots._refresh(some)
                self.env.flush_all()
                return self.env.cr.sql_log_count - before

        first = refresh(evaluations[:2])
        self.assertLessEqual(refresh(evaluations[:4]), first + 2)
        self.assertLessEqual(refresh(evaluations), first + 2)
        self.assertEqual(len(evaluations.slot_ids.filtered(lambda s: s.status == "missing")), 8)
