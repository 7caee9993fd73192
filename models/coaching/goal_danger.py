from odoo import api, fields, models
from odoo.fields import Domain

from .goal_warning import RUNNING

SEEN = ("open", "handled")  # an accepted risk is settled: somebody has decided to live with it


class GoalDanger(models.Model):
    """Which running goals need attention: by their warning, or by a risk that somebody sees."""

    _inherit = "hr.performance.goal"

    is_endangered = fields.Boolean(
        string="Endangered",
        compute="_compute_is_endangered",
        search="_search_is_endangered",
        help="It runs, and is at risk or has a risk that is neither accepted nor closed.",
    )

    @api.depends("warning", "risk_ids.state", "cycle_id.state", "cancelled")
    @api.depends_context("uid")
    def _compute_is_endangered(self):
        for goal in self:
            runs = goal.cycle_id.state in RUNNING and not goal.cancelled
            seen = any(risk.state in SEEN for risk in goal.risk_ids)
            goal.is_endangered = runs and (seen or goal.warning == "at_risk")

    def _search_is_endangered(self, operator, value):
        if operator != "in":
            return NotImplemented
        seen = Domain("risk_ids", "any", [("state", "in", SEEN)])
        return (
            Domain("cycle_id.state", "in", RUNNING)
            & Domain("cancelled", "=", False)
            & (Domain("warning", "=", "at_risk") | seen)
        )
