from odoo import fields, models
from odoo.exceptions import UserError

from ...rules import flows

AGREE = "hr_performance.activity_type_outcome_agree"
LOST = "hr_performance.activity_type_outcome_lost"


class OutcomeSteps(models.Model):
    """Each proposed action is approved or dismissed with a reason, and followed up (R3)."""

    _inherit = "hr.performance.outcome"

    def action_agree(self):
        """The manager agrees with what is proposed for somebody of their line."""
        self._transit("agree", agreed_by_id=self.env.user.id)

    def _check_agree(self):
        if self.filtered(lambda one: not one.needs_manager):
            raise UserError(self.env._("This rule does not ask for the manager: HR decides alone."))

    def _after_agree(self, reason=None):
        self.activity_feedback([AGREE])

    def action_approve(self):
        """HR approves; what is to be done opens at once where the product knows how."""
        self._transit("approve", decided_by_id=self.env.user.id, decided_at=fields.Datetime.now())

    def _check_approve(self):
        if waiting := self.filtered(lambda one: one.needs_manager and not one.agreed_by_id):
            raise UserError(
                self.env._(
                    "%s: the manager has not agreed yet, as the rule asks for.",
                    ", ".join(waiting.mapped("display_name")),
                )
            )

    def _after_approve(self, reason=None):
        self.activity_unlink([AGREE])
        for kind, outcomes in self.grouped("kind").items():
            if follow := getattr(outcomes, f"_follow_{kind}", None):
                follow()

    def _follow_pip(self):
        """Draft the improvement plan, unless one is running; HR and the line complete it."""
        # Drafted for the manager by the process, after HR has approved that there shall be one.
        plans = self.env["hr.performance.pip"]
        running = plans.search(
            [
                ("employee_id", "in", self.employee_id.ids),
                ("state", "in", ("draft", "submitted", "hr_approved", "active")),
            ]
        )
        new = self.filtered(lambda one: one.employee_id not in running.employee_id)
        new.evaluation_id._without_pass()._draft_pips()

    def action_dismiss(self, reason):
        """Nothing follows this time, with the reason."""
        for outcome in self:
            outcome.check_access("read")
            hr = flows.HR & outcome._get_roles()[outcome.id]
            if not hr and not outcome.needs_manager:
                raise UserError(
                    self.env._(
                        "%s: this rule does not ask for the manager. HR decides alone.",
                        outcome.display_name,
                    )
                )
        self._transit(
            "dismiss",
            reason=reason,
            dismiss_reason=reason,
            decided_by_id=self.env.user.id,
            decided_at=fields.Datetime.now(),
        )

    def _after_dismiss(self, reason=None):
        self.activity_unlink([AGREE])

    def _after_withdraw(self, reason=None):
        self.activity_unlink([AGREE])

    def action_finish(self, reason):
        """It is done; ``reason`` says what was done."""
        self._transit("finish", reason=reason, done_note=reason)

    # Who is told

    def _ask_managers(self):
        """A to-do for the manager where the rule asks for their agreement."""
        todo = self.filtered(lambda one: one.needs_manager and one.manager_id.user_id)
        todo._create_tasks(
            AGREE,
            [
                {
                    "user_id": one.manager_id.user_id.id,
                    "date_deadline": fields.Date.add(fields.Date.context_today(one), days=7),
                }
                for one in todo
            ],
        )

    def _flag_lost_basis(self):
        """Tell whoever decided that a corrected result no longer leads to this action."""
        todo = self.filtered(lambda one: not one.basis_lost)
        todo._with_pass().write({"basis_lost": True})
        told = todo.filtered("decided_by_id")
        told._create_tasks(
            LOST,
            [
                {
                    "user_id": one.decided_by_id.id,
                    "date_deadline": fields.Date.context_today(one),
                }
                for one in told
            ],
        )
