from odoo import fields, models


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
