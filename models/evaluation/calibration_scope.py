from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ...rules.calibration import UNFINISHED
from ..core.labelled import labelled


class CalibrationScope(models.Model):
    """Fills a session with the people of its scope (requirement E8)."""

    _inherit = "hr.performance.calibration"

    can_prepare = fields.Boolean(
        string="I set it up", compute="_compute_can_prepare", help="HR sets up sessions."
    )

    @api.depends_context("uid")
    def _compute_can_prepare(self):
        officer = self.env.user.has_group("hr_performance.group_officer")
        for session in self:
            session.can_prepare = officer and not session.is_about_me

    def action_fill(self):
        """Add everybody of the scope who can be discussed here; tell who cannot, and why."""
        self.ensure_one()
        self.check_access("write")
        evaluations = self.env["hr.performance.evaluation"].search(self._get_scope_domain())
        evaluations -= self.member_ids.evaluation_id
        obstacles = evaluations._get_calibration_obstacles(
            self.participant_ids | self.facilitator_id
        )
        chosen = evaluations.filtered(lambda one: one not in obstacles)
        self.env["hr.performance.calibration.member"].create(
            [{"calibration_id": self.id, "evaluation_id": one.id} for one in chosen]
        )
        left_out = [labelled(self.env, one.employee_id.name, why) for one, why in obstacles.items()]
        message = self.env._("%s people were added.", len(chosen))
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "warning" if left_out else "success",
                "sticky": bool(left_out),
                "message": " ".join(filter(None, [message, "; ".join(left_out)])),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    def _get_scope_domain(self):
        cycle = Domain("cycle_id", "=", self.cycle_id.id)
        if self.scope == "department" and self.department_ids:
            return cycle & Domain("department_id", "child_of", self.department_ids.ids)
        if self.scope == "manager" and self.manager_id:
            led = self.env["hr.performance.line.mixin"]._get_led_ids(self.manager_id)
            mine = Domain("manager_id", "=", self.manager_id.id)
            return cycle & (mine | Domain("employee_id", "in", list(led)))
        raise UserError(
            self.env._("Please choose departments or a manager first, or list people by hand.")
        )


class EvaluationCalibrationScope(models.Model):
    _inherit = "hr.performance.evaluation"

    def _get_calibration_obstacles(self, people):
        """Return {evaluation: sentence} for those who cannot be in a session of these people.

        :param people: participants and facilitator
        """
        lines = self.env["hr.performance.line.mixin"]
        above = set()
        if people:
            rows = self.env.execute_query(lines._get_superiors_query(people))
            above = {row[0] for row in rows}
        sessions = self._get_calibrations(UNFINISHED)
        obstacles = {}
        for evaluation in self:
            employee = evaluation.employee_id
            if evaluation.state == "cancelled":
                obstacles[evaluation] = self.env._("is taken out of the cycle")
            elif evaluation.released_at:
                obstacles[evaluation] = self.env._("has the result already")
            elif evaluation.id in sessions:
                name = sessions[evaluation.id].name
                obstacles[evaluation] = self.env._("is in the unfinished session “%s”", name)
            elif evaluation.is_mine:
                obstacles[evaluation] = self.env._(
                    "is you: another HR officer chooses the session about you"
                )
            elif employee in people or employee.id in above:
                obstacles[evaluation] = self.env._(
                    "takes part, or leads somebody who does: discuss them in another session"
                )
        return obstacles
