from odoo import fields, models


class LeaverWizardLine(models.TransientModel):
    """One person in the preview of leavers."""

    _name = "hr.performance.leaver.wizard.line"
    _description = "Person in the preview of leavers"
    _order = "last_day, id"

    wizard_id = fields.Many2one("hr.performance.leaver.wizard", ondelete="cascade")
    evaluation_id = fields.Many2one(
        "hr.performance.evaluation", required=True, ondelete="cascade", readonly=True
    )
    employee_id = fields.Many2one(related="evaluation_id.employee_id")
    department_id = fields.Many2one(related="evaluation_id.department_id")
    manager_id = fields.Many2one(related="evaluation_id.manager_id")
    last_day = fields.Date(readonly=True)
    days_text = fields.Char(string="Counts", compute="_compute_days_text")
    included = fields.Boolean(string="Include")
    obstacle = fields.Char(string="Why not", readonly=True)

    def _compute_days_text(self):
        days = self.evaluation_id._get_employed_days()
        for line in self:
            employed, total = days[line.evaluation_id.id]
            line.days_text = self.env._("%(days)s of %(total)s days", days=employed, total=total)
