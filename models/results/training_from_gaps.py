from odoo import fields, models
from odoo.exceptions import UserError

from .training_need import OPEN_STATES


class TrainingFromGaps(models.Model):
    """Needs from what released evaluations found missing (requirements R4, E4)."""

    _inherit = "hr.performance.training.need"

    def action_propose_from_gaps(self):
        """Propose what the last released evaluations of the last year show as gaps."""
        since = fields.Date.subtract(fields.Date.context_today(self), years=1)
        ratings = self.env["hr.performance.rating"]
        recent = ratings._get_last_released([("cycle_id.date_end", ">=", since)])
        return recent._propose_training()


class RatingTraining(models.Model):
    _inherit = "hr.performance.rating"

    def _propose_training(self):
        """Put the gaps of these people on the list, each once; tell how many are new.

        Asked by those who lead the person, or by HR. A gap that is on the list already, from
        this or an earlier cycle, is not repeated; who has left needs no training.
        """
        led, hr = self._get_subordinate_ids(), self._get_hr_roles()
        ratings = self.filtered(
            lambda one: (
                one.state == "released" and not one.is_mine and (hr or one.employee_id.id in led)
            )
        )
        here_sudo = ratings.sudo().filtered("employee_id.active")  # who works here is no secret
        ratings = here_sudo.sudo(self.env.su)
        lines = ratings._get_gap_lines()
        known = lines._get_known_gaps()
        new = lines.filtered(lambda one: one._get_gap_key() not in known)
        if not new:
            raise UserError(
                self.env._(
                    "There is nothing new to propose: no released evaluation that you may read"
                    " shows a gap of your people that is not on the list yet."
                )
            )
        # Proposed by the process from what the user has just read.
        self.env["hr.performance.training.need"].sudo()._with_pass().with_context(
            tracking_disable=True
        ).create([line._prepare_training_need() for line in new])
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._("Training needs proposed: %s", len(new)),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }


class RatingLineTraining(models.Model):
    _inherit = "hr.performance.rating.line"

    def _get_gap_key(self):
        return self.rating_id.employee_id.id, self.dimension_id.id

    def _get_known_gaps(self):
        """Keys of the gaps that were proposed from these evaluations, or still stand open."""
        # Also needs that the user may not read: a second one would not be better.
        needs_sudo = self.env["hr.performance.training.need"].sudo()
        known = needs_sudo.search(
            [
                ("employee_id", "in", self.rating_id.employee_id.ids),
                ("dimension_id", "in", self.dimension_id.ids),
                "|",
                ("rating_id", "in", self.rating_id.ids),
                ("state", "in", OPEN_STATES),
            ]
        )
        return {(need.employee_id.id, need.dimension_id.id) for need in known}

    def _prepare_training_need(self):
        return {
            "employee_id": self.rating_id.employee_id.id,
            "name": self.dimension_id.name,
            "dimension_id": self.dimension_id.id,
            "priority": "1" if self.grade_id == self._get_levels()[-1:] else "0",
            "source": "evaluation",
            "rating_id": self.rating_id.id,
            "basis": self._describe_grade(),
        }
