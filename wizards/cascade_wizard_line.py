from odoo import api, fields, models


class CascadeWizardLine(models.TransientModel):
    """One receiver of a goal that is handed down."""

    _name = "hr.performance.cascade.wizard.line"
    _description = "Receiver of a goal"
    _inherit = ["hr.performance.split.line.mixin"]
    _order = "id"

    wizard_id = fields.Many2one("hr.performance.cascade.wizard", ondelete="cascade", index=True)
    employee_id = fields.Many2one("hr.employee", ondelete="cascade")
    department_id = fields.Many2one("hr.department", ondelete="cascade")

    _receiver = models.Constraint(
        "CHECK((employee_id IS NULL) != (department_id IS NULL))",
        "A goal is handed down to a person or to a department.",
    )

    @api.depends("employee_id", "department_id")
    def _compute_name(self):
        for line in self:
            line.name = (line.employee_id or line.department_id).sudo().name  # only the name

    @api.depends("employee_id", "department_id", "wizard_id.cycle_id")
    def _compute_obstacle(self):
        for wizard, lines in self.grouped("wizard_id").items():
            goals = self.env["hr.performance.goal"]
            outside = lines._get_outside()
            people = (lines - outside).employee_id._origin
            obstacles = goals._get_proposal_obstacles(wizard.cycle_id, people)
            served = goals._get_receivers(
                [
                    ("parent_id", "=", wizard.goal_id._origin.id),
                    ("cycle_id", "=", wizard.cycle_id.id),
                    ("part_of_id", "=", False),
                ]
            )
            # Nothing is told about the plans of people whom the user does not lead.
            outside.obstacle = self.env._("Not in your line.")
            for line in lines - outside:
                receiver = (line.employee_id or line.department_id)._origin
                line.obstacle = line._describe_obstacle(
                    obstacles.get(receiver.id) if line.employee_id else None, receiver in served
                )

    def _get_outside(self):
        """Return the receivers whom the user does not lead; HR hands down in the whole company."""
        if self.env["hr.performance.cascade.wizard"]._is_officer():
            return self.browse()
        goals = self.env["hr.performance.goal"]
        people, departments = goals._get_subordinate_ids(), goals._get_led_department_ids()
        return self.filtered(
            lambda line: (
                (line.employee_id._origin.id not in people)
                if line.employee_id
                else line.department_id._origin.id not in departments
            )
        )

    def _describe_obstacle(self, obstacle, served):
        wizard = self.wizard_id
        if wizard.goal_id.cycle_id.date_start > wizard.cycle_id.date_start:
            return self.env._("The cycle starts before the cycle of the goal.")
        return obstacle or (served and self.env._("There is a goal for it already.")) or False

    def _prepare_goal(self):
        wizard = self.wizard_id
        goal = wizard.goal_id
        vals = {
            **wizard._prepare_split(self),
            "level": "employee" if self.employee_id else "department",
            "employee_id": self.employee_id.id,
            "department_id": self.department_id.id,
            "cycle_id": wizard.cycle_id.id,
            "parent_id": goal.id,
            "weight": wizard.weight,
        }
        if wizard.cycle_id == goal.cycle_id:
            vals |= {"date_start": goal.date_start, "date_due": goal.date_due}
        return vals
