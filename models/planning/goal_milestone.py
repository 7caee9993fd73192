from odoo import api, fields, models

# A step that is done is recorded later; what it is and weighs was signed.
SIGNED_FIELDS = {"goal_id", "name", "weight", "due"}


class GoalMilestone(models.Model):
    """One step of a goal that is measured by milestones; as closed as its goal."""

    _name = "hr.performance.goal.milestone"
    _description = "Milestone of a goal"
    _inherit = ["hr.performance.computed.mixin"]
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

    @api.model_create_multi
    def create(self, vals_list):
        milestones = super().create(vals_list)
        milestones.goal_id._check_unlocked()
        return milestones

    def write(self, vals):
        self.check_access("write")  # first: a refusal names the goal
        if SIGNED_FIELDS & vals.keys():
            self.goal_id._check_unlocked()
        # Whether the figures are closed must not depend on what the asker may read.
        evaluations_sudo = self.goal_id.sudo().evaluation_id
        if "done_on" in vals:
            evaluations_sudo._check_figures_open()
            self.goal_id._check_cycle_open()
        result = super().write(vals)
        if "done_on" in vals:
            evaluations_sudo._follow_figures()
        if "goal_id" in vals:
            self.goal_id._check_unlocked()  # nor may a step be moved into a signed goal
            self.check_access("write")  # nor to a goal that is not the writer's
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_locked(self):
        self.goal_id._check_unlocked()
