from odoo import api, models


class HrEmployeeChanges(models.Model):
    """Whoever comes, leaves or gets another manager may be in a running cycle (G2)."""

    _inherit = "hr.employee"

    @api.model_create_multi
    def create(self, vals_list):
        employees = super().create(vals_list)
        employees._look_for_performance_changes()
        return employees

    def write(self, vals):
        result = super().write(vals)
        if {"parent_id", "active"} & vals.keys():
            self._look_for_performance_changes()
        return result

    def _look_for_performance_changes(self):
        """Let the scheduler look soon, in one pass for all: a write costs one row, not a search."""
        self.env["hr.performance.cycle"]._look_for_changes(self.company_id)
