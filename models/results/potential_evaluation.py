from odoo import models
from odoo.exceptions import UserError

from ...rules import flows


class EvaluationPotential(models.Model):
    """Who judges the potential of a person in a cycle, and what they open for it (R4)."""

    _inherit = "hr.performance.evaluation"

    def _describe_closed_potential(self):
        self.ensure_one()
        return self.env._(
            "%s: the cycle is over, so the potential judged in it stays as it is. Please judge it"
            " in the next cycle.",
            self.display_name,
        )

    def _filter_led(self):
        """Those whom the user leads, or cares for as HR; never themselves."""
        roles = self._get_roles()
        return self.filtered(lambda one: roles[one.id] & {flows.MANAGER, *flows.HR})

    def _get_potential_refusals(self, potentials):
        """Return {evaluation: why the user cannot judge the potential} for those who cannot.

        :param potentials: {evaluation id: the judgement that counts}
        """
        led = self._filter_led()
        hr = bool(self.env["hr.performance.line.mixin"]._get_hr_roles())
        refusals = {}
        for evaluation in self:
            counting = potentials.get(evaluation.id)
            if evaluation not in led:
                refusals[evaluation] = self.env._(
                    "The potential is judged by the line above the person, and by HR."
                )
            elif evaluation.cycle_id.state in ("closed", "cancelled"):
                refusals[evaluation] = evaluation._describe_closed_potential()
            elif counting and counting.side == "hr" and not hr:
                refusals[evaluation] = self.env._(
                    "%s: HR has judged the potential, and that counts. Please talk to HR.",
                    evaluation.sudo().employee_id.name,  # a name, of somebody in the line
                )
        return refusals

    def action_open_potential(self):
        """Open the criteria: the own judgement, or the one that counts for who only reads."""
        self.ensure_one()
        self.check_access("read")
        judgements = self.env["hr.performance.potential"]
        found = judgements._get_counting(self).get(self.id, judgements)
        if not self._get_potential_refusals({self.id: found}):
            found = judgements._get_own(self)
        if not found:
            raise UserError(self.env._("Nobody has judged the potential in this cycle."))
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Potential"),
            "res_model": found._name,
            "res_id": found.id,
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "new",
        }
