from odoo.exceptions import AccessError
from odoo.tests import tagged

from .test_midcycle import MidcycleCase


@tagged("post_install", "-at_install")
class TestPartDeadline(MidcycleCase):
    """G2, G3: the former manager's part is due soon after the change, not with all the others."""

    def setUp(self):
        super().setUp()
        self.cycle.manager_due = "2024-10-11"
        self.evaluation = self.start()
        with self.at("2024-08-01"):
            self.move(self.evaluation, self.next_manager)
        self.part = self.of(self.evaluation, self.manager)
        self.digest = self.env["hr.performance.review.digest"].search(
            [("cycle_id", "=", self.cycle.id), ("user_id", "=", self.manager.user_id.id)]
        )

    def test_working_days_of_the_company(self):
        """G2: ten working days by default; the to-do of the former manager says so."""
        self.assertEqual(str(self.part.part_due), "2024-08-15")
        self.assertEqual(self.part.date_due, self.part.part_due)
        self.assertEqual(self.digest.date_due, self.part.part_due)
        self.assertEqual(self.digest.activity_ids.date_deadline, self.part.part_due)
        with self.assertRaises(AccessError):
            self.as_user(self.part, self.manager).write({"part_due": "2024-12-31"})

    def test_reminded_and_escalated(self):
        """G3: by the reminders and the escalation that every review has."""
        for day in ("2024-08-08", "2024-08-12"):
            with self.at(day):
                self.digest._remind_in_time(self.cycle)
                self.assertEqual(str(self.digest.told_on), day)
        with self.at("2024-08-16"):
            self.digest._refresh(self.cycle)
            self.digest._escalate(self.cycle)
        above = self.digest.search(
            [("cycle_id", "=", self.cycle.id), ("user_id", "=", self.boss.user_id.id)]
        )
        self.assertEqual(above.late_count, 1)

    def test_back_again(self):
        """G2: who leads the person again judges at the end, with the others."""
        with self.at("2024-08-05"):
            self.move(self.evaluation, self.manager, "2024-08-03")
        self.assertFalse(self.part.is_carried or self.part.part_due)
        self.assertEqual(str(self.part.date_due), "2024-10-11")
