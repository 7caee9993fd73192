from odoo import api, fields, models

from ..models.core.coefficient_modes import PAY_READERS


class PublishWizard(models.TransientModel):
    """See what publishing a cycle would publish, and publish it."""

    _name = "hr.performance.publish.wizard"
    _description = "Publish coefficients"
    _inherit = ["hr.performance.link.mixin"]
    _checked_links = {"cycle_id": "write"}

    cycle_id = fields.Many2one("hr.performance.cycle", required=True, readonly=True)
    mode = fields.Selection(related="cycle_id.coefficient_mode")
    payout_from = fields.Date(related="cycle_id.payout_from")
    currency_id = fields.Many2one(related="cycle_id.currency_id")
    line_ids = fields.One2many("hr.performance.publish.wizard.line", "wizard_id", readonly=True)
    ready_line_ids = fields.One2many(
        "hr.performance.publish.wizard.line",
        "wizard_id",
        string="To publish",
        domain=[("state", "=", "ready")],
        readonly=True,
    )
    waiting_line_ids = fields.One2many(
        "hr.performance.publish.wizard.line",
        "wizard_id",
        string="Not yet",
        domain=[("state", "=", "waiting")],
        readonly=True,
    )
    ready_count = fields.Integer(string="To publish now", compute="_compute_counts")
    waiting_count = fields.Integer(string="Cannot be published yet", compute="_compute_counts")
    appeal_count = fields.Integer(string="With an open appeal", compute="_compute_counts")
    note = fields.Text(
        string="Publish these too, because",
        help="Results with an open appeal are published as provisional, with this note.",
    )
    published_count = fields.Integer(string="Published already", compute="_compute_counts")
    without_base_count = fields.Integer(
        string="Without a bonus base", compute="_compute_money", groups=PAY_READERS
    )
    amount_total = fields.Monetary(
        string="Bonus in total",
        compute="_compute_money",
        groups=PAY_READERS,
        help="Of everybody who is published or ready and whose bonus base is known.",
    )
    bonus_budget = fields.Monetary(string="Budget", compute="_compute_money", groups=PAY_READERS)
    amount_left = fields.Monetary(
        string="Left of the budget", compute="_compute_money", groups=PAY_READERS
    )

    @api.depends("line_ids.state")
    def _compute_counts(self):
        for wizard in self:
            states = wizard.line_ids.mapped("state")
            wizard.ready_count = states.count("ready")
            wizard.waiting_count = states.count("waiting")
            wizard.published_count = states.count("published")
            wizard.appeal_count = len(wizard.line_ids.filtered("has_appeal"))

    @api.depends("line_ids.amount")
    def _compute_money(self):
        for wizard in self:
            lines = wizard.line_ids.filtered("has_figures")
            wizard.amount_total = sum(lines.mapped("amount"))
            wizard.without_base_count = len(lines.filtered(lambda line: not line.bonus_base))
            wizard.bonus_budget = wizard.cycle_id.bonus_budget
            wizard.amount_left = wizard.bonus_budget - wizard.amount_total

    def action_preview(self):
        """List everyone in the cycle, with the figures or what stands against them."""
        self.ensure_one()
        lines = self.env["hr.performance.result"]._preview(self.cycle_id)
        self.line_ids.sudo().unlink()  # the dialog's own lines, which its user does not write
        self.env["hr.performance.publish.wizard.line"]._fill(self, lines)
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Publish %s", self.cycle_id.name),
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
            "context": {"dialog_size": "extra-large"},
        }

    def action_open_lines(self):
        """The same list on a page of its own, to filter, group and export it."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "hr_performance.publish_wizard_line_action"
        )
        return {**action, "domain": [("wizard_id", "=", self.id)]}

    def action_apply(self):
        """Publish for everyone who is ready."""
        self.ensure_one()
        return self.cycle_id.action_publish(self.note)
