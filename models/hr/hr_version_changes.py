from odoo import api, models

# What says where somebody belongs, and until when.
_WATCHED = {
    "department_id",
    "job_id",
    "departure_date",
    "contract_date_start",
    "contract_date_end",
    "date_version",
}


class HrVersionChanges(models.Model):
    """Another department, or the end of a contract, may concern a running cycle (G2)."""

    _inherit = "hr.version"

    @api.model_create_multi
    def create(self, vals_list):
        versions = super().create(vals_list)
        self.env["hr.performance.cycle"]._look_for_changes(versions.company_id)
        return versions

    def write(self, vals):
        result = super().write(vals)
        if _WATCHED & vals.keys():
            self.env["hr.performance.cycle"]._look_for_changes(self.company_id)
        return result
