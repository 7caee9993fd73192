from odoo import fields, models


class LaunchWizardLine(models.TransientModel):
    """One person in the preview of a launch: in, or why not."""

    _name = "hr.performance.launch.wizard.line"
    _description = "Person in the launch preview"
    _order = "included, employee_id"

    wizard_id = fields.Many2one("hr.performance.launch.wizard", ondelete="cascade")
    employee_id = fields.Many2one("hr.employee", required=True, ondelete="cascade")
    department_id = fields.Many2one(related="employee_id.department_id")
    manager_id = fields.Many2one(related="employee_id.parent_id")
    included = fields.Boolean(string="Include")
    obstacle = fields.Char(string="Why not", readonly=True)
