from odoo import api, fields, models


class AssignAppealWizard(models.TransientModel):
    """Assign an independent reviewer, or another one with a reason."""

    _name = "hr.performance.assign.appeal.wizard"
    _description = "Assign a reviewer of an appeal"
    _inherit = ["hr.performance.link.mixin"]
    _checked_links = {"appeal_id": "read"}

    appeal_id = fields.Many2one("hr.performance.appeal", required=True, readonly=True)
    company_id = fields.Many2one(related="appeal_id.company_id", related_sudo=False)
    appeal_state = fields.Selection(related="appeal_id.state", related_sudo=False)
    reviewer_id = fields.Many2one(
        "hr.employee",
        string="Independent reviewer",
        required=True,
        domain="[('user_id', '!=', False)]",
    )
    obstacle = fields.Text(compute="_compute_obstacle")
    remark = fields.Text(compute="_compute_obstacle")
    reason = fields.Text(string="Why another reviewer")

    @api.depends("appeal_id", "reviewer_id")
    def _compute_obstacle(self):
        for wizard in self:
            appeal, reviewer = wizard.appeal_id, wizard.reviewer_id
            # Who is barred tells who judged: only for those who may assign.
            told = bool(reviewer) and bool(appeal) and appeal._may_assign()
            wizard.obstacle = told and appeal._get_bar(reviewer)
            wizard.remark = told and appeal._get_remark(reviewer)

    def action_apply(self):
        self.ensure_one()
        self.appeal_id._assign(self.reviewer_id, self.reason)
        return {"type": "ir.actions.act_window_close"}
