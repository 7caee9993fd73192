from odoo import models
from odoo.exceptions import UserError


class EvaluationFigures(models.Model):
    """Measured figures that a judgement rests on: how long they may change, and what follows."""

    _inherit = "hr.performance.evaluation"

    def _check_figures_open(self):
        """Refuse to change figures after the release; the own ones once the manager has judged."""
        for evaluation_sudo in self.sudo():  # the state decides, whatever the asker may read
            names = {
                "name": evaluation_sudo.employee_id.name,
                "cycle": evaluation_sudo.cycle_id.name,
            }
            if evaluation_sudo.released_at:
                raise UserError(
                    self.env._(
                        "The result of %(name)s for %(cycle)s is released: its figures are closed.",
                        **names,
                    )
                )
            if evaluation_sudo.manager_submitted and evaluation_sudo.is_mine:
                raise UserError(
                    self.env._(
                        "%(name)s, %(cycle)s: the manager has judged already, so your own figures"
                        " are closed. Your manager or HR can still enter one.",
                        **names,
                    )
                )

    def _follow_figures(self):
        """Compute again what was judged on figures that have changed since."""
        judged_sudo = self.sudo()  # whoever may enter a figure need not read the score
        judged_sudo.filtered(lambda one: one.manager_submitted)._update_ratings()
