from odoo import api, fields, models
from odoo.tools import formatLang


class ReviewLineScreen(models.Model):
    """What stands beside a judgement on the screen: standards and figures, as plain data."""

    _inherit = "hr.performance.review.line"

    description = fields.Text(compute="_compute_description", help="What is meant, or measured.")
    levels = fields.Json(
        compute="_compute_levels", help="Each grade of the scale with its standard, best first."
    )
    figures = fields.Json(
        compute="_compute_figures", help="Figures of the goal or indicator, in the user's language."
    )

    @api.depends("dimension_id", "indicator_id", "goal_id")
    @api.depends_context("lang")
    def _compute_description(self):
        for line in self:
            line.description = (line.dimension_id or line.indicator_id).description

    @api.depends("dimension_id", "scale_id")
    @api.depends_context("lang")
    def _compute_levels(self):
        for line in self:
            standards = {one.grade_id: one for one in line.dimension_id.standard_ids}
            grades = line.scale_id._get_grades() if line.dimension_id else []
            line.levels = [
                {"id": grade.id, "name": grade.name, "text": _describe(standards.get(grade))}
                for grade in grades
            ] or False

    def _get_behaviour(self):
        """Return {grade id: what is seen of somebody with it}, for reviewers outside: the figures
        of a standard are the company's own."""
        self.ensure_one()
        return {
            one.grade_id.id: one.description
            for one in self.dimension_id.standard_ids
            if one.description and one.grade_id.scale_id == self.scale_id
        }

    @api.depends("goal_id", "measured_value", "has_measured_value")
    @api.depends_context("uid", "lang")
    def _compute_figures(self):
        for line in self:
            line.figures = not line.dimension_id and line._prepare_figures()

    def _prepare_figures(self):
        """Pairs of label and text; what is not measured says so."""
        unit = self.reported_unit or ""
        shown = []
        if self.goal_id:
            shown.append((self.env._("Weight"), f"{self._show(self.weight)} %"))
            if self.takes_report and self.method != "range":
                shown.append((self.env._("Target"), f"{self._show(self.target)} {unit}".strip()))
        if self.takes_report or not self.goal_id or self.has_measured_value:
            text = f"{self._show(self.measured_value)} {unit}".strip()
            missing = self.env._("not measured")
            shown.append((self.env._("Measured"), text if self.has_measured_value else missing))
        if self.goal_id and self.is_measured:
            shown.append((self.env._("Achieved"), f"{self._show(self.achievement)} %"))
        return [{"label": label, "text": text} for label, text in shown]

    def _show(self, value):
        digits = next(d for d in range(5) if d == 4 or round(value, d) == round(value, 4))
        return formatLang(self.env, value, digits=digits)


def _describe(standard):
    """Conditions and described behaviour of a standard, in one text."""
    if not standard:
        return ""
    parts = [standard.summary, standard.description]
    return "\n".join(dict.fromkeys(part for part in parts if part))
