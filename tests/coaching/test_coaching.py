from lxml import etree

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .common import CoachingCase


@tagged("post_install", "-at_install")
class TestCoaching(CoachingCase):
    """The coaching record, from planning to the acknowledgement."""

    def test_record_of_a_talk(self):
        """C2: date, participants, progress per goal, wins, problems; the employee acknowledges."""
        evaluation = self.sign_goals(self.employee)
        self.measure(evaluation.goal_ids, 45, day="2024-08-15")
        talk = self.hold(
            "2024-08-15",
            wins="Two new key accounts",
            agreed="Visit the north",
            participant_ids=[(6, 0, self.colleague.ids)],
            problem={
                "problem": "Reports take two days",
                "classification": "capability",
                "solution": "Learn pivot tables",
                "owner_id": self.employee.id,
                "due": "2024-09-20",
            },
        )
        self.assertEqual(talk.state, "held")
        self.assertEqual(talk.cycle_id, self.cycle)
        line = talk.line_ids
        self.assertEqual(line.goal_id, evaluation.goal_ids)
        self.assertEqual((line.achievement, line.pace), (45.0, 0.9))
        self.assertEqual(line.pace_level, "lagging")
        seen = self.as_user(talk, self.employee)
        self.assertEqual(seen.wins, "Two new key accounts")
        self.assertEqual(seen.point_ids.problem, "Reports take two days")
        self.assertEqual(talk.activity_ids.user_id, self.employee.user_id)
        seen.action_acknowledge("Agreed, and thank you")
        self.assertEqual(talk.state, "acknowledged")
        self.assertEqual(talk.employee_comment, "Agreed, and thank you")
        self.assertFalse(talk.activity_ids)

    def test_progress_is_kept(self):
        """C2: what a later measurement says does not change the record of an earlier talk."""
        evaluation = self.sign_goals(self.employee)
        self.measure(evaluation.goal_ids, 45, day="2024-08-15")
        talk = self.hold("2024-08-15")
        self.measure(evaluation.goal_ids, 90, day="2024-08-30")
        self.assertEqual(evaluation.goal_ids.achievement, 90.0)
        self.assertEqual(talk.line_ids.achievement, 45.0)

    def test_nothing_done_is_at_risk(self):
        """C2: a goal measured at 0 with half of its time gone is at risk, not “not judged”."""
        evaluation = self.sign_goals(self.employee)
        self.measure(evaluation.goal_ids, 0, day="2024-08-15")
        self.assertEqual(self.hold("2024-08-15").line_ids.pace_level, "at_risk")

    def test_stand_up_in_three_fields(self):
        """C1, C2: a stand-up is held with who, what went well and what is in the way."""
        self.sign_goals(self.employee)
        with self.at("2024-07-08"):
            talks = self.as_user(self.env["hr.performance.coaching"], self.manager)
            talk = talks.create(
                {"kind": "stand_up", "employee_id": self.employee.id, "wins": "Offer is out"}
            )
            talk.action_hold()
        self.assertEqual(talk.leader_id, self.manager)
        self.assertEqual(talk.duration, 0.25)
        self.assertFalse(talk.line_ids)

    def test_open_problems_carry_over(self):
        """C2: an open problem comes up again without a copy, until it is solved."""
        self.sign_goals(self.employee)
        july = self.hold("2024-07-31", problem="Approval takes a week")
        with self.at("2024-08-20"):
            august = self.plan_talk(date="2024-08-30")
            self.assertEqual(august.open_point_ids, july.point_ids)
            self.assertEqual(august.previous_id, july)
        august = self.hold("2024-08-30")
        with self.at("2024-09-10"):
            self.as_user(july.point_ids, self.manager).action_finish()
            september = self.plan_talk(date="2024-09-27")
        with self.at("2024-09-27"):
            september.invalidate_recordset()
            self.assertFalse(september.open_point_ids)
            self.assertEqual(august.open_point_ids, july.point_ids)
            self.assertFalse(july.open_point_ids)
        self.assertEqual(
            self.env["hr.performance.coaching.point"].search_count(
                [("employee_id", "=", self.employee.id)]
            ),
            1,
        )

    def test_problem_reopens_with_a_reason(self):
        """C2: dropping and reopening a problem asks for the reason."""
        point = self.as_user(self.hold("2024-07-31", problem="No tool").point_ids, self.manager)
        with self.assertRaises(UserError):
            point.action_drop("")
        point.action_drop("The tool is ordered")
        self.assertEqual(point.state, "dropped")
        point.action_reopen("The order was cancelled")
        self.assertEqual((point.state, point.closed_on), ("open", False))

    def test_owner_of_a_problem_does_not_drop_it(self):
        """C2: the owner says that it is solved; whether to give it up is for those who lead."""
        problem = {"problem": "No tool", "owner_id": self.employee.id}
        point = self.as_user(self.hold("2024-07-31", problem=problem).point_ids, self.employee)
        with self.assertRaisesRegex(UserError, "is up to"):
            point.action_drop("Not mine")
        point.action_finish()
        with self.assertRaisesRegex(UserError, "is up to"):
            point.action_reopen("After all")
        self.assertEqual(point.state, "done")

    def test_held_is_closed(self):
        """C2, G4: nobody changes what was recorded, not even HR; nobody deletes it."""
        talk = self.hold("2024-07-31", problem="No tool", wins="A win")
        for person in (self.manager, self.boss, self.admin):
            record = self.as_user(talk, person)
            with self.assertRaises(UserError):
                record.wins = "Nothing"
            with self.assertRaises(UserError):
                record.point_ids.problem = "Something else"
            with self.assertRaises(UserError):
                record.write({"point_ids": [(0, 0, {"problem": "Late"})]})
            with self.assertRaises(UserError):
                record.unlink()
            with self.assertRaises(AccessError):
                record.write({"employee_comment": "I agree"})
            with self.assertRaises(AccessError):
                record.write({"state": "planned"})
        self.assertEqual(talk.point_ids.problem, "No tool")

    def test_acknowledged_is_closed(self):
        """C2, G4: acknowledged, a record is closed as before, and no problem is slipped in."""
        talk = self.hold("2024-07-31", wins="A win")
        points = self.env["hr.performance.coaching.point"]
        problem = {"coaching_id": talk.id, "problem": "Late"}
        for step in (lambda: None, self.as_user(talk, self.employee).action_acknowledge):
            step()
            for person in (self.manager, self.admin):
                with self.assertRaisesRegex(UserError, "cannot be changed any more"):
                    self.as_user(talk, person).wins = "Nothing"
                with self.assertRaisesRegex(UserError, "any more"), self.cr.savepoint():
                    self.as_user(points, person).create(problem)
        self.assertFalse(talk.point_ids)

    def test_only_earlier_problems_come_up(self):
        """C2: neither what is only prepared for another talk, nor what was raised later."""
        july = self.hold("2024-07-31", problem="Approval takes a week")
        with self.at("2024-08-01"):
            prepared = [(0, 0, {"problem": "Only prepared"})]
            self.plan_talk(date="2024-08-20", point_ids=prepared)
            other = self.plan_talk(date="2024-08-30")
            self.assertEqual(other.open_point_ids, july.point_ids)
        august = self.hold("2024-08-30", problem="No tool")
        self.env.invalidate_all()
        self.assertEqual(august.open_point_ids, july.point_ids)
        self.assertFalse(july.open_point_ids | july.previous_id.point_ids)

    def test_line_is_closed(self):
        """C2: neither the note nor the figures of a goal change after the talk."""
        self.sign_goals(self.employee)
        line = self.as_user(self.hold("2024-07-31").line_ids, self.manager)
        with self.assertRaises(UserError):
            line.kept_achievement = 150
        with self.assertRaises(UserError):
            line.note = "Great"
        with self.assertRaises(UserError):
            line.unlink()

    def test_only_the_employee_acknowledges(self):
        """C2: neither the manager nor HR acknowledges for the employee."""
        talk = self.hold("2024-07-31")
        for person in (self.manager, self.officer, self.admin):
            with self.assertRaises(UserError):
                self.as_user(talk, person).action_acknowledge()
        self.assertEqual(talk.state, "held")

    def test_future_talk_is_not_held(self):
        """C2: a talk of next week cannot have been held."""
        with self.at("2024-07-10"):
            talk = self.plan_talk(date="2024-07-10", held_on="2024-07-17")
            with self.assertRaisesRegex(UserError, "cannot have been held yet"):
                talk.action_hold()

    def test_cancel_needs_a_reason(self):
        """C1: a talk that does not take place says why."""
        talk = self.plan_talk(date="2024-07-10")
        with self.assertRaises(UserError):
            talk.action_cancel(" ")
        talk.action_cancel("Business trip")
        self.assertEqual(talk.cancel_reason, "Business trip")

    def test_leader_outside_the_line(self):
        """C2: a talk is led by somebody above the person, or by HR; the sentence says so."""
        with self.assertRaisesRegex(ValidationError, "does not lead"):
            self.plan_talk(by=self.colleague)
        with self.assertRaisesRegex(ValidationError, "does not lead"):
            self.plan_talk(self.manager, by=self.employee)
        with self.assertRaisesRegex(ValidationError, "themselves"):
            self.plan_talk(self.manager, by=self.manager)
        talk = self.plan_talk()
        with self.assertRaisesRegex(ValidationError, "does not lead"):
            talk.leader_id = self.stranger
        self.assertEqual(self.plan_talk(by=self.boss).leader_id, self.boss)
        self.assertEqual(self.plan_talk(by=self.officer).leader_id, self.officer)

    def test_who_has_left(self):
        """C2: neither a leader nor an owner of a problem who has left is accepted."""
        talk = self.plan_talk(date="2024-07-10")
        self.boss.parent_id = False
        leaver = self.person("leaver", parent_id=self.boss.id)
        self.manager.parent_id = leaver
        leaver.with_context(no_wizard=True).action_archive()
        with self.assertRaisesRegex(ValidationError, "has left"):
            talk.write({"point_ids": [(0, 0, {"problem": "X", "owner_id": leaver.id})]})
        self.manager.with_context(no_wizard=True).action_archive()
        with self.at("2024-07-10"), self.assertRaisesRegex(UserError, "has left"):
            self.as_user(talk, self.officer).action_hold()

    def test_day_outside_the_employment(self):
        """C2, G2: no talk is recorded with somebody before they joined or after they left."""
        self.employee.contract_date_end = "2024-08-10"
        self.assertTrue(self.hold("2024-08-09"))
        with self.assertRaisesRegex(ValidationError, "not employed on"):
            self.hold("2024-08-12")

    def test_owner_of_a_problem_may_read_it(self):
        """C3: an owner elsewhere gets an action, because they may not read the record."""
        with self.assertRaisesRegex(ValidationError, "give them an action"):
            self.hold("2024-07-10", problem={"problem": "X", "owner_id": self.stranger.id})

    def test_printed_record(self):
        """C2, G6: on paper, in the person's language: who, when, goals, problems, owners, dates."""
        self.sign_goals(self.employee)
        self.hold("2024-07-31", problem="Approval takes a week")
        talk = self.hold(
            "2024-08-30",
            wins="Two new accounts",
            agreed="Visit the north",
            problem={"problem": "No car", "owner_id": self.manager.id, "due": "2024-09-20"},
        )
        with self.at("2024-09-02"):
            self.as_user(talk, self.employee).action_acknowledge("Thank you")
        report = self.env["ir.actions.report"].with_user(self.employee.user_id)
        html = report._render_qweb_html("hr_performance.coaching_report", talk.ids)[0].decode()
        for text in (
            "Coaching record",
            "Manager",
            "08/30/2024",
            "Raise sales",
            "Two new accounts",
            "Approval takes a week",
            "No car",
            "09/20/2024",
            "Visit the north",
            "Thank you",
            "Acknowledged by the employee",
        ):
            self.assertIn(text, html)
        # Every row has all its cells, also where nothing was written.
        page = etree.fromstring(html, etree.HTMLParser())
        for table in page.iterfind(".//table[@class='grid']"):
            width = len(table.findall("thead/tr/th"))
            self.assertEqual({len(row.findall("td")) for row in table.findall("tbody/tr")}, {width})
        with self.assertRaises(AccessError):
            stranger = self.env["ir.actions.report"].with_user(self.colleague.user_id)
            stranger._render_qweb_html("hr_performance.coaching_report", talk.ids)
