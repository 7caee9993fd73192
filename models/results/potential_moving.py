from odoo import api, models
from odoo.exceptions import AccessError, LockError, UserError

from ...rules import calibration as rules


class PotentialMoving(models.Model):
    """What is done on the 9-box: judging the potential, proposing for a pool (requirement R4)."""

    _inherit = "hr.performance.potential"

    @api.model
    def move(self, evaluation_ids, level, reason, seen):
        """Judge the potential of one or several people; all of them, or none.

        HR writes HR's judgement, managers that of the line.

        :param evaluation_ids: whose potential, all in one cycle
        :param level: low, medium or high
        :param reason: why; asked once for all of them, kept with each
        :param seen: {evaluation id: level or False} as the mover saw the cards; if somebody else
            judged one of them meanwhile, nothing is written and the sentence says so
        :return: the box as it is now, see `get_box`
        """
        self._check_judgement(level, reason)
        evaluations = self._get_judged(evaluation_ids)
        try:
            # One after the other; the right to judge was decided, writing the file needs none.
            evaluations.sudo().lock_for_update()
        except LockError:
            raise UserError(
                self.env._("Somebody else is moving one of these cards. Please look again.")
            ) from None
        counting = self._get_counting(evaluations)
        self._check_potential_seen(evaluations, counting, seen)
        if refusals := evaluations._get_potential_refusals(counting):
            raise UserError("\n".join(refusals.values()))
        self._get_own(evaluations).write({"decided": level, "reason": reason.strip()})
        return self.get_box(evaluations.cycle_id.id)

    @api.model
    def _check_judgement(self, level, reason):
        if level not in dict(self._fields["level"].selection):
            raise UserError(self.env._("Please choose a potential: low, medium or high."))
        if not isinstance(reason, str) or not reason.strip():
            raise UserError(self.env._("Please give a reason: it is kept with the judgement."))

    @api.model
    def _get_judged(self, evaluation_ids):
        """Return the files, if all of them are on the asker's own 9-box."""
        evaluations = self.env["hr.performance.evaluation"]
        evaluations = evaluations.search(
            [("id", "in", evaluation_ids), *evaluations._get_followed_domain()]
        )
        if not evaluation_ids or len(evaluations) < len(set(evaluation_ids)):
            raise AccessError(
                self.env._("Some of these people are not on your 9-box. Please load it again.")
            )
        if len(evaluations.cycle_id) > 1:
            raise UserError(self.env._("Please move people of one cycle at a time."))
        return evaluations

    @api.model
    def _check_potential_seen(self, evaluations, counting, seen):
        before = {int(card): level or None for card, level in (seen or {}).items()}
        now = {
            one.id: (counting[one.id].level if one.id in counting else None) for one in evaluations
        }
        if moved := rules.stale(before, now):
            people_sudo = evaluations.filtered(lambda one: one.id in moved).sudo().employee_id
            raise UserError(
                self.env._(
                    "Somebody else has judged meanwhile: %s. Nothing was changed. Please look"
                    " again.",
                    ", ".join(people_sudo.mapped("name")),  # of people on the asker's 9-box
                )
            )

    @api.model
    def _get_own(self, evaluations):
        """The asker's side of the judgement of each of these people, made where it is missing."""
        side = "hr" if self.env["hr.performance.line.mixin"]._get_hr_roles() else "manager"
        found = self.search([("evaluation_id", "in", evaluations.ids), ("side", "=", side)])
        return found | self.create(
            [
                {"evaluation_id": evaluation.id, "side": side}
                for evaluation in evaluations - found.evaluation_id
            ]
        )

    @api.model
    def propose(self, evaluation_ids, pool_id, reason):
        """Propose people for a talent pool; HR decides.

        :param evaluation_ids: people on the asker's 9-box whom they lead or care for
        """
        evaluations = self._get_judged(evaluation_ids)
        if not isinstance(reason, str) or not reason.strip():
            raise UserError(self.env._("Please give a reason: HR decides by it."))
        if evaluations != evaluations._filter_led():
            raise AccessError(
                self.env._("People are proposed for a pool by the line above them, and by HR.")
            )
        pools_sudo = self._get_box_pools(evaluations.cycle_id)
        pool_sudo = pools_sudo.filtered(lambda one: one.id == pool_id)
        if not pool_sudo:
            raise UserError(self.env._("Please choose a talent pool of the company."))
        for employee in evaluations.employee_id:
            self.env["hr.performance.talent"]._propose(employee, pool_sudo, reason.strip())
        return True
