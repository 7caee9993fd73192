from odoo import fields, models


class ReviewReport(models.Model):
    """The figures of the self-evaluation, and when they are compared with the measured ones."""

    _inherit = "hr.performance.review"

    indicator_line_ids = fields.One2many(
        "hr.performance.review.line",
        "review_id",
        string="Indicators",
        domain=[("indicator_id", "!=", False)],
    )

    def _prepare_indicator_lines(self):
        """The indicators by which the dimensions are measured, for the employee to report."""
        if self.role != "self":
            return []
        template = self.cycle_id.template_id
        measured = template.line_ids.dimension_id.filtered(
            lambda dimension: dimension.source.startswith("indicators")
        )
        standards = measured.standard_ids.filtered(
            lambda standard: standard.grade_id.scale_id == template.scale_id
        )
        return [
            {"review_id": self.id, "indicator_id": indicator.id}
            for indicator in standards.clause_ids.indicator_id
        ]

    def _after_submit(self, reason=None):
        result = super()._after_submit(reason=reason)
        self.evaluation_id._update_verifications()
        return result
