from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...rules.coefficient import weights_make_one
from ..core.coefficient_modes import MODES, PARTS, PAY_READERS


class CycleCoefficient(models.Model):
    """How the coefficients of one cycle are combined (Formulas, section 5)."""

    _inherit = "hr.performance.cycle"

    coefficient_mode = fields.Selection(
        MODES,
        string="Combined as",
        compute="_compute_coefficient_settings",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        tracking=True,
        help="Product: grade × department × company. Weighted: their weighted mean. Pool: the"
        " product is a claim on a budget. Each for the days in the cycle.",
    )
    individual_weight = fields.Float(
        digits=(16, 4),
        compute="_compute_coefficient_settings",
        store=True,
        readonly=False,
        precompute=True,
    )
    department_weight = fields.Float(
        digits=(16, 4),
        compute="_compute_coefficient_settings",
        store=True,
        readonly=False,
        precompute=True,
    )
    company_weight = fields.Float(
        digits=(16, 4),
        compute="_compute_coefficient_settings",
        store=True,
        readonly=False,
        precompute=True,
    )
    currency_id = fields.Many2one(related="company_id.currency_id")
    bonus_budget = fields.Monetary(
        string="Budget of the pool", groups=PAY_READERS, tracking=True, copy=False
    )
    coefficient_change_ids = fields.One2many(
        "hr.performance.coefficient.change",
        "cycle_id",
        string="Changed coefficients",
        readonly=True,
        groups="hr_performance.group_officer,hr_performance.group_auditor",
    )

    _bonus_budget_range = models.Constraint(
        "CHECK(bonus_budget >= 0)", "The budget of a pool cannot be negative."
    )

    @api.depends("company_id")
    def _compute_coefficient_settings(self):
        """A new cycle takes the settings of its company."""
        for cycle in self:
            company_sudo = cycle.company_id.sudo()  # settings, not secrets
            cycle.coefficient_mode = company_sudo.performance_coefficient_mode or "product"
            for part in PARTS:
                cycle[f"{part}_weight"] = company_sudo[f"performance_{part}_weight"]

    @api.constrains("coefficient_mode", *(f"{part}_weight" for part in PARTS))
    def _check_weights(self):
        for cycle in self.filtered(lambda one: one.coefficient_mode == "weighted"):
            self._check_weights_make_one(cycle.name, cycle._get_coefficient_weights())

    @api.model
    def _check_weights_make_one(self, name, weights):
        """Refuse weights of a weighted coefficient that do not make 1, also those of a company."""
        if not weights_make_one(weights):
            raise ValidationError(
                self.env._(
                    "%(name)s: the weights of grade, department and company are %(weights)s. None"
                    " may be negative, and together they must make 1.",
                    name=name,
                    weights=" + ".join(f"{weight:g}" for weight in weights),
                )
            )

    def _get_coefficient_weights(self):
        """Weights of individual, department and company coefficient, in this order."""
        self.ensure_one()
        return tuple(self[f"{part}_weight"] for part in PARTS)

    def _get_published_names(self):
        return super()._get_published_names() | {
            "coefficient_mode",
            "bonus_budget",
            *(f"{part}_weight" for part in PARTS),
        }

    def write(self, vals):
        """Who sets the company's coefficient of a running cycle, and when, is kept (R1, G4)."""
        before = {cycle: cycle.company_coefficient for cycle in self if cycle.state != "draft"}
        result = super().write(vals)
        self.env["hr.performance.coefficient.change"]._log(
            {(cycle, None): value for cycle, value in before.items()},
            {(cycle, None): cycle.company_coefficient for cycle in before},
        )
        return result
