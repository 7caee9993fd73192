"""Attacks through what Odoo brings along: own defaults, forms, messages, followers, to-dos."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .coaching.common import CoachingCase

SECRET = "Win back the customer Kranich by three offers"


class ChannelCase(CoachingCase):
    def as_attacker(self, model, person=None):
        return self.as_user(self.env[model], person or self.stranger)

    def flush_notes(self):
        """Changes of tracked fields become notes when the transaction ends."""
        self.env.flush_all()
        self.env.cr.precommit.run()

    def assertRefused(self, action, *secrets, error=AccessError):
        with self.assertRaises(error) as refused:
            action()
        for secret in secrets:
            self.assertNotIn(secret, str(refused.exception))


@tagged("post_install", "-at_install")
class TestOwnDefaults(ChannelCase):
    """Everybody may save defaults of their own, for each field of each model."""

    def save_default(self, person, model, **values):
        defaults = self.as_attacker("ir.default", person)
        for name, value in values.items():
            defaults.set(model, name, value, user_id=True)

    def test_default_state(self):
        """C2, G4: a talk is neither held nor acknowledged by a default."""
        self.save_default(
            self.manager,
            "hr.performance.coaching",
            state="acknowledged",
            employee_comment="All of it is true",
            acknowledged_at="2024-07-01 08:00:00",
            wins="Well prepared",
        )
        talk = self.plan_talk()
        self.assertEqual(talk.state, "planned")
        self.assertFalse(talk.employee_comment)
        self.assertFalse(talk.acknowledged_at)
        self.assertEqual(talk.wins, "Well prepared", "what the user writes has its default")

    def test_default_figures(self):
        """C4: computed figures and the approvals of others come from no default."""
        model = "hr.performance.goal"
        self.save_default(self.employee, model, achievement=150, warning="on_track")
        evaluation = self.launch(self.cycle, self.employee)
        goal = self.add_goal(evaluation)
        self.assertFalse(goal.achievement)
        self.agree(evaluation)
        self.save_default(
            self.employee,
            "hr.performance.goal.revision",
            state="approved",
            manager_approved_by_id=self.manager.user_id.id,
        )
        request = self.as_attacker("hr.performance.goal.revision", self.employee).create(
            {"evaluation_id": evaluation.id, "explanation": "The market fell"}
        )
        self.assertEqual(request.state, "draft")
        self.assertFalse(request.manager_approved_by_id)

    def test_default_in_what_the_process_makes(self):
        """P7, G4: what the process creates takes nothing from the defaults of whoever acts."""
        self.save_default(
            self.employee, "hr.performance.signature", proxy_reason="On paper", comment="Forced"
        )
        evaluation = self.launch(self.cycle, self.employee)
        self.add_goal(evaluation)
        agreement = self.agree(evaluation)
        self.assertFalse(agreement.signature_ids.filtered("proxy_reason"))
        self.assertFalse(agreement.signature_ids.filtered("comment"))

    def test_default_link(self):
        """C4, C5, G1: no form shows the goal behind a default that its user may not read."""
        goal = self.add_goal(self.launch(self.cycle, self.colleague), name=SECRET)
        for model in ("risk", "measurement", "feedback"):
            name = f"hr.performance.{model}"
            self.save_default(self.employee, name, goal_id=goal.id)
            forms = self.as_attacker(name, self.employee)
            spec = {"goal_id": {"fields": {"display_name": {}}}, "display_name": {}}
            shown = forms.onchange({}, [], spec)
            self.assertNotIn(SECRET, str(shown))
            self.assertFalse(forms.default_get(["goal_id"]).get("goal_id"))


@tagged("post_install", "-at_install")
class TestForms(ChannelCase):
    """A form answers before anything is saved, so before any record rule."""

    def test_form_of_a_goal_for_somebody_else(self):
        """P4, G1: no form tells what somebody else reached, nor whether their goals are signed."""
        before = {"date_start": "2024-04-01", "date_end": "2024-06-30"}
        earlier = self.create_cycle(
            name="Q2", code="Q2", payout_from="2024-07-01", payout_to="2024-09-30", **before
        )
        goal = self.add_goal(self.launch(earlier, self.colleague))
        self.measure(goal, 77.31, day="2024-06-30")
        self.launch(self.cycle, self.colleague)
        values = {
            "employee_id": self.colleague.id,
            "cycle_id": self.cycle.id,
            "metric": "Sales",
            "unit": "units",
            "method": "ratio_higher",
            "target": 100000,
        }
        asked = {"smart_a": {}, "lock_reason": {}, "evaluation_id": {"fields": {}}}
        for attacker in (self.stranger, self.employee):
            forms = self.as_attacker("hr.performance.goal", attacker)
            self.assertRefused(lambda f=forms: f.onchange(values, ["target"], asked), "77.31")
            opened = forms.with_context(default_employee_id=self.colleague.id)
            self.assertRefused(lambda f=opened: f.onchange({}, [], asked))
            self.as_attacker("ir.default", attacker).set(
                "hr.performance.goal", "employee_id", self.colleague.id, user_id=True
            )
            answer = forms.onchange({}, [], {"employee_id": {"fields": {}}, **asked})
            self.assertFalse(answer["value"]["employee_id"])
        for entitled in (self.colleague, self.manager, self.officer):
            forms = self.as_attacker("hr.performance.goal", entitled)
            answer = forms.onchange(values, ["target"], asked)["value"]
            self.assertIn("77.31", answer["smart_a"])

    def test_form_of_a_talk_with_somebody_else(self):
        """C2: the form of a talk does not count the goals of a person outside one's line."""
        self.add_goal(self.launch(self.cycle, self.colleague))
        values = {"employee_id": self.colleague.id, "date": "2024-07-02", "kind": "one_on_one"}
        asked = {"display_name": {}, "missing_goal_count": {}}
        forms = self.as_attacker("hr.performance.coaching", self.stranger)
        self.assertRefused(lambda: forms.onchange(values, ["employee_id"], asked))
        forms = self.as_attacker("hr.performance.coaching", self.manager)
        answer = forms.onchange(values, ["employee_id"], asked)["value"]
        self.assertIn("Colleague", answer["display_name"])
