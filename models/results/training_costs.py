from odoo import api, fields, models

from .training_need import OPEN_STATES


class TrainingCosts(models.Model):
    """Planned and actual cost on the form of a need, for whoever may read them."""

    _inherit = "hr.performance.training.need"

    currency_id = fields.Many2one(related="company_id.currency_id")
    planned_cost = fields.Monetary(
        string="Planned cost", compute="_compute_planned_cost", inverse="_inverse_planned_cost"
    )
    actual_cost = fields.Monetary(
        string="Actual cost", compute="_compute_actual_cost", inverse="_inverse_actual_cost"
    )
    sees_cost = fields.Boolean(compute="_compute_sees_cost")
    may_write = fields.Boolean(compute="_compute_may_write")
    may_bill = fields.Boolean(compute="_compute_may_write", help="The bill comes after the course.")

    @api.depends_context("uid")
    def _compute_planned_cost(self):
        costs = self._get_readable_costs()
        for need in self:
            need.planned_cost = costs[need._origin.id].planned if need._origin.id in costs else 0

    @api.depends_context("uid")
    def _compute_actual_cost(self):
        costs = self._get_readable_costs()
        for need in self:
            need.actual_cost = costs[need._origin.id].actual if need._origin.id in costs else 0

    @api.depends_context("uid")
    def _compute_sees_cost(self):
        costs = self._get_readable_costs()
        for need in self:
            # Who enters a new one is not the person concerned.
            need.sees_cost = not need._origin or need._origin.id in costs

    @api.depends("state")
    @api.depends_context("uid")
    def _compute_may_write(self):
        """For the form alone; record rules and ``write`` decide."""
        writable = self._origin._filtered_access("write")
        for need in self:
            need.may_bill = not need._origin or need._origin in writable
            need.may_write = need.may_bill and need.state in OPEN_STATES

    def _get_readable_costs(self):
        """Return {id of the need: its cost}, found with the rights of the reader."""
        costs = self.env["hr.performance.training.cost"].sudo(False)
        found = costs.search([("need_id", "in", self._origin.ids)])
        return {cost.need_id.id: cost for cost in found}

    def _inverse_planned_cost(self):
        for cost in self._add_costs():
            cost.planned = cost.need_id.planned_cost

    def _inverse_actual_cost(self):
        for cost in self._add_costs():
            cost.actual = cost.need_id.actual_cost

    @api.model_create_multi
    def create(self, vals_list):
        needs = super().create(vals_list)
        needs._add_costs()
        return needs

    def _add_costs(self):
        """Return the rows of these needs, with the rights of the user; add those that miss."""
        costs_sudo = self.env["hr.performance.training.cost"].sudo()  # each need has its row
        found = costs_sudo.search([("need_id", "in", self.ids)])
        missing = self - found.need_id
        found |= costs_sudo.create([{"need_id": need.id} for need in missing])
        return found.sudo(self.env.su)
