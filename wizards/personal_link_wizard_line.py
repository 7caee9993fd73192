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
        # A line can be sent about anybody, so what it says of obstacles is worth nothing here.
        links = self.env["hr.performance.personal.link"]
        obstacles = links._get_person_obstacles(self.employee_id)
        for line in self:
            given = not line.obstacle and line.employee_id.id not in obstacles
            # Whether there is an address, not which; only of whom one may give a link to.
            line.has_email = given and bool(line.employee_id.sudo()._get_link_email())
