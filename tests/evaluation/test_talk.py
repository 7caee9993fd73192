from unittest.mock import patch

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .talk_common import POINT, TalkCase


@tagged("post_install", "-at_install")
class TestTalk(TalkCase):
    """F1: the feedback talk from the release to the coaching that follows."""

    def test_comes_with_the_release(self):
        """F1: each released person has one talk, led by the manager, due in five working days."""
        talk = self.released()
        self.assertEqual((talk.leader_id, talk.state), (self.manager, "planned"))
        self.assertEqual(str(talk.due), "2024-10-15")
        self.assertEqual(self.tasks(talk).user_id, self.manager.user_id)
        self.assertEqual(self.tasks(talk).date_deadline, talk.due)
        self.release(self.cycle)
        self.assertEqual(len(talk.evaluation_id.talk_ids), 1)

    def test_setting_and_holidays(self):
        """F1, formulas 7: as many working days as the template says, without holidays."""
        self.template.talk_days = 3
        self.env["resource.calendar.leaves"].with_company(self.company).create(
            {
                "name": "Holiday",
                "resource_id": False,
                "date_from": "2024-10-10 00:00:00",
                "date_to": "2024-10-10 23:59:59",
            }
        )
        self.assertEqual(str(self.released().due), "2024-10-14")

    def test_counts_from_the_calibration(self):
        """F1: the days run from the calibration, but nobody is late on the day of the release."""
        evaluation = self.released().evaluation_id
        model = type(evaluation)
        for approved, due in (("2024-10-07", "2024-10-14"), ("2024-09-20", "2024-10-09")):
            calibrated = fields.Datetime.to_datetime(f"{approved} 08:00:00")
            with patch.object(
                model, "_get_calibrated_at", lambda ones, at=calibrated: dict.fromkeys(ones, at)
            ):
                talk = self.env["hr.performance.talk"].new({"evaluation_id": evaluation.id})
                self.assertEqual(str(talk.due), due)

    def test_last_day_is_not_written(self):
        """F3: nobody gives themselves more time."""
        talk = self.released()
        for person in (self.manager, self.officer, self.admin):
            for vals in ({"due": "2025-01-01"}, {"status": "on_time"}, {"told_level": 2}):
                with self.assertRaises(AccessError):
                    self.as_user(talk, person).write(vals)

    def test_points_in_their_form(self):
        """F1: a point has fact, impact, improvement, owner and date before the talk is closed."""
        talk = self.as_user(self.released(), self.manager)
        with self.assertRaisesRegex(UserError, "at least one point"):
            talk.action_hold()
        for name in ("impact", "improvement", "owner_id", "due"):
            point = self.add_point(talk, **{name: False})
            label = point._fields[name]._description_string(self.env)
            with self.assertRaisesRegex(UserError, f"lacks: {label}"):
                talk.action_hold()
            point.unlink()
        point = self.add_point(talk, impact="  ")
        with self.assertRaisesRegex(UserError, "lacks: Impact"):
            talk.action_hold()
        with self.assertRaisesRegex(ValidationError, "what the fact is"):
            point.fact = " "

    def test_held_record_is_closed(self):
        """F1, G4: after the talk nobody changes what was said, the employee reads it."""
        talk = self.hold(self.released())
        self.assertEqual((talk.state, talk.status), ("held", "on_time"))
        self.assertEqual(str(talk.held_on), "2024-10-10")
        for person in (self.manager, self.officer):
            with self.assertRaisesRegex(UserError, "cannot be changed any more"):
                self.as_user(talk.point_ids, person).impact = "None"
            with self.assertRaisesRegex(UserError, "cannot be changed any more"):
                self.as_user(talk, person).held_on = "2024-10-09"
            with self.assertRaises(UserError):
                self.add_point(talk, by=person)
            with self.assertRaisesRegex(UserError, "cannot be changed any more"):
                self.as_user(talk.point_ids, person).unlink()
            with self.assertRaisesRegex(UserError, "cannot be changed any more"):
                self.as_user(talk.preparation_id, person).notes = "Later"
        self.env.invalidate_all()
        self.assertEqual(self.as_user(talk, self.employee).point_ids.fact, POINT["fact"])

    def test_held_late(self):
        """F3: a talk after its last day is late, whatever day is written afterwards."""
        talk = self.hold(self.released(), "2024-10-16")
        self.assertEqual((talk.status, talk.days_late), ("late", 1))

    def test_day_of_the_talk(self):
        """F1: nobody talks about a grade that is withheld, nor tomorrow."""
        talk = self.as_user(self.released(), self.manager)
        self.add_point(talk)
        with self.at("2024-10-10"):
            for day in ("2024-10-07", "2024-10-11"):
                talk.held_on = day
                with self.assertRaisesRegex(UserError, "between the release"):
                    talk.action_hold()
            talk.held_on = "2024-10-09"
            talk.action_hold()
        self.assertEqual(str(talk.held_on), "2024-10-09")

    def test_acknowledge(self):
        """F1: the employee confirms to have read it, with a comment; nobody else does."""
        talk = self.hold(self.released())
        self.assertEqual(self.tasks(talk, "_acknowledge").user_id, self.employee.user_id)
        for person in (self.manager, self.officer):
            with self.assertRaisesRegex(UserError, "is up to: the employee"):
                self.as_user(talk, person).action_acknowledge("Read")
        self.as_user(talk, self.employee).action_acknowledge("I see the dates differently")
        self.assertEqual(talk.state, "acknowledged")
        self.assertEqual(talk.employee_comment, "I see the dates differently")
        self.assertFalse(talk.entered_by_id)
        self.assertFalse(self.tasks(talk, "_acknowledge"))

    def test_cancel_is_up_to_hr(self):
        """F1, F3: a manager does not call the talk off; HR does with a reason, and back."""
        talk = self.released()
        with self.assertRaisesRegex(UserError, "is up to"):
            self.as_user(talk, self.manager).action_cancel("No time")
        with self.assertRaisesRegex(UserError, "give a reason"):
            self.as_user(talk, self.officer).action_cancel(" ")
        self.as_user(talk, self.officer).action_cancel("On parental leave")
        self.assertEqual((talk.state, talk.cancel_reason), ("cancelled", "On parental leave"))
        self.assertFalse(self.tasks(talk))
        with self.at("2024-10-20"):
            self.as_user(talk, self.officer).action_reopen("Came back")
        self.assertEqual((talk.state, talk.status), ("planned", "missing"))
        self.assertIn("Came back", talk.cancel_reason)
        self.assertTrue(self.tasks(talk))

    def test_who_leads(self):
        """F1: somebody who leads the person, or HR; the to-do goes with the talk."""
        talk = self.as_user(self.released(), self.manager)
        with self.assertRaisesRegex(ValidationError, "Other_manager does not lead Employee"):
            talk.leader_id = self.other_manager
        with self.assertRaises(ValidationError):
            talk.leader_id = self.employee
        talk.leader_id = self.boss
        self.assertEqual(self.tasks(talk).user_id, self.boss.user_id)
        self.as_user(talk, self.officer).leader_id = self.officer
        self.hold(talk, by=self.officer)
        self.assertEqual(talk.state, "held")

    def test_what_was_agreed_comes_up_again(self):
        """F1: a point that is open stands in the next coaching record until it is done."""
        talk = self.hold(self.released())
        coaching = self.as_user(self.env["hr.performance.coaching"], self.manager)
        with self.at("2024-10-20"):
            following = coaching.create(
                {"employee_id": self.employee.id, "leader_id": self.manager.id}
            )
            self.assertEqual(following.talk_point_ids, talk.point_ids)
            following.action_hold()
        with self.at("2024-10-25"):
            self.as_user(talk.point_ids, self.employee).action_finish()
        self.env.invalidate_all()
        self.assertEqual(following.talk_point_ids, talk.point_ids, "it was open on that day")
        with self.at("2024-11-01"):
            later = coaching.create({"employee_id": self.employee.id, "leader_id": self.manager.id})
            self.assertFalse(later.talk_point_ids)
            self.as_user(talk.point_ids, self.manager).action_reopen("Late again")
            self.env.invalidate_all()
            self.assertEqual(later.talk_point_ids, talk.point_ids)

    def test_owner_reads_the_point(self):
        """F1: whoever is to do something about it reads it."""
        talk = self.released()
        self.add_point(talk, owner_id=self.manager.id)
        with self.assertRaisesRegex(ValidationError, "cannot read"):
            self.add_point(talk, owner_id=self.colleague.id)

    def test_calendar(self):
        """F1: planned as a private event without content, moved from either side."""
        talk = self.as_user(self.released(), self.manager)
        with self.assertRaisesRegex(UserError, "day and time"):
            talk.action_plan()
        talk.write({"start": "2024-10-10 08:00:00", "location": "Room 3"})
        self.add_point(talk)
        talk.action_plan()
        event = talk.calendar_event_id
        self.assertEqual(event.partner_ids, (self.employee | self.manager).user_id.partner_id)
        self.assertEqual((event.name, event.privacy), ("Feedback talk", "private"))
        self.assertNotIn("offer", str(event.description))
        talk.start = "2024-10-11 08:00:00"
        self.assertEqual(str(event.stop), "2024-10-11 09:00:00")
        event.write({"start": "2024-10-14 08:00:00", "stop": "2024-10-14 09:30:00"})
        self.assertEqual((str(talk.start), talk.duration), ("2024-10-14 08:00:00", 1.5))
        self.hold(talk)
        event.write({"start": "2024-10-15 08:00:00", "stop": "2024-10-15 09:00:00"})
        self.assertEqual(str(talk.start), "2024-10-14 08:00:00", "a held talk stays as it was")

    def test_somebody_without_a_login(self):
        """F1, G7: HR types in the note, holds if need be, and enters what was answered on paper."""
        worker = self.person("worker", user=False, parent_id=self.manager.id)
        evaluation = self.launch(self.cycle, worker)
        evaluation._with_pass().write({"released_at": "2024-10-08 02:00:00"})
        talk = self.env["hr.performance.talk"]._with_pass()._open(evaluation)._without_pass()
        note = self.as_user(talk, self.officer).note_id
        note.achieved = "Written on a card"
        with self.assertRaises(AccessError):
            self.as_user(note, self.manager).read(["achieved"])
        self.hold(talk)
        with self.assertRaisesRegex(UserError, "where the paper is"):
            self.as_user(talk, self.officer).action_acknowledge()
        with self.assertRaises(UserError):
            self.as_user(talk, self.manager).action_acknowledge("He read it")
        self.as_user(talk, self.officer).action_acknowledge("Read and signed, folder 12")
        self.assertEqual(talk.entered_by_id, self.officer.user_id)

    def test_many_people(self):
        """G8: the release of twice as many people takes no query more for each talk."""
        counts = []
        for size in (2, 4):
            people = self.env["hr.employee"].concat(
                *(self.person(f"p{size}{n}", parent_id=self.manager.id) for n in range(size))
            )
            cycle = self.other_cycle(f"C{size}")
            evaluations = self.launch(cycle, people)
            evaluations._with_pass().write({"released_at": "2024-10-08 02:00:00"})
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            talks = self.env["hr.performance.talk"]._with_pass()._open(evaluations)
            self.env.flush_all()
            counts.append(self.env.cr.sql_log_count - before)
            self.assertEqual(len(talks), size)
        self.assertLessEqual(counts[1], counts[0] + 2, counts)
