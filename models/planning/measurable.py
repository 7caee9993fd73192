from odoo import fields, models
from odoo.tools import SQL


class Measurable(models.Model):
    """What another system needs to know of a goal to send a value for it, and no more (C4).

    One row per goal of a running cycle that takes values. Data providers read this instead of
    goals: it says nothing of achievement, weight, confidence or reasons.
    """

    _name = "hr.performance.measurable"
    _description = "Goal that takes values"
    _auto = False
    _order = "id"
    _depends = {
        "hr.performance.goal": [
            "name", "metric", "unit", "method", "level", "employee_id", "department_id",
            "cycle_id", "company_id", "date_start", "date_due", "cancelled",
        ],
        "hr.performance.cycle": ["state", "code"],
        "hr.employee": ["barcode"],
    }  # fmt: skip

    name = fields.Char(string="Goal", readonly=True)
    metric = fields.Char(readonly=True)
    unit = fields.Char(readonly=True)
    level = fields.Char(readonly=True)
    employee_id = fields.Many2one("hr.employee", readonly=True)
    employee_ref = fields.Char(string="Badge ID", readonly=True)
    department_id = fields.Many2one("hr.department", readonly=True)
    cycle_id = fields.Many2one("hr.performance.cycle", readonly=True)
    cycle_code = fields.Char(readonly=True)
    company_id = fields.Many2one("res.company", readonly=True)
    date_start = fields.Date(readonly=True)
    date_due = fields.Date(string="Due", readonly=True)

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT goal.id, goal.name, goal.metric, goal.unit, goal.level, goal.employee_id,
                   employee.barcode AS employee_ref, goal.department_id, goal.cycle_id,
                   cycle.code AS cycle_code, goal.company_id, goal.date_start, goal.date_due
              FROM hr_performance_goal goal
              JOIN hr_performance_cycle cycle ON cycle.id = goal.cycle_id
         LEFT JOIN hr_employee employee ON employee.id = goal.employee_id
             WHERE cycle.state IN ('planning', 'executing', 'evaluating')
               AND goal.cancelled IS NOT TRUE
               AND goal.method NOT IN ('key_results', 'milestones')
            """
        )
