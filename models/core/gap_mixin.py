from odoo import models
from odoo.tools import SQL


class GapMixin(models.AbstractModel):
    """Figures that can be missing: a mean in a pivot or graph leaves the gaps out.

    The database holds 0 where there is no figure; ``_gap_flags`` names for each figure the field
    that says whether there is one. Missing is never counted as zero.
    """

    _name = "hr.performance.gap.mixin"
    _description = "Figures that can be missing"

    _gap_flags = {}

    def _read_group_select(self, aggregate_spec, query):
        name, _colon, function = aggregate_spec.partition(":")
        flag = self._gap_flags.get(name)
        if not (flag and function == "avg"):
            return super()._read_group_select(aggregate_spec, query)
        return SQL(
            "AVG(CASE WHEN %s THEN %s END)",
            self._field_to_sql(self._table, flag, query),
            self._field_to_sql(self._table, name, query),
        )
