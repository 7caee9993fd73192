from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged

from .alignment_common import AlignmentCase


@tagged("post_install", "-at_install")
class TestStrategy(AlignmentCase):
    """P1: themes and meetings from which the goals of the company come."""

    def setUp(self):
        super().setUp()
        themes = self.as_user(self.env["hr.performance.theme"], self.manager)
        self.theme = themes.create({"name": "Closer to customers", "cycle_id": self.year.id})
        meetings = self.as_user(self.env["hr.performance.strategy.meeting"], self.manager)
        self.meeting = meetings.create(
            {
                "name": "Decoding 2024",
                "cycle_id": self.year.id,
                "start": "2024-07-10 02:00:00",
                "participant_ids": [(6, 0, [self.colleague.id])],
                "agenda": "<p>What customers say</p>",
                "minutes": "<p>Close the shop in the north</p>",
            }
        )

    def test_goals_of_the_company_follow_a_theme(self):
        """P1: in the theme's cycle or inside it; other goals follow by serving."""
        goal = self.goal("company", theme_id=self.theme.id)
        self.assertEqual(self.theme.goal_count, 1)
        self.assertEqual(
            self.env["hr.performance.goal"].search(self.theme.action_open_goals()["domain"]), goal
        )
        with self.assertRaisesRegex(ValidationError, "goal of the company"):
            self.goal("department", theme_id=self.theme.id)
        late = self.theme.create({"name": "Q4", "cycle_id": self.next_quarter.id})
        with self.assertRaisesRegex(ValidationError, "does not contain Q3 2024"):
            self.as_user(goal, self.officer).theme_id = late

    def test_who_writes_themes(self):
        """P1, G1: HR and department managers; everybody reads them."""
        for person in (self.officer, self.manager, self.stranger):
            self.as_user(self.theme, person).description = f"By {person.name}"
        for person in (self.employee, self.boss, self.auditor):
            theme = self.as_user(self.theme, person)
            self.assertEqual(theme.read(["name"])[0]["name"], "Closer to customers")
            with self.assertRaises(AccessError):
                theme.name = "Mine"
        with self.assertRaises(AccessError):
            self.theme.unlink()
        self.as_user(self.theme, self.officer).unlink()

    def test_minutes_are_not_for_everybody(self):
        """P1, E7: participants, department managers, HR and the auditor read them, by any way."""
        for person in (self.colleague, self.stranger, self.officer, self.auditor):
            self.assertIn("north", self.as_user(self.meeting, person).minutes)
        self.assertFalse(self.meeting.is_strategist and not self.meeting.minutes)
        goal = self.goal("company", strategy_meeting_id=self.meeting.id)
        meeting = self.as_user(self.meeting, self.employee)
        with self.assertRaises(AccessError):
            meeting.read(["minutes"])
        self.assertFalse(meeting.search([("minutes", "ilike", "north")]))
        self.assertFalse(meeting.name_search("Decoding"))
        with self.assertRaises(AccessError):
            self.as_user(goal, self.employee).strategy_meeting_id.read(["agenda"])
        messages = self.as_user(self.env["mail.message"], self.employee)
        self.assertFalse(messages.search([("model", "=", meeting._name)]))
        self.assertEqual(self.as_user(goal, self.employee).read(["name"])[0]["name"], goal.name)

    def test_participants_do_not_write(self):
        """P1: the minutes are written by department managers and HR."""
        with self.assertRaises(AccessError):
            self.as_user(self.meeting, self.colleague).minutes = "<p>Open one</p>"
        with self.assertRaises(AccessError):
            self.as_user(self.meeting, self.auditor).minutes = "<p>Open one</p>"
        self.as_user(self.meeting, self.officer).minutes = "<p>Open one</p>"

    def test_a_link_to_a_meeting_needs_the_right_to_read_it(self):
        """E7: nobody learns the name of a meeting by naming it in a goal."""
        goal = self.goal("department", by=self.boss)
        with self.assertRaises(AccessError):
            self.as_user(goal, self.boss).strategy_meeting_id = self.meeting.id
        with self.assertRaisesRegex(ValidationError, "company and departments"):
            self.goal(strategy_meeting_id=self.meeting.id)

    def test_the_calendar_keeps_in_step(self):
        """P1: a real event, private, moved from either side; the minutes stay out of it."""
        self.meeting.action_plan()
        event = self.meeting.calendar_event_id
        self.assertEqual(
            event.partner_ids,
            (self.colleague | self.manager).user_id.partner_id,
        )
        self.assertEqual(event.privacy, "private")
        self.assertNotIn("north", str(event.sudo().description))
        self.meeting.write({"start": "2024-07-11 03:00:00", "duration": 3})
        self.assertEqual(str(event.stop), "2024-07-11 06:00:00")
        event.write({"start": "2024-07-12 01:00:00", "stop": "2024-07-12 02:00:00"})
        self.assertEqual(str(self.meeting.start), "2024-07-12 01:00:00")
        self.assertEqual(self.meeting.duration, 1)
        before = event
        self.meeting.action_plan()
        self.assertEqual(self.meeting.calendar_event_id, before)
        event.unlink()
        self.assertFalse(self.meeting.is_planned)
        self.meeting.action_plan()
        self.assertTrue(self.meeting.is_planned)

    def test_who_cannot_write_the_meeting_cannot_plan_it(self):
        """G1: the button is refused on the server too."""
        with self.assertRaises(AccessError):
            self.as_user(self.meeting, self.colleague).action_plan()

    def test_a_meeting_after_its_cycle_is_refused(self):
        """P1: it decides about goals of the cycle."""
        with self.assertRaisesRegex(ValidationError, "before the cycle ends"):
            self.meeting.start = "2025-02-01 02:00:00"
