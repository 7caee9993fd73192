from odoo import api, fields, models


class StandardClause(models.Model):
    """One condition of a standard: an indicator compared with a value."""

    _name = "hr.performance.standard.clause"
    _description = "Condition of a standard"
    _inherit = ["hr.performance.clause.mixin"]

    standard_id = fields.Many2one(
        "hr.performance.standard", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="standard_id.company_id", store=True, index=True)
    indicator_id = fields.Many2one(
        "hr.performance.indicator", required=True, index=True, ondelete="restrict"
    )
    summary = fields.Char(compute="_compute_summary")

    @api.depends("indicator_id.name", "indicator_id.unit", "comparison", "value")
    def _compute_summary(self):
        signs = dict(self._fields["comparison"].selection)
        for clause in self:
            indicator = clause.indicator_id
            unit = f" {indicator.unit}" if indicator.unit else ""
            clause.summary = f"{indicator.name} {signs[clause.comparison]} {clause.value:g}{unit}"

    def _get_key(self):
        return self.indicator_id.code
