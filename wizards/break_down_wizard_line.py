from odoo import api, fields, models


class BreakDownWizardLine(models.TransientModel):
    """The part of a goal in one shorter cycle."""

    _name = "hr.performance.break.down.wizard.line"
    _description = "Part of a goal in a cycle"
    _inherit = ["hr.performance.split.line.mixin"]
    _order = "id"

    wizard_id = fields.Many2one("hr.performance.break.down.wizard", ondelete="cascade", index=True)
    cycle_id = fields.Many2one("hr.performance.cycle", required=True, ondelete="cascade")

    @api.depends("cycle_id")
    def _compute_name(self):
        for line in self:
            line.name = line.cycle_id.name

    @api.depends("cycle_id", "wizard_id.goal_id")
    def _compute_obstacle(self):
        for line in self:
            goal, cycle = line.wizard_id.goal_id, line.cycle_id
            # Parts belong to the owner of the goal; only whether there is one.
            parts_sudo = goal._origin.sudo().part_ids.filtered(lambda part: not part.cancelled)
            if cycle in parts_sudo.cycle_id:
                line.obstacle = self.env._("There is a part already.")
            elif cycle.state == "closed":
                line.obstacle = self.env._("The cycle is closed.")
            else:
                obstacles = goal._get_proposal_obstacles(cycle, goal.employee_id)
                line.obstacle = obstacles.get(goal.employee_id.id)

    def _prepare_goal(self):
        goal = self.wizard_id.goal_id
        return {
            **self.wizard_id._prepare_split(self),
            "level": goal.level,
            "employee_id": goal.employee_id.id,
            "department_id": goal.department_id.id,
            "theme_id": goal.theme_id.id,
            "cycle_id": self.cycle_id.id,
            "parent_id": goal.id,
            "part_of_id": goal.id,
            "weight": goal.weight,
        }
