from odoo import api, fields, models
from odoo.fields import Domain


class EvaluationWithholding(models.Model):
    """Who has to judge before reading what others judged (requirement E7)."""

    _inherit = "hr.performance.evaluation"

    awaits_me = fields.Boolean(
        string="Waits for my review",
        compute="_compute_awaits_me",
        search="_search_awaits_me",
        help="Until it is given, or the result is released, you read no other review and no grade.",
    )

    @api.depends("released_at", "review_ids.state", "review_ids.reviewer_id")
    @api.depends_context("uid")
    def _compute_awaits_me(self):
        waiting_sudo = self.sudo().search(  # decides about access, whatever the asker may read
            [("id", "in", self.ids), ("awaits_me", "=", True)]
        )
        for evaluation in self:
            evaluation.awaits_me = evaluation in waiting_sudo

    def _search_awaits_me(self, operator, value):
        if operator != "in":
            return NotImplemented
        mine = Domain("state", "=", "pending") & Domain("reviewer_id.user_id", "=", self.env.uid)
        # The own file is withheld by its own rules.
        mine &= Domain("role", "!=", "self")
        return Domain("released_at", "=", False) & Domain("review_ids", "any!", mine)
