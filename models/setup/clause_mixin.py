from odoo import fields, models

from ...rules import scoring


class ClauseMixin(models.AbstractModel):
    """A comparison of one figure with one value, as data."""

    _name = "hr.performance.clause.mixin"
    _description = "Comparison of a figure with a value"

    comparison = fields.Selection(
        [("lt", "<"), ("le", "≤"), ("eq", "="), ("ge", "≥"), ("gt", ">")],
        required=True,
        default="ge",
    )
    value = fields.Float(digits=(16, 4))

    def _get_key(self):
        """Name of the figure in the values that the rules are given."""
        raise NotImplementedError

    def _as_rule(self):
        self.ensure_one()
        return scoring.Clause(
            self._get_key(), scoring.Comparison(self._get_comparison()), self._get_value()
        )

    def _get_comparison(self):
        return self.comparison

    def _get_value(self):
        return self.value
