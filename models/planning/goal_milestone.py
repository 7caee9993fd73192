from odoo import fields, models


class GoalMilestone(models.Model):
    """One step of a goal that is measured by milestones."""

    _name = "hr.performance.goal.milestone"
    _description = "Milestone of a goal"
    _order = "goal_id, due, id"

    goal_id = fields.Many2one("hr.performance.goal", required=True, index=True, ondelete="cascade")
    company_id = fields.Many2one(related="goal_id.company_id", store=True, index=True)
    name = fields.Char(required=True)
    weight = fields.Float(default=1.0, digits=(16, 2), required=True)
    due = fields.Date()
    done_on = fields.Date()

    _weight_positive = models.Constraint(
        "CHECK(weight > 0)", "The weight of a milestone must be above 0."
    )
