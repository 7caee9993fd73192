from odoo import api, fields, models
from odoo.exceptions import ValidationError


class ReviewLineReport(models.Model):
    """What the employee reports of a goal or an indicator in the self-evaluation (E2)."""

    _inherit = "hr.performance.review.line"

    takes_report = fields.Boolean(compute="_compute_takes_report")
    is_reported = fields.Boolean(
        string="Reported", help="Without it the figure beside it is not reported, and not 0."
    )
    reported_value = fields.Float(digits=(16, 4), aggregator=None)
    reported_unit = fields.Char(string="Unit of the figure", compute="_compute_reported_unit")
    # Read as the user: otherwise a form could be asked for anybody's figures.
    measured_value = fields.Float(
        string="Measured figure", compute="_compute_measured_value", digits=(16, 4)
    )
    has_measured_value = fields.Boolean(compute="_compute_measured_value")

    @api.depends("goal_id.method", "indicator_id", "review_id.role")
    def _compute_takes_report(self):
        for line in self:
            figure = line.indicator_id or line.goal_id.method not in (
                False,
                "milestones",
                "key_results",
            )
            line.takes_report = bool(figure) and line.review_id.role == "self"

    @api.depends("goal_id", "indicator_id")
    def _compute_reported_unit(self):
        for line in self:
            line.reported_unit = (line.goal_id or line.indicator_id).unit

    @api.depends("goal_id.last_value", "goal_id.last_date", "indicator_id")
    @api.depends_context("uid")
    def _compute_measured_value(self):
        values = self.filtered("indicator_id").review_id.evaluation_id._get_indicator_values()
        for line in self:
            found = values.get(line.review_id.evaluation_id.id, {})
            value = found.get(line.indicator_id.code)
            if line.goal_id and line.goal_id.last_date:
                value = line.goal_id.last_value
            line.has_measured_value = value is not None
            line.measured_value = value or 0.0

    @api.onchange("reported_value")
    def _onchange_reported_value(self):
        for line in self.filtered("reported_value"):
            line.is_reported = True

    def write(self, vals):
        if "reported_value" in vals and "is_reported" not in vals:
            vals = {**vals, "is_reported": True}
        return super().write(vals)

    @api.constrains("is_reported")
    def _check_reported(self):
        for line in self.filtered("is_reported"):
            if not line.takes_report:
                raise ValidationError(
                    self.env._(
                        "%s: a figure is reported only in the self-evaluation, of an indicator or"
                        " of a goal that takes values.",
                        line.subject,
                    )
                )
