from odoo import fields, models


class AssignWizardLine(models.TransientModel):
    """One person in the preview of an assignment: gets the goals, or why not."""

    _name = "hr.performance.assign.wizard.line"
    _description = "Person in the preview of an assignment"
    _inherit = ["hr.performance.link.mixin"]
    _checked_links = {"evaluation_id": "read"}
    _order = "included, evaluation_id"

    wizard_id = fields.Many2one("hr.performance.assign.wizard", ondelete="cascade")
    evaluation_id = fields.Many2one("hr.performance.evaluation", required=True, ondelete="cascade")
    # Read as the user, who may only list people whose file is theirs to read.
    employee_id = fields.Many2one(related="evaluation_id.employee_id", related_sudo=False)
    department_id = fields.Many2one(related="evaluation_id.department_id", related_sudo=False)
    job_id = fields.Many2one(related="evaluation_id.job_id", related_sudo=False)
    included = fields.Boolean(string="Include")
    obstacle = fields.Char(string="Why not", readonly=True)
