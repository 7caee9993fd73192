from odoo import api, models
from odoo.exceptions import UserError

from ...rules import coefficient
from ..core.coefficient_modes import PARTS


class ResultPool(models.Model):
    """A budget divided between everybody in a cycle (Formulas, section 5: pool).

    The first publishing divides it, for all people of the cycle at once. Who comes later or is
    corrected gets the rate of that division: nobody's published bonus changes through another's.
    """

    _inherit = "hr.performance.result"

    @api.model
    def _divide_pool(self, cycle, figures):
        """Return budget, total of the claims, and the share of each person in ``figures``.

        :param dict figures: {evaluation id: values of `_prepare_figures`} of who is not published
        :return: plain values: ``budget``, ``total``, ``shares`` {str(id): [claim, amount]}
        """
        cycle_sudo = cycle.sudo()  # pay, for figures that are published
        first = cycle_sudo.result_ids.filtered(lambda one: not one.supersedes_id)
        parts = {one.evaluation_id.id: one._get_pool_part() for one in first}
        parts |= {
            key: (one["bonus_base"], one["bonus_coefficient"]) for key, one in figures.items()
        }
        total = coefficient.pool_total(parts.values())
        if not total:
            raise UserError(
                self.env._(
                    "%s: nobody has a claim on the pool, because every coefficient is 0.",
                    cycle.name,
                )
            )
        budget = cycle_sudo.bonus_budget
        places = cycle_sudo.currency_id.decimal_places
        if first and first[0].pool_total != total:  # somebody's figures changed in between
            total = first[0].pool_total
            amounts = {
                key: coefficient.pool_amount(*part, budget, total, places)
                for key, part in parts.items()
            }
        else:
            keys = sorted(parts)  # the same order at each publishing
            found = coefficient.pool_amounts([parts[key] for key in keys], budget, places)
            amounts = dict(zip(keys, found, strict=True))
        return {
            "budget": budget,
            "total": total,
            "shares": {
                str(key): [one["bonus_coefficient"], amounts[key]] for key, one in figures.items()
            },
        }

    def _get_pool_part(self):
        """Bonus base, and the claim: what the coefficient was before the pool was divided."""
        self.ensure_one()
        values = (self[f"{part}_coefficient"] for part in PARTS)
        return self.bonus_base, coefficient.product(*values, self.proration)

    @api.model
    def _apply_pool(self, figures, pool, amount=None):
        """Turn a claim into the coefficient and the amount that come out of the pool."""
        claim = figures["bonus_coefficient"]
        budget, total = pool["budget"], pool["total"]
        if amount is None:
            currency = self.env["res.currency"].browse(figures["currency_id"])
            amount = coefficient.pool_amount(
                figures["bonus_base"], claim, budget, total, currency.decimal_places
            )
        return {
            **figures,
            "bonus_coefficient": coefficient.pooled(claim, budget, total),
            "amount": amount,
            "pool_budget": budget,
            "pool_total": total,
        }

    @api.model
    def _apply_share(self, evaluation, figures, pool):
        """What the job that publishes has divided, if the claim is still the same."""
        claim, amount = (pool or {}).get("shares", {}).get(str(evaluation.id), (None, None))
        if claim != figures["bonus_coefficient"]:
            raise UserError(
                self.env._(
                    "%s: the claim on the pool is not the one that was divided. Please publish the"
                    " cycle again.",
                    evaluation.display_name,
                )
            )
        return self._apply_pool(figures, pool, amount)
