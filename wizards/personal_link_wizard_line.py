from odoo import api, fields, models


class PersonalLinkWizardLine(models.TransientModel):
    """One person who is to get a personal link, or why not."""

    _name = "hr.performance.personal.link.wizard.line"
    _description = "Person who gets a personal link"

    wizard_id = fields.Many2one("hr.performance.personal.link.wizard", ondelete="cascade")
    employee_id = fields.Many2one("hr.employee", required=True, ondelete="cascade")
    has_email = fields.Boolean(string="E-mail", compute="_compute_has_email")
    included = fields.Boolean(string="Include")
    obstacle = fields.Char(string="Why not")

    @api.depends("employee_id", "obstacle")
    def _compute_has_email(self):
        for line in self:
            # Whether there is an address, not which; only of whom one may give a link to.
            line.has_email = not line.obstacle and bool(line.employee_id.sudo()._get_link_email())
