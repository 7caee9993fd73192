from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .signal_common import HALF, SignalCase


@tagged("-at_install", "post_install")
class TestSignals(SignalCase):
    def test_two_signals(self):
        """C5: half the quarter gone and 45 % achieved is lagging; a confidence of 3 is at risk."""
        self.measured(45)
        self.assertEqual(self.goal.pace_level, "lagging")
        self.assertEqual(self.goal.warning, "lagging")
        self.confide(3)
        self.assertEqual(self.goal.confidence, 3, "the latest word is the goal's confidence")
        self.assertEqual(self.goal.pace_level, "lagging")
        self.assertEqual(self.goal.confidence_level, "at_risk")
        self.assertEqual(self.goal.warning, "at_risk")
        with self.at(HALF):
            self.assertEqual(
                self.goal.warning_reason,
                "45 % achieved, 50 % of the time used; confidence 3 of 10",
            )

    def test_two_falls(self):
        """C5: two falls running are at risk, whatever the figure."""
        self.confide(10, "2024-07-10")
        self.confide(9, "2024-07-20")
        self.assertEqual(self.goal.confidence_level, "on_track")
        self.confide(8, "2024-07-30")
        self.assertEqual(self.goal.confidence_level, "at_risk")
        self.assertEqual(self.goal.confidence_ids.mapped("confidence"), [8, 10, 9, 8])

    def test_time_alone_makes_a_warning(self):
        """C5: every night the pace is judged anew, because time passes without a figure too."""
        self.measured(45)
        self.assertEqual(self.goal.warning, "lagging")
        self.watch("2024-09-25")
        self.assertEqual(self.goal.warning, "at_risk")
        self.assertEqual(self.risk_of().state, "open")

    def test_planned_goals_are_no_risk_yet(self):
        """C5: who doubts a goal that is not signed yet says so in planning; nobody is alarmed."""
        evaluation = self.launch(self.cycle, self.colleague)
        planned = self.add_goal(evaluation, confidence=2)
        self.watch("2024-07-20")
        self.assertEqual((evaluation.state, planned.warning), ("planning", "at_risk"))
        self.assertFalse(self.risk_of(planned))
        self.as_user(self.cycle, self.officer).action_execute()
        self.watch("2024-07-21")
        self.assertEqual(self.risk_of(planned).origin, "system")

    def test_lower_is_better(self):
        """C4, C5: a rate is held against its whole target on every day."""
        rate = self.add_goal(
            self.launch(self.cycle, self.colleague),
            name="Keep the complaint rate below 1 % by checking each delivery",
            method="ratio_lower",
            target=1.0,
        )
        self.measured(0.8, by=self.colleague, goal=rate)
        self.assertEqual(rate.pace_level, "on_track")
        self.measured(1.6, "2024-08-16", by=self.colleague, goal=rate)
        self.assertEqual(rate.pace_level, "at_risk", "62.5 % of its target, half-way or not")
        self.assertEqual(rate.warning_reason, "latest 1.6 units, to stay at or below 1")

    def test_range_says_its_limits(self):
        """C5: a range is warned of with its limits, not with the time used."""
        goal = self.add_goal(
            self.launch(self.cycle, self.colleague),
            name="Keep the temperature of the kiln between 95 and 105 by checking it each hour",
            method="range",
            low=95,
            high=105,
            unit="°C",
        )
        self.measured(110, by=self.colleague, goal=goal)
        self.assertEqual(goal.warning, "at_risk", "50 % of a range, on whatever day")
        self.assertEqual(goal.warning_reason, "latest 110 °C, to stay between 95 and 105")

    def test_done_or_not_is_judged_at_the_end(self):
        """C5: what has no half is not warned of while there is time, and then with a sentence."""
        goal = self.add_goal(
            self.launch(self.cycle, self.colleague),
            name="Publish the handbook of the warehouse by editing a chapter each week",
            method="done",
        )
        self.measured(0, by=self.colleague, goal=goal)
        self.assertFalse(goal.pace_level)
        self.watch("2024-09-30")
        self.assertEqual(goal.warning, "at_risk")
        self.assertEqual(goal.warning_reason, "not done, and its time is over")

    def test_confidence_is_the_owners(self):
        """C5, P6: nobody but the owner says it: manager, HR and superuser do not."""
        for person in (self.manager, self.colleague, self.officer, self.admin):
            with self.assertRaises(AccessError):
                self.confide(9, by=person)
        with self.assertRaisesRegex(AccessError, "owner's own word"):
            self.env["hr.performance.goal.confidence"].create(
                {"goal_id": self.goal.id, "confidence": 9}
            )

    def test_confidence_of_another_day(self):
        """C5, P6: on a later day too only the owner says it, and only while the cycle runs."""
        with self.at(HALF), self.assertRaisesRegex(AccessError, "owner's own word"):
            self.env["hr.performance.goal.confidence"].create(
                {"goal_id": self.goal.id, "confidence": 9}
            )
        said = self.confide(6, "2024-10-01")
        with self.at("2024-10-01"):
            self.start_evaluation(self.cycle)
            with self.assertRaisesRegex(UserError, "not being worked on"):
                self.as_user(said, self.employee).write({"confidence": 9})
        with self.assertRaisesRegex(UserError, "not being worked on"):
            self.confide(9, "2024-10-02")
        self.assertEqual(self.goal.confidence, 6)

    def test_confidence_of_a_former_owner(self):
        """C5, G2: what somebody thought who does not answer for the goal any more is no signal."""
        self.department.manager_id = self.manager
        goal = self.as_user(self.env["hr.performance.goal"], self.manager).create(
            {
                "name": "Win ten accounts",
                "level": "department",
                "department_id": self.department.id,
                "cycle_id": self.cycle.id,
                "target": 10,
            }
        )
        with self.at(HALF):
            self.as_user(self.env["hr.performance.goal.confidence"], self.manager).create(
                {"goal_id": goal.id, "confidence": 2}
            )
            self.assertEqual(goal.confidence_level, "at_risk")
            self.department.manager_id = self.boss
            goal._refresh_warnings()
        self.assertFalse(goal.confidence_level)

    def test_confidence_history_is_kept(self):
        """C5: what was said on an earlier day stays; neither date nor speaker can be chosen."""
        said = self.confide(6)
        with self.at(HALF):
            self.as_user(said, self.employee).write({"confidence": 7})
            self.assertEqual(self.goal.confidence, 7)
        with self.at("2024-08-20"), self.assertRaisesRegex(UserError, "kept"):
            self.as_user(said, self.employee).write({"confidence": 9})
        with self.at("2024-08-21"):
            forged = self.as_user(said, self.employee).create(
                {
                    "goal_id": self.goal.id,
                    "confidence": 5,
                    "date": "2024-07-02",
                    "employee_id": self.manager.id,
                }
            )
        self.assertEqual(str(forged.date), "2024-08-21")
        self.assertEqual(forged.employee_id, self.employee)
        with self.assertRaises(AccessError):
            self.as_user(said, self.employee).unlink()

    @mute_logger("odoo.sql_db")
    def test_confidence_range(self):
        """C5: from 1 to 10, once a day."""
        with self.assertRaises(IntegrityError), self.cr.savepoint():
            self.confide(11)
        self.confide(5)
        self.confide(6)
        today = self.goal.confidence_ids.filtered(lambda one: str(one.date) == HALF)
        self.assertEqual(today.confidence, 6, "a second word of the day replaces the first")

    def test_signals_cannot_be_written(self):
        """C5: nobody writes the signals."""
        for person in (self.employee, self.manager, self.admin):
            with self.assertRaisesRegex(AccessError, "computed"):
                self.as_user(self.goal, person).write({"warning": "on_track"})
