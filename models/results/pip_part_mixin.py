from odoo import api, fields, models
from odoo.exceptions import UserError


class PipPart(models.AbstractModel):
    """A part of a Performance Improvement Plan: what the plan says is settled with its approval.

    Who may write the plan may write its parts, while the plan is a draft; ``_open_fields`` of a
    heir may change as long as the plan runs. Nothing changes in a closed plan.
    """

    _name = "hr.performance.pip.part.mixin"
    _description = "Part of an improvement plan"
    _inherit = ["hr.performance.link.mixin", "hr.performance.computed.mixin"]

    _checked_links = {"pip_id": "write"}
    _open_fields = frozenset()

    pip_id = fields.Many2one(
        "hr.performance.pip", string="Plan", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="pip_id.company_id", store=True, index=True)
    plan_state = fields.Selection(related="pip_id.state", string="State of the plan")

    @api.model_create_multi
    def create(self, vals_list):
        parts = super().create(vals_list)
        parts.pip_id._check_drafted()
        return parts

    def write(self, vals):
        self.check_access("write")  # first: a refusal names the plan
        if "pip_id" in vals:
            raise UserError(self.env._("A part of a plan stays with its plan."))
        if vals.keys() - self._open_fields:
            self.pip_id._check_drafted()
        self.pip_id._check_living()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_settled(self):
        self.pip_id._check_drafted()
