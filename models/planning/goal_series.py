from odoo import api, fields, models
from odoo.fields import Domain

OPEN_CYCLES = ("planning", "executing", "evaluating")


class GoalSeries(models.Model):
    """The measured values of a goal over time, as its form draws them (requirement C4)."""

    _inherit = "hr.performance.goal"

    series = fields.Json(string="Values over time", compute="_compute_series")
    can_measure = fields.Boolean(
        string="I enter values", compute="_compute_can_measure", search="_search_can_measure"
    )

    @api.depends(
        "measurement_ids.date", "measurement_ids.value", "method", "target", "low", "high", "unit"
    )
    def _compute_series(self):
        for goal in self:
            values = goal.measurement_ids.sorted(lambda one: (one.date, one._origin.id or 0))
            goal.series = {
                "points": [
                    {"date": fields.Date.to_string(one.date), "value": one.value} for one in values
                ],
                "lines": goal._get_target_lines(),
                "lower_is_better": goal._is_lower_better(),
                "unit": goal.unit or "",
            }

    def _get_target_lines(self):
        """The levels to which the values are compared."""
        self.ensure_one()
        if self.method == "range":
            return [
                {"label": self.env._("Range from"), "value": self.low},
                {"label": self.env._("Range to"), "value": self.high},
            ]
        if self.method in ("ratio_higher", "ratio_lower", "progress"):
            return [{"label": self.env._("Target"), "value": self.target}]
        return []

    def _is_lower_better(self):
        self.ensure_one()
        falling = self.method == "progress" and self.target < self.baseline
        return self.method == "ratio_lower" or falling

    @api.depends("cancelled", "method", "cycle_id.state")
    @api.depends_context("uid")
    def _compute_can_measure(self):
        for goal in self:
            # The owner's user decides, whatever the asker may read of the owner.
            owner_sudo = goal.sudo()._get_owner()
            mine = goal.is_mine or goal.in_my_line or owner_sudo.user_id == self.env.user
            goal.can_measure = (
                mine
                and not goal.cancelled
                and goal.method not in ("key_results", "milestones")
                and goal.cycle_id.state in OPEN_CYCLES
            )

    def _search_can_measure(self, operator, value):
        if operator != "in":
            return NotImplemented
        owned = Domain("is_mine", "=", True) | Domain("in_my_line", "=", True)
        led = Domain("level", "=", "department") & Domain(
            "department_id.manager_id.user_id", "=", self.env.uid
        )
        return (
            (owned | led)
            & Domain("cancelled", "=", False)
            & Domain("method", "not in", ("key_results", "milestones"))
            & Domain("cycle_id.state", "in", OPEN_CYCLES)
        )
