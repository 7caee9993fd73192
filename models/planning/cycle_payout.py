from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError


class CyclePayout(models.Model):
    """When a cycle's coefficient is paid, and what it is made of besides the grade."""

    _inherit = "hr.performance.cycle"

    bonus_code = fields.Char(
        string="Bonus code",
        default="QUARTER",
        required=True,
        help="Payroll asks for a coefficient by this code.",
    )
    payout_from = fields.Date(help="First day on which payroll finds this cycle's coefficient.")
    payout_to = fields.Date(help="Last day on which payroll finds this cycle's coefficient.")
    company_coefficient = fields.Float(digits=(16, 4), default=1.0, tracking=True)
    department_coefficient_ids = fields.One2many(
        "hr.performance.department.coefficient",
        "cycle_id",
        string="Department coefficients",
        groups="hr_performance.group_officer,hr_performance.group_auditor",
    )
    result_ids = fields.One2many("hr.performance.result", "cycle_id", readonly=True)

    _payout_order = models.Constraint(
        "CHECK(payout_from <= payout_to)", "The payout window cannot end before it starts."
    )
    _company_coefficient_range = models.Constraint(
        "CHECK(company_coefficient >= 0)", "A company coefficient cannot be negative."
    )

    @api.constrains("payout_from", "payout_to", "bonus_code", "company_id", "state")
    def _check_payout_overlap(self):
        """Payroll must find one coefficient for a date, never two."""
        for cycle in self:
            if bool(cycle.payout_from) != bool(cycle.payout_to):
                raise ValidationError(
                    self.env._("%s: the payout window needs both of its dates.", cycle.name)
                )
            if not cycle.payout_from or cycle.state == "cancelled":
                continue
            other = self.sudo().search(  # also windows of cycles that the user cannot see
                [
                    ("id", "!=", cycle.id),
                    ("company_id", "=", cycle.company_id.id),
                    ("bonus_code", "=", cycle.bonus_code),
                    ("state", "!=", "cancelled"),
                    ("payout_from", "<=", cycle.payout_to),
                    ("payout_to", ">=", cycle.payout_from),
                ],
                limit=1,
            )
            if other:
                raise ValidationError(
                    self.env._(
                        "%(cycle)s: its payout window overlaps that of %(other)s (%(start)s to"
                        " %(end)s) for the bonus code %(code)s.",
                        cycle=cycle.name,
                        other=other.name,
                        start=other.payout_from,
                        end=other.payout_to,
                        code=cycle.bonus_code,
                    )
                )

    def _get_published_names(self):
        """Fields that cannot change any more once something is published."""
        return {"payout_from", "payout_to", "bonus_code"}

    def _check_settled(self, vals):
        result = super()._check_settled(vals)
        published = sorted(self._get_published_names() & vals.keys())
        if published and self.sudo().result_ids:  # results that the user may not read count too
            labels = [self._fields[name]._description_string(self.env) for name in published]
            raise UserError(
                self.env._(
                    "Results are published already: %(fields)s cannot change any more.",
                    fields=", ".join(labels),
                )
            )
        return result
