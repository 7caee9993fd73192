from odoo import models
from odoo.exceptions import UserError

# The last word is spoken: what is left is to publish.
ANSWERED = ("confirmed", "disagreed", "lapsed")


class CyclePublishing(models.Model):
    """Publishing the bonus coefficients of a cycle (requirement R1)."""

    _inherit = "hr.performance.cycle"

    def action_publish(self, note=None):
        """Publish the bonus coefficient of everyone who answered or let the answer lapse.

        :param note: why also those with an open appeal are published; their results are provisional
        """
        note = (note or "").strip()
        self.ensure_one()
        self.check_access("write")
        self._check_publishable()
        self.evaluation_ids._lapse_overdue()
        evaluations = self.evaluation_ids.filtered(
            lambda one: one.state in ("communicating", *ANSWERED)
        )
        batch = self.env["hr.performance.batch"]._run(
            "publish",
            evaluations,
            self,
            self.env._("Publish: %s", self.name),
            payload={"pool": self._prepare_pool(evaluations, note), "note": note},
        )
        return batch._get_action()

    def _check_publishable(self):
        if self.state != "communicating":
            raise UserError(
                self.env._("%s: coefficients are published after the release.", self.name)
            )
        if not self.payout_from:
            raise UserError(
                self.env._(
                    "%s: please set the payout window first, so that payroll knows when the"
                    " coefficient holds.",
                    self.name,
                )
            )
        if self.coefficient_mode == "pool":
            self._check_pool()

    def _check_pool(self):
        """A pool is divided between all at once, so everybody must be ready."""
        if not self.sudo().bonus_budget:  # whether there is one; how much is for pay readers
            raise UserError(
                self.env._(
                    "%s: a pool needs its budget. Who may read pay enters it on the cycle.",
                    self.name,
                )
            )
        waiting = self.evaluation_ids.filtered(
            lambda one: one.state not in (*ANSWERED, "closed", "cancelled")
        )
        if waiting:
            raise UserError(
                self.env._(
                    "%(cycle)s: a pool is divided between all at once, and %(count)s people are not"
                    " ready, for example %(names)s.",
                    cycle=self.name,
                    count=len(waiting),
                    names=", ".join(waiting[:3].mapped("employee_id.name")),
                )
            )

    def _prepare_pool(self, evaluations, note):
        """Divide the pool between these people; None in another mode."""
        if self.coefficient_mode != "pool" or not evaluations:
            return None
        results = self.env["hr.performance.result"]
        figures, obstacles = results._try_figures(self, evaluations)
        if not note:
            obstacles |= evaluations._get_appeal_obstacles()
        if obstacles:
            raise UserError("\n".join(obstacles.values()))
        return results._divide_pool(self, figures)
