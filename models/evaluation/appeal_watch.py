from odoo import api, models

from .appeal import OPEN
from .appeal_independence import ADMINISTRATORS
from .appeal_steps import ESCALATED, LATE, REMIND

REMINDED = 1


class AppealWatch(models.Model):
    """One reminder when one working day is left, one escalation when it is late (A3)."""

    _inherit = "hr.performance.appeal"

    @api.model
    def _cron_watch(self):
        """Every hour, one pass: open appeals about which something new is to be said."""
        watched = self.search([("state", "in", OPEN), ("told_level", "<", ESCALATED)])
        late = watched.filtered(lambda appeal: appeal.clock_level == "late")
        soon = watched.filtered(
            lambda appeal: appeal.clock_level == "soon" and appeal.told_level < REMINDED
        )
        late._escalate()
        soon._remind()

    def _remind(self):
        """Whoever has to act: the reviewer, or HR while there is none."""
        self._ask_users(
            REMIND,
            lambda appeal: appeal.reviewer_id.user_id or appeal._get_hr_in_charge(),
            lambda env: env._("The appeal must be decided within one working day"),
        )
        self._with_pass().write({"told_level": REMINDED})

    def _escalate(self):
        """The HR administrators: the three days are over and nobody has decided."""
        self._ask_users(
            LATE,
            lambda appeal: appeal._get_hr_users(ADMINISTRATORS),
            lambda env: env._("An appeal is late: please see to its decision"),
        )
        self._with_pass().write({"told_level": ESCALATED})
