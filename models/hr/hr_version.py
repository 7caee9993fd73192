from odoo import fields, models

from ...rules.tenure import Tenure


class HrVersion(models.Model):
    _inherit = "hr.version"

    performance_bonus_base = fields.Monetary(
        string="Bonus base",
        currency_field="currency_id",
        groups="hr.group_hr_manager",
        tracking=True,
        help="The bonus at a coefficient of 1.",
    )

    def _as_performance_tenure(self):
        """Return the versions of one person, in order, as the rules take them."""
        contracts = {
            (version.contract_date_start, version.contract_date_end)
            for version in self
            if version.contract_date_start
        }
        left = max((one.departure_date for one in self if one.departure_date), default=None)
        if not contracts:
            contracts = {(fields.Date.to_date("1900-01-01"), None)}
        return Tenure(
            employed=tuple(
                (start, min(filter(None, (end, left)), default=None))
                for start, end in sorted(contracts, key=lambda one: one[0])
            ),
            moves=tuple((version.date_version, version.department_id.id) for version in self),
        )
