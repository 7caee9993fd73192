from odoo import api, fields, models

NEED = "hr.performance.training.need"


class TrainingMixin(models.AbstractModel):
    """A dialog about one or several training needs, chosen in their list."""

    _name = "hr.performance.training.mixin"
    _description = "Dialog about training needs"

    need_ids = fields.Many2many(
        NEED,
        string="Training needs",
        required=True,
        default=lambda self: self._get_active_needs().ids,
    )
    need_count = fields.Integer(string="People", compute="_compute_need_count")
    company_id = fields.Many2one("res.company", compute="_compute_company_id")
    currency_id = fields.Many2one("res.currency", compute="_compute_company_id")
    cost_per_head = fields.Monetary(string="Cost per person")
    total_cost = fields.Monetary(string="Cost in all", compute="_compute_total_cost")

    @api.model
    def _get_active_needs(self):
        needs = self.env[NEED]
        if self.env.context.get("active_model") != NEED:
            return needs
        chosen = needs.browse(self.env.context.get("active_ids") or [])
        chosen.check_access("read")
        return chosen

    @api.depends("need_ids")
    def _compute_need_count(self):
        for wizard in self:
            wizard.need_count = len(wizard.need_ids)

    @api.depends("need_ids")
    def _compute_company_id(self):
        for wizard in self:
            wizard.company_id = wizard.need_ids.company_id[:1] or self.env.company
            wizard.currency_id = wizard.company_id.currency_id

    @api.depends("need_count", "cost_per_head")
    def _compute_total_cost(self):
        for wizard in self:
            wizard.total_cost = wizard.need_count * wizard.cost_per_head
