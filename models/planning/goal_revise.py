from odoo import api, fields, models

from .goal_revision import OPEN_STATES


class GoalRevise(models.Model):
    """From a signed goal into its revision: to ask for one, or to the one that is open (P8)."""

    _inherit = "hr.performance.goal"

    can_revise = fields.Boolean(
        compute="_compute_can_revise", help="You can ask for a revision of this goal now."
    )
    open_revision_id = fields.Many2one(
        "hr.performance.goal.revision", string="Under revision", compute="_compute_can_revise"
    )

    @api.depends("evaluation_id.agreement_id.state", "evaluation_id.revision_ids.state")
    @api.depends_context("uid")
    def _compute_can_revise(self):
        for goal in self:
            evaluation = goal.evaluation_id
            # Whether one is open is a fact; its content has record rules of its own.
            opened = evaluation.sudo().revision_ids.filtered(lambda one: one.state in OPEN_STATES)
            readable = opened.sudo(False)._filtered_access("read")
            goal.open_revision_id = readable[:1]
            possible = evaluation and not goal.cancelled and not opened
            # Somebody who contributes reads the goal, but not the file of its owner.
            possible = possible and evaluation.has_access("read")
            goal.can_revise = bool(possible and not evaluation._get_revision_refusal())

    def action_open_revision(self):
        """Open the revision of the person's goals that is under way."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "hr_performance.goal_revision_action"
        )
        return {**action, "res_id": self.open_revision_id.id, "views": [(False, "form")]}
