from odoo.tests import tagged

from ..common import PerformanceHttpCase


@tagged("post_install", "-at_install")
class TestTalkTour(PerformanceHttpCase):
    """F1, F2 in the browser: each step by the one who takes it."""

    def walk(self, path, tour, person):
        self.start_tour(path, tour, login=person.user_id.login, timeout=120)
        self.env.invalidate_all()

    def test_from_the_sheet_to_the_answer(self):
        """F1, F2: both prepare, the manager holds the talk, the employee acknowledges it and signs
        that they do not agree."""
        self.company.resource_calendar_id.tz = "UTC"
        evaluation = self.live_through(self.create_cycle(), self.employee, answer=None)
        talk = evaluation.talk_ids
        self.walk("/odoo/team-feedback-talks", "talk_prepare_manager", self.manager)
        self.assertEqual(talk.point_ids.owner_id, self.employee)
        self.assertEqual(
            talk.with_user(self.manager.user_id).preparation_id.notes,
            "Begin with the new key accounts",
        )
        self.walk("/odoo/my-feedback-talks", "talk_prepare_employee", self.employee)
        self.walk("/odoo/team-feedback-talks", "talk_hold", self.manager)
        self.assertEqual(talk.state, "held")
        self.walk("/odoo/my-feedback-talks", "talk_acknowledge", self.employee)
        self.assertEqual(talk.state, "acknowledged")
        self.assertEqual(evaluation.state, "disagreed")


@tagged("post_install", "-at_install")
class TestTalkPhone(TestTalkTour):
    """F1, F2: the same on a phone, where the employee uses it."""

    browser_size = "375x667"
    touch_enabled = True

    def walk(self, path, tour, person):
        if person == self.employee:
            super().walk(path, tour, person)
            return
        talk = self.env["hr.performance.talk"].search([]).with_user(self.manager.user_id)
        if tour == "talk_hold":
            talk.action_hold()
        else:
            talk.preparation_id.notes = "Begin with the new key accounts"
            self.env["hr.performance.talk.point"].with_user(self.manager.user_id).create(
                {
                    "talk_id": talk.id,
                    "fact": "The offer went out three days late",
                    "impact": "The customer had ordered elsewhere",
                    "improvement": "Offers go out a day before the agreed day",
                    "owner_id": self.employee.id,
                    "due": "2099-12-31",
                }
            )
