from odoo import fields, models
from odoo.exceptions import UserError


class LaunchWizard(models.TransientModel):
    """Choose who is in a cycle, and see who is not and why, before anything is created."""

    _name = "hr.performance.launch.wizard"
    _description = "Launch a cycle"
    _inherit = ["hr.performance.preview.mixin"]

    cycle_id = fields.Many2one("hr.performance.cycle", required=True, readonly=True)
    company_id = fields.Many2one(related="cycle_id.company_id")
    department_ids = fields.Many2many(
        "hr.department",
        string="Only these departments",
        domain="[('company_id', '=', company_id)]",
        help="With the departments below them. Empty: the whole company.",
    )
    only_outside = fields.Boolean(
        string="Only people outside", help="List nobody who is in the cycle already."
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
    included_count = fields.Integer(string="In the cycle")
    excluded_count = fields.Integer(string="Not in the cycle")

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
        return self._reopen(self.env._("Launch %s", self.cycle_id.name))

    def _get_population(self):
        domain = [("company_id", "=", self.cycle_id.company_id.id)]
        if self.department_ids:
            domain.append(("department_id", "child_of", self.department_ids.ids))
        people = self.env["hr.employee"].search(domain)
        if not self.only_outside:
            return people
        inside = people._get_inside(self.cycle_id)
        return people.filtered(lambda one: one.id not in inside)

    def action_apply(self):
        """Launch for those who are ticked and have no obstacle."""
        chosen = self._get_chosen()
        if not chosen:
            raise UserError(self.env._("Nobody can be added. The list says for each person why."))
        return self.cycle_id._launch(chosen.employee_id)._get_action()
