from odoo import models
from odoo.exceptions import UserError


class CycleSteps(models.Model):
    """The steps of a cycle: each moves the cycle and the evaluations in it."""

    _inherit = "hr.performance.cycle"

    def _check_launch(self):
        for cycle in self:
            if not (cycle.template_id.line_ids and cycle.template_id.scale_id.grade_ids):
                raise UserError(
                    self.env._(
                        "%(cycle)s: the template %(template)s has no dimensions or no grades yet.",
                        cycle=cycle.name,
                        template=cycle.template_id.name,
                    )
                )

    def _after_launch(self, reason=None):
        """Keep what is fixed from now on; an extension adds its own."""

    def _launch(self, employees):
        """Open an evaluation for each of ``employees``; return the background job."""
        self.ensure_one()
        if self.state == "draft":
            self._transit("launch")
        elif self.state not in ("planning", "executing"):
            raise UserError(
                self.env._("%s: people can only be added before the evaluation.", self.name)
            )
        self.check_access("write")
        return self.env["hr.performance.batch"]._run(
            "launch", employees, self, self.env._("Launch: %s", self.name)
        )

    def action_execute(self):
        self._transit("execute")

    def action_evaluate(self):
        """Start the evaluation: everyone gets a self-evaluation and a manager's review.

        Again for those left over: goals signed late, or the own file of who started it first.
        """
        self.ensure_one()
        if self.state != "evaluating":
            self._transit("evaluate")
        self.check_access("write")
        return self._run_on_evaluations(
            "evaluate", ("planning", "executing"), self.env._("Start evaluation: %s", self.name)
        )

    def action_calibrate(self):
        self._transit("calibrate")

    def action_release(self):
        """Release grade and score of everyone whose evaluation is decided."""
        self.ensure_one()
        if self.state == "calibrating":
            self._transit("communicate")
        elif self.state != "communicating":
            raise UserError(
                self.env._("%s: results are released after the evaluation is closed.", self.name)
            )
        self.check_access("write")
        return self._run_on_evaluations(
            "release", ("evaluating", "calibrating"), self.env._("Release: %s", self.name)
        )

    def _run_on_evaluations(self, kind, states, name):
        evaluations = self.evaluation_ids.filtered(lambda one: one.state in states)
        batch = self.env["hr.performance.batch"]._run(kind, evaluations, self, name)
        return batch._get_action()

    def action_close(self):
        self._transit("close")

    def _check_close(self):
        for cycle in self:
            if open_ones := cycle.evaluation_ids.filtered(
                lambda one: one.state not in ("closed", "cancelled")
            ):
                raise UserError(
                    self.env._(
                        "%(cycle)s cannot be closed: %(count)s evaluations are not published or"
                        " cancelled yet, for example %(names)s.",
                        cycle=cycle.name,
                        count=len(open_ones),
                        names=", ".join(open_ones[:3].mapped("employee_id.name")),
                    )
                )

    def action_cancel(self, reason):
        """End a cycle before its release; the people in it are taken out with the same reason."""
        self._transit("cancel", reason=reason)

    def _after_cancel(self, reason=None):
        # HR cancels the cycle as a whole, so the evaluations in it, also the own one, follow.
        self.evaluation_ids.filtered(lambda one: one.state != "cancelled")._transit_by_system(
            "cancel", reason=reason, cancel_reason=reason
        )
        for cycle in self:
            cycle.message_post(body=self.env._("Cancelled: %s", reason))

    def action_open_evaluations(self):
        return self._open("hr_performance.evaluation_action", {"default_cycle_id": self.id})

    def action_open_goals(self):
        return self._open("hr_performance.goal_action", {"default_cycle_id": self.id})

    def action_open_results(self):
        return self._open("hr_performance.result_action", {})

    def action_open_batches(self):
        return self._open("hr_performance.batch_action", {})

    def _open(self, action_xmlid, context):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(action_xmlid)
        return {**action, "domain": [("cycle_id", "=", self.id)], "context": context}
