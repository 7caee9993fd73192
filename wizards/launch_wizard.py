from odoo import api, fields, models
from odoo.exceptions import UserError


class LaunchWizard(models.TransientModel):
    """Choose who is in a cycle, and see who is not and why, before anything is created."""

    _name = "hr.performance.launch.wizard"
    _description = "Launch a cycle"

    cycle_id = fields.Many2one("hr.performance.cycle", required=True, readonly=True)
    company_id = fields.Many2one(related="cycle_id.company_id")
    department_ids = fields.Many2many(
        "hr.department",
        string="Only these departments",
        domain="[('company_id', '=', company_id)]",
        help="With the departments below them. Empty: the whole company.",
    )
    line_ids = fields.One2many("hr.performance.launch.wizard.line", "wizard_id")
    included_line_ids = fields.One2many(
        "hr.performance.launch.wizard.line",
        "wizard_id",
        string="Can be in the cycle",
        domain=[("obstacle", "=", False)],
    )
    excluded_line_ids = fields.One2many(
        "hr.performance.launch.wizard.line",
        "wizard_id",
        string="Cannot be in the cycle",
        domain=[("obstacle", "!=", False)],
        readonly=True,
    )
    included_count = fields.Integer(string="In the cycle", compute="_compute_counts")
    excluded_count = fields.Integer(string="Not in the cycle", compute="_compute_counts")

    def action_preview(self):
        """List everyone concerned: who would be in, and why the others would not."""
        self.ensure_one()
        employees = self._get_population()
        obstacles = employees._get_launch_obstacles(self.cycle_id)
        self.line_ids.unlink()
        self.env["hr.performance.launch.wizard.line"].create(
            [
                {
                    "wizard_id": self.id,
                    "employee_id": employee.id,
                    "obstacle": obstacles.get(employee.id),
                    "included": employee.id not in obstacles,
                }
                for employee in employees
            ]
        )
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Launch %s", self.cycle_id.name),
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
        }

    def _get_population(self):
        domain = [("company_id", "=", self.cycle_id.company_id.id)]
        if self.department_ids:
            domain.append(("department_id", "child_of", self.department_ids.ids))
        return self.env["hr.employee"].search(domain)

    @api.depends("line_ids.included")
    def _compute_counts(self):
        for wizard in self:
            wizard.included_count = len(wizard.line_ids.filtered("included"))
            wizard.excluded_count = len(wizard.line_ids) - wizard.included_count

    def action_apply(self):
        """Launch for those who are ticked and have no obstacle."""
        self.ensure_one()
        if not self.line_ids:
            self.action_preview()
        chosen = self.line_ids.filtered(lambda line: line.included and not line.obstacle)
        if not chosen:
            raise UserError(self.env._("Nobody can be added. The list says for each person why."))
        return self.cycle_id._launch(chosen.employee_id)._get_action()
