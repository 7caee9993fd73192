from odoo import api, fields, models


class DepartmentCoefficient(models.Model):
    """The bonus coefficient of one department in one cycle (Formulas, section 5: D)."""

    _name = "hr.performance.department.coefficient"
    _description = "Department coefficient"
    _rec_name = "department_id"
    _check_company_auto = True

    cycle_id = fields.Many2one(
        "hr.performance.cycle", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="cycle_id.company_id", store=True, index=True)
    department_id = fields.Many2one(
        "hr.department", required=True, check_company=True, ondelete="restrict"
    )
    coefficient = fields.Float(digits=(16, 4), default=1.0, required=True)

    _department_unique = models.Constraint(
        "UNIQUE(cycle_id, department_id)", "A department has one coefficient per cycle."
    )
    _coefficient_range = models.Constraint(
        "CHECK(coefficient >= 0)", "A department coefficient cannot be negative."
    )

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        lines._log_since({})
        return lines

    def write(self, vals):
        before = self._get_values()
        result = super().write(vals)
        self._log_since(before)
        return result

    def unlink(self):
        before = self._get_values()
        result = super().unlink()
        self.browse()._log_since(before)
        return result

    def _get_values(self):
        """Coefficients of launched cycles, by cycle and department: a draft is not binding yet."""
        return {
            (line.cycle_id, line.department_id): line.coefficient
            for line in self
            if line.cycle_id.state != "draft"
        }

    def _log_since(self, before):
        self.env["hr.performance.coefficient.change"]._log(before, self._get_values())
