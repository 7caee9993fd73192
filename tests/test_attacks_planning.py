"""Attacks on revisions, the library, strategy and cascading: forged links in dialogs and moves."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .planning.alignment_common import AlignmentCase


@tagged("post_install", "-at_install")
class TestAttacksPlanning(AlignmentCase):
    def as_attacker(self, model, person=None):
        return self.as_user(self.env[model], person or self.colleague)

    def assertRefused(self, action, *secrets, error=AccessError):
        with self.assertRaises(error) as refused:
            action()
        for secret in secrets:
            self.assertNotIn(secret, str(refused.exception))

    def test_dialogs_do_not_name_foreign_goals(self):
        """P1, P2, P8, G1: no dialog shows even the name of a goal that its user may not read."""
        goal = self.goal(employee_id=self.employee.id)
        for name in ("cascade", "break.down", "request.revision.wizard.line"):
            model = name if name.endswith("line") else f"{name}.wizard"
            wizards = self.as_attacker(f"hr.performance.{model}", self.colleague)
            self.assertRefused(lambda w=wizards: w.create({"goal_id": goal.id}), goal.name)
            opened = wizards.with_context(default_goal_id=goal.id)
            self.assertRefused(lambda w=opened: w.create({}), goal.name)

    def test_dialogs_do_not_name_foreign_people(self):
        """P5, P7: nor of whom an evaluation or a Goal Confirmation is."""
        evaluation = self.launch(self.quarter, self.employee)
        agreement = evaluation.agreement_id
        lines = self.as_attacker("hr.performance.assign.wizard.line")
        self.assertRefused(lambda: lines.create({"evaluation_id": evaluation.id}), "Employee,")
        compare = self.as_attacker("hr.performance.compare.wizard")
        vals = {
            "evaluation_id": evaluation.id,
            "newer_id": agreement.id,
            "older_id": agreement.id,
        }
        self.assertRefused(lambda: compare.create(vals))

    def test_assignment_with_forged_people(self):
        """P5: forged lines of the dialog give goals to nobody outside the own line."""
        evaluation = self.launch(self.quarter, self.stranger)
        template = self.env["hr.performance.goal.template"].search([("kind", "=", "kpi")], limit=1)
        wizard = self.as_attacker("hr.performance.assign.wizard", self.manager).create(
            {"cycle_id": self.quarter.id, "template_ids": [(6, 0, template.ids)]}
        )
        forged = {"evaluation_id": evaluation.id, "included": True}
        self.assertRefused(lambda: wizard.write({"line_ids": [(0, 0, forged)]}))
        self.assertFalse(evaluation.goal_ids)

    def test_revision_moved_to_somebody_else(self):
        """P8: neither a request nor its lines are moved to the goals of a colleague."""
        mine, theirs = self.launch(self.quarter, self.employee | self.colleague)
        for evaluation in (mine, theirs):
            self.add_goal(evaluation)
            self.agree(evaluation)
        vals = {"explanation": "The market fell"}
        requests = {
            evaluation: self.as_attacker(
                "hr.performance.goal.revision", evaluation.employee_id
            ).create(
                {
                    **vals,
                    "evaluation_id": evaluation.id,
                    "line_ids": [(0, 0, {"goal_id": evaluation.goal_ids.id})],
                }
            )
            for evaluation in (mine, theirs)
        }
        request, foreign = requests[mine], requests[theirs]
        self.assertRefused(lambda: request.write({"evaluation_id": theirs.id}))
        self.assertRefused(lambda: request.line_ids.write({"revision_id": foreign.id}))
        secret = theirs.goal_ids
        self.assertRefused(lambda: request.line_ids.write({"parent_id": secret.id}))
        lines = self.as_attacker("hr.performance.goal.revision.line", self.employee)
        lines = lines.with_context(default_goal_id=secret.id)
        self.assertRefused(lambda: lines.create({"revision_id": request.id}))

    def test_meeting_over_a_foreign_event(self):
        """P1: a strategist rewrites no meeting of others by linking it to a strategy meeting."""
        event = self.as_attacker("calendar.event", self.boss).create(
            {
                "name": "Board",
                "start": "2024-07-10 08:00:00",
                "stop": "2024-07-10 09:00:00",
                "privacy": "private",
            }
        )
        meetings = self.as_attacker("hr.performance.strategy.meeting", self.manager)
        vals = {"name": "Kick-off", "cycle_id": self.year.id, "start": "2024-07-02 08:00:00"}
        meeting = meetings.create(vals)
        self.assertRefused(lambda: meeting.write({"calendar_event_id": event.id, "name": "Mine"}))
        self.assertRefused(lambda: meetings.create({**vals, "calendar_event_id": event.id}))
        self.assertEqual(event.name, "Board")
        meeting.action_plan()
        meeting.name = "Kick-off of the year"
        self.assertEqual(meeting.calendar_event_id.name, "Kick-off of the year")

    def test_strategy_moved_into_another_company(self):
        """P1: a strategist puts no theme and no meeting into a company that others lead."""
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        foreign = self.create_cycle(company_id=elsewhere.id, name="Foreign", code="F")
        theme = self.as_attacker("hr.performance.theme", self.manager).create(
            {"name": "Growth", "cycle_id": self.year.id}
        )
        self.assertRefused(lambda: theme.write({"cycle_id": foreign.id}), error=UserError)
        meeting = self.as_attacker("hr.performance.strategy.meeting", self.manager).create(
            {"name": "Kick-off", "cycle_id": self.year.id}
        )
        self.assertRefused(lambda: meeting.write({"cycle_id": foreign.id}), error=UserError)
