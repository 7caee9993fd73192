from datetime import date

from odoo.tests import BaseCase, tagged

from odoo.addons.hr_performance.rules.nomination import (
    EMPLOYEE,
    HR,
    MANAGER,
    SIDES,
    Candidate,
    Obstacle,
    RoleRule,
    gaps,
    obstacle,
)
from odoo.addons.hr_performance.rules.reminder import is_due, parse_days

PEER = RoleRule("peer", minimum=3, maximum=5)


@tagged("-at_install", "post_install")
class TestNominationRules(BaseCase):
    """E3: who may be asked, and by whom."""

    def test_each_fact_is_an_obstacle(self):
        """E3: one wrong fact is enough, whoever names the reviewer."""
        wrong = {
            Obstacle.ONESELF: Candidate(oneself=True),
            Obstacle.COMPANY: Candidate(same_company=False),
            Obstacle.INACTIVE: Candidate(active=False),
            Obstacle.MANAGER: Candidate(leads=True),
            Obstacle.OUTSIDE: Candidate(outside=True),
            Obstacle.ASKED: Candidate(asked=True),
        }
        for side in SIDES:
            self.assertIsNone(obstacle(PEER, side, Candidate(), 4))
            self.assertEqual(obstacle(PEER, side, Candidate(), 5), Obstacle.MAXIMUM)
            for reason, candidate in wrong.items():
                self.assertEqual(obstacle(PEER, side, candidate, 0), reason)

    def test_roles(self):
        """E3: self, manager and second-level manager are not named by anybody."""
        for rule in (None, RoleRule("self"), RoleRule("manager"), RoleRule("second")):
            self.assertEqual(obstacle(rule, HR, Candidate(), 0), Obstacle.ROLE)
        report = RoleRule("report")
        self.assertEqual(obstacle(report, HR, Candidate(), 0), Obstacle.REPORT)
        self.assertIsNone(obstacle(report, HR, Candidate(reports=True), 0))
        self.assertIsNone(obstacle(RoleRule("other"), HR, Candidate(outside=True), 0))

    def test_sides(self):
        """E3: the template says who names; HR always may."""
        closed = RoleRule("peer", by_employee=False, by_manager=False)
        for side in (EMPLOYEE, MANAGER):
            self.assertEqual(obstacle(closed, side, Candidate(), 0), Obstacle.SIDE)
        self.assertIsNone(obstacle(closed, HR, Candidate(), 0))

    def test_approval(self):
        """E3: what the employee proposes is approved if the role says so; outsiders always."""
        free = RoleRule("other", approval=False)
        self.assertTrue(PEER.needs_approval(EMPLOYEE, outside=False))
        self.assertFalse(free.needs_approval(EMPLOYEE, outside=False))
        self.assertTrue(free.needs_approval(EMPLOYEE, outside=True))
        for side in (MANAGER, HR):
            self.assertFalse(PEER.needs_approval(side, outside=True))

    def test_numbers(self):
        """E3: a maximum of 0 is no limit; what is missing to the minimum is named."""
        self.assertFalse(RoleRule("peer").is_full(1000))
        rules = {"peer": PEER, "other": RoleRule("other")}
        self.assertEqual(gaps(rules, {"peer": 1}), {"peer": 2})
        self.assertEqual(gaps(rules, {"peer": 3}), {})
        self.assertEqual(RoleRule(**PEER.as_data()), PEER)


@tagged("-at_install", "post_install")
class TestReminderRules(BaseCase):
    """G3: reminders 7, 3 and 1 days before."""

    def test_days(self):
        self.assertEqual(parse_days(" 1, 7,3 ,"), (7, 3, 1))
        self.assertEqual(parse_days(None), ())
        for wrong in ("soon", "1.5", "-1", "91"):
            with self.assertRaises(ValueError):
                parse_days(wrong)

    def test_each_day_once(self):
        """G3: told on three days of the fortnight before the deadline, and not after it."""
        due, days, last, told = date(2024, 10, 15), (7, 3, 1), date(2024, 10, 1), []
        for day in range(1, 31):
            today = date(2024, 10, day)
            if is_due(today, due, days, last):
                last = today
                told.append(day)
        self.assertEqual(told, [8, 12, 14])

    def test_missed_day(self):
        """G3: the scheduler stood still on the day; who was asked later is not told twice."""
        due = date(2024, 10, 15)
        self.assertTrue(is_due(date(2024, 10, 10), due, (7, 3), date(2024, 10, 1)))
        self.assertFalse(is_due(date(2024, 10, 10), due, (7, 3), date(2024, 10, 9)))
        self.assertFalse(is_due(date(2024, 10, 14), due, (), None))
