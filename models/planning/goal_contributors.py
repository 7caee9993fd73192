from odoo import api, fields, models
from odoo.fields import Command, Domain


class GoalContributors(models.Model):
    """Who from elsewhere helps to reach a goal (requirement P2: sideways)."""

    _inherit = "hr.performance.goal"

    contribution_ids = fields.One2many(
        "hr.performance.goal.contribution", "goal_id", string="Contributions"
    )
    contributor_ids = fields.Many2many(
        "hr.employee",
        string="Contributors",
        compute="_compute_contributor_ids",
        compute_sudo=True,  # whoever reads the goal reads who contributes
        inverse="_inverse_contributor_ids",
        search="_search_contributor_ids",
        help="Colleagues from elsewhere who help to reach it. They read what it is and how far it"
        " is, not the owner's own words.",
    )
    is_contributor = fields.Boolean(
        string="I contribute", compute="_compute_is_contributor", search="_search_is_contributor"
    )

    @api.depends("contribution_ids.employee_id")
    def _compute_contributor_ids(self):
        for goal in self:
            goal.contributor_ids = goal.contribution_ids.employee_id

    def _inverse_contributor_ids(self):
        """Contributors who stay keep what they are asked for, and the conversation about it."""
        for goal in self:
            people, rows = goal.contributor_ids, goal.contribution_ids
            gone = rows.filtered(lambda row, people=people: row.employee_id not in people)
            goal.contribution_ids = [Command.delete(row.id) for row in gone] + [
                Command.create({"employee_id": one.id}) for one in people - rows.employee_id
            ]

    def _search_contributor_ids(self, operator, value):
        return Domain("contribution_ids.employee_id", operator, value)

    @api.depends("contribution_ids.employee_id")
    @api.depends_context("uid")
    def _compute_is_contributor(self):
        for goal in self:
            # Only whether it is the user.
            goal.is_contributor = self.env.user in goal.sudo().contribution_ids.employee_id.user_id

    def _search_is_contributor(self, operator, value):
        if operator != "in":
            return NotImplemented
        return Domain("contribution_ids.employee_id.user_id", "=", self.env.uid)

    @api.constrains("employee_id")
    def _check_contributors(self):
        self.contribution_ids._check_not_owner()
