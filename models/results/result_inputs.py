from odoo import api, fields, models

from ..core.coefficient_modes import MODES, PARTS, PAY_READERS


class ResultInputs(models.Model):
    """What a coefficient was made of, as a formula that a person can follow (R1)."""

    _inherit = "hr.performance.result"

    mode = fields.Selection(MODES, string="Combined as", default="product", required=True)
    individual_weight = fields.Float(digits=(16, 4), aggregator=None)
    department_weight = fields.Float(digits=(16, 4), aggregator=None)
    company_weight = fields.Float(digits=(16, 4), aggregator=None)
    days_excluded = fields.Integer(
        string="Days left out", help="Days of unpaid leave; they are not in the days that count."
    )
    currency_id = fields.Many2one("res.currency", ondelete="restrict")
    bonus_base = fields.Monetary(groups=PAY_READERS, help="0: no base was known.")
    amount = fields.Monetary(
        string="Bonus",
        groups=PAY_READERS,
        help="Base × coefficient. The amounts of a pool sum to its budget exactly.",
    )
    pool_budget = fields.Monetary(groups=PAY_READERS, aggregator=None)
    pool_total = fields.Float(
        string="Claims on the pool",
        digits=(16, 6),
        groups=PAY_READERS,
        aggregator=None,
        help="Sum of bonus base × product coefficient of everybody in the pool.",
    )
    provisional = fields.Boolean(
        string="Published with an open appeal", help="Whether one was open at the publishing."
    )
    provisional_note = fields.Text(
        string="Why in spite of the appeal",
        groups="hr_performance.group_officer,hr_performance.group_payroll,"
        "hr_performance.group_auditor",
    )
    is_provisional = fields.Boolean(
        string="Provisional",
        compute="_compute_is_provisional",
        help="The appeal is open still: its decision may supersede this result.",
    )
    formula = fields.Char(compute="_compute_formula")
    amount_formula = fields.Char(compute="_compute_amount_formula", groups=PAY_READERS)

    def _get_coefficient_weights(self):
        self.ensure_one()
        return tuple(self[f"{part}_weight"] for part in PARTS)

    @api.depends("provisional")
    def _compute_is_provisional(self):
        flagged_sudo = self.filtered("provisional").sudo()  # whether one is open, not what it says
        waiting_ids = flagged_sudo.evaluation_id._get_open_appeals().evaluation_id.ids
        open_ids = {one.id for one in flagged_sudo if one.evaluation_id.id in waiting_ids}
        for result in self:
            result.is_provisional = result.id in open_ids

    @api.depends("bonus_coefficient")
    def _compute_formula(self):
        for result in self:
            result.formula = result._describe_formula()

    def _describe_formula(self):
        """As in “1.5 × 1.1 × 0.95 × 47/92 (0.5109) = 0.8008”, by the mode of the row."""
        values = [self[f"{part}_coefficient"] for part in PARTS]
        if self.mode == "weighted":
            pairs = zip(self._get_coefficient_weights(), values, strict=True)
            text = "(" + " + ".join(f"{weight:g} × {value:g}" for weight, value in pairs) + ")"
        else:
            text = " × ".join(f"{value:g}" for value in values)
        text += f" × {self.days_employed}/{self.days_total} ({self.proration:.4f})"
        if self.mode == "pool":
            text += self.env._(" × %s (pool)", f"{self._get_pool_rate():.6f}")
        return f"{text} = {self.bonus_coefficient:.4f}"

    def _get_pool_rate(self):
        result_sudo = self.sudo()  # the rate alone: neither budget nor anybody's base follows
        return result_sudo.pool_budget / result_sudo.pool_total

    @api.depends("amount")
    def _compute_amount_formula(self):
        for result in self:
            money = result.currency_id.format
            factor = f"{result.bonus_coefficient:.4f}"
            if result.mode == "pool":  # the rounded coefficient would give some cents more or less
                claim = result._get_pool_part()[1]
                factor = f"{claim:g} × {result._get_pool_rate():.6f}"
            result.amount_formula = bool(result.bonus_base) and (
                f"{money(result.bonus_base)} × {factor} = {money(result.amount)}"
            )
