from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ...models.core import workflow_mixin
from ..common import PerformanceCase

# What a JSON caller could send to look like the process itself.
FORGED = {workflow_mixin._PASS: True, "pass": True, "hr_performance_signing": True}


@tagged("post_install", "-at_install")
class TestWorkflow(PerformanceCase):
    """A state changes in one way only: by a declared step, taken by whoever may take it (G4)."""

    def setUp(self):
        super().setUp()
        self.cycle = self.create_cycle()
        self.evaluation = self.launch(self.cycle, self.employee)
        self.agreement = self.evaluation.agreement_id

    def test_write_is_refused_for_everybody(self):
        """G4: not even the superuser writes a state; the refusal names the field."""
        for record in (self.cycle, self.evaluation, self.agreement):
            with self.assertRaisesRegex(AccessError, "cannot be written directly"):
                record.sudo().write({"state": record.state})
        with self.assertRaisesRegex(AccessError, "State"):
            self.as_user(self.cycle, self.admin).state = "closed"

    def test_forged_context_is_no_pass(self):
        """G4: a truthy context key, or the name of the pass itself, opens nothing."""
        cycle = self.as_user(self.cycle, self.admin).with_context(**FORGED)
        with self.assertRaises(AccessError):
            cycle.write({"state": "closed"})
        with self.assertRaises(AccessError):
            self.evaluation.sudo().with_context(**FORGED).write({"released_at": "2024-07-02"})
        self.add_goal(self.evaluation)
        agreement = self.as_user(self.agreement, self.employee).with_context(**FORGED)
        agreement.action_submit()
        with self.assertRaisesRegex(UserError, "is up to: the process itself"):
            agreement._transit("complete")

    def test_create_and_defaults_do_not_set_a_state(self):
        """G4: neither a value at creation nor ``default_state`` in the context counts."""
        vals = {
            "name": "Q4",
            "code": "2024Q4",
            "company_id": self.company.id,
            "date_start": "2024-10-01",
            "date_end": "2024-12-31",
            "template_id": self.template.id,
        }
        cycles = self.as_user(self.env["hr.performance.cycle"], self.officer)
        with self.assertRaises(AccessError):
            cycles.create({**vals, "state": "closed"})
        cycle = cycles.with_context(default_state="closed", **FORGED).create(vals)
        self.assertEqual(cycle.state, "draft")

    def test_import_does_not_set_a_state(self):
        """G4: Odoo's import reports the refusal and changes nothing."""
        cycles = self.as_user(self.env["hr.performance.cycle"], self.admin)
        answer = cycles.load([".id", "state"], [[str(self.cycle.id), "Closed"]])
        self.assertFalse(answer["ids"])
        self.assertIn("cannot be written directly", answer["messages"][0]["message"])
        self.assertEqual(self.cycle.state, "planning")

    def test_process_takes_no_defaults_from_its_caller(self):
        """G4, E7: ``default_*`` of a button's context fills nothing into what a step creates."""
        context = {
            "default_released_at": "2024-07-01 00:00:00",
            "default_manager_submitted": True,
            "default_frozen_digest": "0" * 64,
        }
        officer = self.as_user(self.cycle, self.officer).with_context(**context)
        officer._launch(self.colleague)
        evaluation = self.cycle.evaluation_ids.filtered(
            lambda one: one.employee_id == self.colleague
        )
        self.assertTrue(evaluation)
        self.assertFalse(evaluation.released_at)
        self.assertFalse(evaluation.manager_submitted)

    def test_refusals_are_sentences(self):
        """G4: the sentence names the record, the step, and the state or who may."""
        cycle = self.as_user(self.cycle, self.officer)
        with self.assertRaisesRegex(
            UserError, "Q3 2024: “Close” is not possible in the state “Planning”, only in: Commun"
        ):
            cycle.action_close()
        with self.assertRaisesRegex(UserError, "“Start execution” is up to: an HR administrator"):
            self.as_user(self.cycle, self.employee).action_execute()

    def test_allowed_transitions_follow_roles(self):
        """G1: the buttons offer to each user what the server would accept from that user."""
        self.add_goal(self.evaluation)
        expected = {
            self.employee: ["submit"],
            self.manager: ["submit"],
            self.officer: ["submit"],
            self.auditor: [],
        }
        for person, steps in expected.items():
            with self.subTest(person=person.name):
                # Odoo reads an empty list in a Json field as False
                allowed = self.as_user(self.agreement, person).allowed_transitions or []
                self.assertEqual(allowed, steps)
        cancels = {self.admin: True, self.officer: False, self.employee: False}
        for person, allowed in cancels.items():
            steps = self.as_user(self.cycle, person).allowed_transitions or []
            self.assertEqual("cancel" in steps, allowed, person.name)

    def test_several_records_are_all_or_nothing(self):
        """G4: when one of several records refuses, none of them changes."""
        other = self.launch(self.cycle, self.colleague).agreement_id
        self.add_goal(self.evaluation)
        both = self.agreement + other
        with self.assertRaisesRegex(UserError, "There is no goal yet"):
            self.as_user(both, self.manager)._transit("submit")
        self.assertEqual(both.mapped("state"), ["draft", "draft"])

    def test_reason_is_required(self):
        """G4: a step that needs a reason does not take an empty one."""
        self.add_goal(self.evaluation)
        agreement = self.as_user(self.agreement, self.employee)
        agreement.action_submit()
        for nothing in (False, "", "   "):
            with self.assertRaisesRegex(UserError, "Please give a reason for “Send back”"):
                agreement.action_send_back(nothing)
        agreement.action_send_back("The target is from last year")
        self.assertEqual(agreement.return_reason, "The target is from last year")

    def test_officer_has_no_hr_role_on_the_own_file(self):
        """G1: an HR officer neither starts, releases nor cancels the own evaluation."""
        own = self.launch(self.cycle, self.officer)
        self.assertFalse(self.as_user(own, self.officer).allowed_transitions)
        with self.assertRaisesRegex(UserError, "not on the own file"):
            self.as_user(own, self.officer).action_cancel("I would rather not")
        self.as_user(own, self.admin).action_cancel("Left the cycle")
        self.assertEqual(own.state, "cancelled")

    def test_reason_dialog_takes_only_steps_with_a_reason(self):
        """G4: the dialog for reasons cannot be used to call something else."""
        wizard = self.as_user(self.env["hr.performance.reason.wizard"], self.admin).create(
            {
                "res_model": "hr.performance.cycle",
                "res_id": self.cycle.id,
                "step": "open_results",
                "reason": "Just so",
            }
        )
        with self.assertRaisesRegex(UserError, "There is no such step"):
            wizard.action_apply()
        with self.assertRaises(AccessError):
            self.as_user(wizard, self.officer).action_apply()

    def test_caller_cannot_switch_off_the_trail(self):
        """G4: a context that disables tracking does not hide who changed a state."""
        self.add_goal(self.evaluation)
        quiet = {"tracking_disable": True, "mail_notrack": True}
        self.as_user(self.agreement, self.employee).with_context(**quiet).action_submit()
        self.env.flush_all()
        self.env.cr.precommit.run()
        trail = self.agreement.message_ids.sudo().tracking_value_ids
        self.assertIn(("Draft", "To sign"), trail.mapped(self.read_step))

    @staticmethod
    def read_step(value):
        return value.old_value_char, value.new_value_char
