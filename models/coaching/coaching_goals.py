from odoo import api, fields, models
from odoo.fields import Command


class CoachingGoals(models.Model):
    """The goals of the person, of which the talk says how each stands (requirement C2)."""

    _inherit = "hr.performance.coaching"

    missing_goal_count = fields.Integer(compute="_compute_missing_goal_count")

    @api.depends("evaluation_id", "line_ids.goal_id", "state", "kind")
    def _compute_missing_goal_count(self):
        for talk in self:
            waits = talk._origin and talk.state == "planned"
            talk.missing_goal_count = len(talk._get_missing_goals()) if waits else 0

    def _get_missing_goals(self):
        """Goals without a line; a stand-up is too short for them."""
        goals = self.evaluation_id.goal_ids._get_counted() - self.line_ids.goal_id
        return goals.browse() if self.kind == "stand_up" else goals

    @api.onchange("employee_id", "kind")
    def _onchange_goals(self):
        """A new talk shows at once how the goals of the person stand."""
        if self._origin:
            return
        evaluation = self.evaluation_id._origin._filtered_access("read")
        goals = evaluation.goal_ids._get_counted() if self.kind != "stand_up" else ()
        self.line_ids = [Command.clear(), *(Command.create({"goal_id": one.id}) for one in goals)]

    @api.model_create_multi
    def create(self, vals_list):
        talks = super().create(vals_list)
        talks._add_goals()
        return talks

    def _add_goals(self):
        """Give the talks a line for each goal without one."""
        # The goals of a person are open to those who lead them, as is the talk itself.
        talks_sudo = self.sudo()
        self.env["hr.performance.coaching.line"].sudo().create(  # see above
            [
                {"coaching_id": talk.id, "goal_id": goal.id}
                for talk in talks_sudo
                for goal in talk._get_missing_goals()
            ]
        )

    def action_add_goals(self):
        """Take in goals that were added since the talk was planned."""
        self.check_access("write")
        self._check_planned()
        self._add_goals()
