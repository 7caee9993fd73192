from odoo import api, fields, models


class TransferWizardLine(models.TransientModel):
    """One person in the preview of changes: from where to where, and what follows."""

    _name = "hr.performance.transfer.wizard.line"
    _description = "Person in the preview of changes"
    _order = "included desc, id"

    wizard_id = fields.Many2one("hr.performance.transfer.wizard", ondelete="cascade")
    evaluation_id = fields.Many2one(
        "hr.performance.evaluation", required=True, ondelete="cascade", readonly=True
    )
    employee_id = fields.Many2one(related="evaluation_id.employee_id")
    company_id = fields.Many2one(related="evaluation_id.company_id")
    old_manager_id = fields.Many2one("hr.employee", string="Manager until then", readonly=True)
    old_department_id = fields.Many2one(
        "hr.department", string="Department until then", readonly=True
    )
    manager_id = fields.Many2one(
        "hr.employee", string="New manager", domain="[('company_id', '=', company_id)]"
    )
    department_id = fields.Many2one(
        "hr.department", string="New department", domain="[('company_id', '=', company_id)]"
    )
    job_id = fields.Many2one("hr.job", string="Job position")
    included = fields.Boolean(string="Include")
    obstacle = fields.Char(string="Why not", compute="_compute_effect")
    effect = fields.Text(string="What will happen", compute="_compute_effect")

    def _get_place(self):
        """The new place, as the evaluation takes it."""
        return {name: self[name].id for name in ("manager_id", "department_id", "job_id")}

    @api.depends("manager_id", "department_id", "job_id", "wizard_id.date")
    def _compute_effect(self):
        for wizard, lines in self.grouped("wizard_id").items():
            places = {line.evaluation_id.id: line._get_place() for line in lines}
            files = lines.evaluation_id
            obstacles = files._get_transfer_obstacles(wizard.date, places)
            effects = files._describe_transfers(wizard.date, places)
            for line in lines:
                key = line.evaluation_id.id
                line.obstacle = obstacles.get(key)
                line.effect = None if line.obstacle else effects[key]
