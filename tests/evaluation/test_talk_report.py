from odoo.exceptions import AccessError
from odoo.tests import tagged

from .talk_common import POINT, TalkCase


@tagged("post_install", "-at_install")
class TestTalkReport(TalkCase):
    """F1: the record and the preparation sheet on paper."""

    def html(self, name, record, person):
        report = self.as_user(self.env["ir.actions.report"], person)
        content, _kind = report._render_qweb_html(f"hr_performance.{name}", record.ids)
        return content.decode()

    def test_record(self):
        """F1: points, owner, date, comment; nothing of it before the talk for the employee."""
        talk = self.released()
        self.add_point(talk)
        self.env.invalidate_all()
        self.assertIn("days late", self.html("talk_form", talk, self.manager))
        self.env.invalidate_all()
        self.assertNotIn("days late", self.html("talk_form", talk, self.employee))
        self.hold(talk)
        self.as_user(talk, self.employee).action_acknowledge("I see the dates differently")
        self.env.invalidate_all()
        page = self.html("talk_form", talk, self.employee)
        for text in (*(POINT[name] for name in ("fact", "impact", "improvement")), "11/15/2024"):
            self.assertIn(text, page)
        self.assertIn("I see the dates differently", page)
        self.assertIn("Acknowledged by the employee", page)
        for person in (self.colleague, self.other_manager, self.payroll):
            with self.assertRaises(AccessError):
                self.html("talk_form", talk, person)

    def test_acknowledged_on_paper(self):
        """F1, F2: who entered it for whom stands on the form; no signature is invented."""
        talk = self.hold(self.released())
        self.employee.user_id = False
        self.as_user(talk, self.officer).action_acknowledge("Folder 12")
        page = self.html("talk_form", talk, self.officer)
        self.assertIn("entered by Officer for Employee", page)

    def test_preparation(self):
        """F1: figures, notes and points for the manager; not for the employee."""
        talk = self.released()
        self.add_point(talk)
        sheet = self.as_user(talk, self.manager).preparation_id
        sheet.notes = "Begin with the good news"
        self.assertEqual((sheet.grade_name, sheet.score), ("Good", 102.5))
        self.assertEqual(set(sheet.review_ids.mapped("role")), {"self", "manager"})
        self.assertEqual([one["role"] for one in sheet.voices["groups"]], ["self", "manager"])
        page = self.html("talk_preparation_form", sheet, self.manager)
        for text in ("good news", "102.50", "Raise sales", "days late", "Not for the employee"):
            self.assertIn(text, page)
        with self.assertRaises(AccessError):
            self.html("talk_preparation_form", sheet, self.employee)

    def test_coaching_form(self):
        """F1: what was agreed stands on the next coaching record, also on paper."""
        talk = self.hold(self.released())
        with self.at("2024-10-20"):
            coaching = self.as_user(self.env["hr.performance.coaching"], self.manager).create(
                {"employee_id": self.employee.id, "leader_id": self.manager.id}
            )
            page = self.html("coaching_form", coaching, self.manager)
        self.assertIn(talk.point_ids.improvement, page)
