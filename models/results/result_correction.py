from odoo import api, models
from odoo.exceptions import UserError

from ...rules import flows


class ResultCorrection(models.Model):
    """A published result is corrected by a new row that supersedes it (requirements A4, R2)."""

    _inherit = "hr.performance.result"

    @api.model
    def _supersede(self, evaluations, reason, changes=None):
        """Publish corrected results: figures computed again from the grade as it is now.

        The caller has decided that the correction may be made (an appeal, HR).

        :param evaluations: each with a current published result
        :param reason: kept with the new rows
        :param dict changes: inputs set by hand, as `_prepare_figures` takes them
        :return: the new rows, which payroll reads from now on
        :raises UserError: no reason, or an evaluation of which nothing is published
        """
        if not (reason or "").strip():
            raise UserError(self.env._("Please give the reason for correcting published results."))
        evaluations_sudo = evaluations.sudo()  # the caller decided, see above
        current = self._get_current(evaluations_sudo)
        vals_list = []
        for cycle, ones in evaluations_sudo.grouped("cycle_id").items():
            facts = self._gather_facts(cycle, ones)
            vals_list += [
                {
                    **self._prepare_vals(cycle, one),
                    **current[one.id]._prepare_corrected_figures(facts, changes),
                    "supersedes_id": current[one.id].id,
                    "supersede_reason": reason,
                }
                for one in ones
            ]
        results = self._add(vals_list)
        results._after_published()
        return results

    def _prepare_corrected_figures(self, facts, changes):
        """Figures that would take the place of this row; a pool keeps the rate of its division."""
        figures = self._prepare_figures(self.cycle_id, self.evaluation_id, facts, changes)
        if self.mode != "pool":
            return figures
        return self._apply_pool(figures, {"budget": self.pool_budget, "total": self.pool_total})

    @api.model
    def _get_current(self, evaluations):
        """Return {evaluation id: its current result}.

        :raises UserError: an evaluation of which nothing is published
        """
        found = self.sudo().search(  # for a correction that somebody decided
            [("evaluation_id", "in", evaluations.ids), ("is_current", "=", True)]
        )
        current = {result.evaluation_id.id: result for result in found}
        if missing := evaluations.filtered(lambda one: one.id not in current):
            raise UserError(
                self.env._(
                    "%s: nothing is published yet, so there is nothing to correct.",
                    ", ".join(missing.mapped("display_name")),
                )
            )
        return current

    # By HR

    def _get_correction_refusal(self):
        """Say why the current user cannot correct this row; None if they can."""
        self.ensure_one()
        self.check_access("read")
        if not self._get_roles()[self.id] & flows.HR:
            return self.env._("%s: HR corrects it, never on the own file.", self.display_name)
        if not self.is_current:
            return self.env._(
                "%s was superseded already. Please correct the current result.", self.display_name
            )
        return None

    def _preview_correction(self, changes):
        """Return the figures that `_correct` would publish with these changes.

        :raises UserError: why the current user cannot correct this row
        """
        if refusal := self._get_correction_refusal():
            raise UserError(refusal)
        self_sudo = self.sudo()  # the refusal above is the decision
        facts = self._gather_facts(self_sudo.cycle_id, self_sudo.evaluation_id)
        return self_sudo._prepare_corrected_figures(facts, changes)

    def _correct(self, reason, changes):
        """Supersede this row with a reason; HR's correction (requirement R2).

        :param dict changes: what HR sets instead of what is computed from the cycle as it is now
        :raises UserError: why the current user cannot, or what is wrong with the changes
        """
        figures = self._preview_correction(changes)
        self._check_corrected(figures)
        return self._supersede(self.sudo().evaluation_id, reason, changes)  # checked above

    def _check_corrected(self, figures):
        if not 0 <= figures["days_employed"] <= figures["days_total"]:
            raise UserError(
                self.env._(
                    "The days that count lie between 0 and the %(days)s days of the cycle.",
                    days=figures["days_total"],
                )
            )
        names = ("individual_coefficient", "department_coefficient", "company_coefficient")
        if any(figures[name] < 0 for name in names):
            raise UserError(self.env._("A coefficient cannot be negative."))
        row_sudo = self.sudo()  # as in the preview
        if all(row_sudo._is_same(name, value) for name, value in figures.items()):
            raise UserError(
                self.env._(
                    "%s: nothing would change. The figures are the published ones.",
                    self.display_name,
                )
            )

    def _is_same(self, name, value):
        return self._fields[name].convert_to_write(self[name], self) == value
