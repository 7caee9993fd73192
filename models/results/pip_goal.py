from odoo import api, fields, models
from odoo.exceptions import ValidationError


class PipGoal(models.Model):
    """What has to be reached in the plan, measurable and with a date."""

    _name = "hr.performance.pip.goal"
    _description = "Goal of an improvement plan"
    _inherit = ["hr.performance.pip.part.mixin"]
    _order = "pip_id, date_due, id"

    name = fields.Char(string="Goal", required=True)
    measure = fields.Char(required=True, help="What is measured, and how.")
    unit = fields.Char()
    baseline = fields.Float(string="Value today", digits=(16, 2))
    target = fields.Float(required=True, digits=(16, 2))
    lower_is_better = fields.Boolean(help="For example hours until an answer, or complaints.")
    date_due = fields.Date(string="Until", required=True)
    line_ids = fields.One2many("hr.performance.pip.checkin.line", "goal_id", readonly=True)
    last_value = fields.Float(string="Last value", compute="_compute_course", digits=(16, 2))
    is_measured = fields.Boolean(compute="_compute_course")
    is_reached = fields.Boolean(string="Reached", compute="_compute_course")
    series = fields.Json(string="Progress over time", compute="_compute_course")

    @api.depends("line_ids.value", "line_ids.is_measured", "line_ids.checkin_id.state")
    def _compute_course(self):
        for goal in self:
            held = goal.line_ids.filtered(
                lambda line: line.is_measured and line.checkin_id.state == "held"
            ).sorted(lambda line: (line.checkin_id.held_on, line.checkin_id.id))
            last = held[-1:]
            goal.is_measured = bool(held)
            goal.last_value = last.value
            goal.is_reached = bool(held) and goal._reaches(last.value)
            goal.series = {
                "points": [
                    {
                        "date": fields.Date.to_string(line.checkin_id.held_on),
                        "value": line.value,
                    }
                    for line in held
                ],
                "lines": [{"label": self.env._("Target"), "value": goal.target}],
                "lower_is_better": goal.lower_is_better,
                "unit": goal.unit or "",
            }

    def _reaches(self, value):
        return value <= self.target if self.lower_is_better else value >= self.target

    @api.constrains("date_due", "pip_id")
    def _check_date_due(self):
        for goal in self:
            pip = goal.pip_id
            if not pip.date_start <= goal.date_due <= pip.date_end:
                raise ValidationError(
                    self.env._(
                        "“%(goal)s” is due on %(date)s, outside the plan (%(start)s to %(end)s).",
                        goal=goal.name,
                        date=goal.date_due,
                        start=pip.date_start,
                        end=pip.date_end,
                    )
                )
