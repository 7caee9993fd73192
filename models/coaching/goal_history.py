from odoo import api, models
from odoo.exceptions import UserError

from ..planning.goal_guard import OWNER_FIELDS

# Whatever context the caller sends, a change leaves its trail.
_QUIET = ("tracking_disable", "mail_notrack")


class GoalHistory(models.Model):
    """What was measured and said about a goal is not lost with it, nor given to another (G4)."""

    _inherit = "hr.performance.goal"

    def write(self, vals):
        if OWNER_FIELDS & vals.keys():
            self.check_access("write")  # first: a refusal names the goal
            self._check_history(
                self.filtered(lambda goal: goal._changes_owner(vals)),
                self.env._("it stays with its owner and its cycle"),
            )
        return super(GoalHistory, self._with_trail()).write(vals)

    def _with_trail(self):
        quiet = [name for name in _QUIET if self.env.context.get(name)]
        if self.env.su or not quiet:
            return self
        return self.with_context(**dict.fromkeys(quiet, False))

    def _changes_owner(self, vals):
        current = self._convert_to_write({name: self[name] for name in OWNER_FIELDS & vals.keys()})
        return any((vals[name] or False) != (value or False) for name, value in current.items())

    @api.ondelete(at_uninstall=False)
    def _unlink_except_history(self):
        self._check_history(self, self.env._("it is kept"))

    @api.model
    def _check_history(self, goals, consequence):
        for goal_sudo in goals.sudo():  # what there is counts, whoever may read it
            if goal_sudo._has_history():
                raise UserError(
                    self.env._(
                        "“%(goal)s” has measured values, risks or feedback: %(consequence)s. A"
                        " measured value that was entered by mistake can be deleted beforehand.",
                        goal=goal_sudo.name,
                        consequence=consequence,
                    )
                )

    def _has_history(self):
        """Whether there is more than its text: values, what was done about risks, feedback."""
        handled = self.risk_ids.filtered(lambda one: one.origin == "system" or one.state != "open")
        about = [("goal_id", "=", self.id)]
        return bool(
            self.measurement_ids
            or handled
            or self.env["hr.performance.feedback"].search_count(about, limit=1)
        )
