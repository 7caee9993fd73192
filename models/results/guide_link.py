from odoo import api, fields, models
from odoo.exceptions import UserError


class GuidedMixin(models.AbstractModel):
    """The guide that helps with a record is one click away from it (requirement I2)."""

    _name = "hr.performance.guided.mixin"
    _description = "Has a guide that helps with it"

    _guide_kind = "goals"

    guide_version_id = fields.Many2one(
        "hr.performance.guide.version", string="Guide", compute="_compute_guide_version_id"
    )

    @api.depends("cycle_id", "company_id")
    def _compute_guide_version_id(self):
        guides = self.env["hr.performance.guide"]
        for (cycle, company), records in self.grouped(
            lambda one: (one.cycle_id, one.company_id)
        ).items():
            # Before the launch what is in force now; which one it is, is no secret.
            versions_sudo = cycle.sudo().guide_version_ids or guides.sudo()._get_current_versions(
                company
            )
            helpful = versions_sudo.filtered(lambda one: one.kind == self._guide_kind)
            records.guide_version_id = helpful[:1].id

    def action_open_guide(self):
        """Open the guide of the cycle in the version that holds for it."""
        self.ensure_one()
        self.check_access("read")
        if not self.guide_version_id:
            raise UserError(
                self.env._("No guide is in force. HR writes them under Configuration → Guides.")
            )
        return {
            "type": "ir.actions.act_window",
            "name": self.guide_version_id.display_name,
            "res_model": "hr.performance.guide.version",
            "view_mode": "form",
            "res_id": self.guide_version_id.id,
        }


class GoalGuide(models.Model):
    """Beside a goal: the Goal Setting Guide."""

    _name = "hr.performance.goal"
    _inherit = ["hr.performance.goal", "hr.performance.guided.mixin"]


class ReviewGuide(models.Model):
    """Beside a review: the Evaluation Standards Handbook."""

    _name = "hr.performance.review"
    _inherit = ["hr.performance.review", "hr.performance.guided.mixin"]

    _guide_kind = "standards"
