from odoo import api, fields, models


class CompareWizard(models.TransientModel):
    """Two versions of one person's Goal Confirmation, side by side, to read and to print."""

    _name = "hr.performance.compare.wizard"
    _description = "Compare two versions"
    _inherit = ["hr.performance.link.mixin"]
    _checked_links = {"evaluation_id": "read", "older_id": "read", "newer_id": "read"}

    evaluation_id = fields.Many2one("hr.performance.evaluation", required=True, readonly=True)
    older_id = fields.Many2one(
        "hr.performance.agreement",
        string="Version",
        required=True,
        compute="_compute_older_id",
        store=True,
        precompute=True,
        readonly=False,
        domain="[('evaluation_id', '=', evaluation_id), ('frozen_digest', '!=', False)]",
    )
    newer_id = fields.Many2one(
        "hr.performance.agreement",
        string="Compared with",
        required=True,
        domain="[('evaluation_id', '=', evaluation_id), ('frozen_digest', '!=', False)]",
    )
    comparison = fields.Html(compute="_compute_comparison", sanitize=False)

    @api.depends("newer_id")
    def _compute_older_id(self):
        for wizard in self:
            wizard.older_id = wizard.newer_id.previous_id or wizard.newer_id

    @api.depends("older_id", "newer_id")
    def _compute_comparison(self):
        for wizard in self:
            wizard.comparison = wizard._get_comparison()

    def _get_comparison(self):
        self.ensure_one()
        versions = self.older_id | self.newer_id
        versions.check_access("read")
        if not (self.older_id and self.newer_id) or len(versions.evaluation_id) != 1:
            return False
        return self.newer_id._render_comparison(self.older_id)

    def action_print(self):
        return self.env.ref("hr_performance.version_comparison_report").report_action(self)
