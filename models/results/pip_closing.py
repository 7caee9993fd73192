from odoo import fields, models
from odoo.exceptions import UserError

from .pip import NEXT_STEPS


class PipClosing(models.Model):
    """How a plan is extended and how it ends, with the legal guard of requirement R5."""

    _inherit = "hr.performance.pip"

    def action_extend(self, reason, date_end):
        """Give the plan more time, once or more; the check-ins go on weekly.

        :param date_end: new last day, later than the present one
        """
        date_end = fields.Date.to_date(date_end)
        for pip in self:
            pip.check_access("read")
            if not date_end or date_end <= pip.date_end:
                raise UserError(
                    self.env._(
                        "%(plan)s ends on %(end)s already: an extension ends later.",
                        plan=pip.display_name,
                        end=pip.date_end,
                    )
                )
        old_ends = {pip.id: pip.date_end for pip in self}
        self._transit("extend", reason=reason, date_end=date_end)
        self.env["hr.performance.pip.extension"]._add(
            [
                {
                    "pip_id": pip.id,
                    "company_id": pip.company_id.id,
                    "date_from": old_ends[pip.id],
                    "date_to": date_end,
                    "reason": reason,
                    "user_id": self.env.uid,
                    "extended_at": fields.Datetime.now(),
                }
                for pip in self
            ]
        )
        for pip_sudo in self.sudo():  # the step above was allowed: its check-ins follow
            pip_sudo._plan_extension(old_ends[pip_sudo.id])

    def action_succeed(self, reason):
        """The goals are reached; the plan ends."""
        self._transit("succeed", reason=reason, **self._prepare_end(reason, "continue"))

    def _after_succeed(self, reason=None):
        self._end()

    def action_fail(self, reason, next_step):
        """The goals are not reached; the plan ends, with what follows from it.

        :param next_step: key of ``NEXT_STEPS``; recommending termination needs a complete file
        """
        if next_step not in dict(NEXT_STEPS):
            raise UserError(self.env._("Please say what follows from the plan."))
        # Who may not take the step at all learns nothing of the file: _transit refuses below.
        if next_step == "termination_recommended" and not self._get_refusals("fail"):
            self._check_termination()
        self._transit("fail", reason=reason, **self._prepare_end(reason, next_step))

    def _after_fail(self, reason=None):
        self._end()

    def _prepare_end(self, reason, next_step):
        return {
            "conclusion": reason,
            "next_step": next_step,
            "closed_on": fields.Date.context_today(self),
        }

    def action_cancel(self, reason):
        """The plan is given up; nothing is deleted."""
        self._transit(
            "cancel",
            reason=reason,
            cancel_reason=reason,
            closed_on=fields.Date.context_today(self),
        )

    def _after_cancel(self, reason=None):
        self._end()

    def _end(self):
        self.activity_ids.unlink()
        planned = self.checkin_ids.filtered(lambda one: one.state == "planned")
        planned.activity_ids.unlink()
        planned._transit_by_system("cancel")

    # The legal guard

    def _check_termination(self):
        """Refuse to recommend a termination on an incomplete file, naming all that is missing."""
        for pip in self:
            pip.check_access("read")
            if gaps := pip._get_termination_gaps():
                raise UserError(
                    self.env._(
                        "%(plan)s: a termination cannot be recommended, because the file is not"
                        " complete:\n%(gaps)s",
                        plan=pip.display_name,
                        gaps="\n".join(f"- {gap}" for gap in gaps),
                    )
                )

    def _get_termination_gaps(self):
        """Return what the file lacks, as sentences (requirement R5)."""
        self.ensure_one()
        pip = self.sudo()  # the completeness of the file, whatever parts the asker may read
        gaps = []
        if not pip.evaluation_id.agreement_id.frozen_digest or (
            pip.evaluation_id.agreement_id.state != "signed"
        ):
            gaps.append(self.env._("goals signed by employee and manager"))
        if not pip.standard_ids or pip.standard_ids.filtered(lambda one: not one.is_proven):
            gaps.append(self.env._("evidence for each standard that was not met"))
        if not pip.acknowledged_at and not (pip.start_reason or "").strip():
            gaps.append(self.env._("the employee's acknowledgement, or why there is none"))
        return gaps + pip._get_support_gaps() + pip._get_checkin_gaps()

    def _get_support_gaps(self):
        support = self.task_ids.filtered(lambda task: task.kind == "support")
        if open_ones := support.filtered(lambda task: not task.done_on):
            return [
                self.env._("support that was promised: %s", ", ".join(open_ones.mapped("name")))
            ]
        return [] if support else [self.env._("support given to the person")]

    def _get_checkin_gaps(self):
        today = fields.Date.context_today(self)
        missed = self.checkin_ids.filtered(
            lambda one: one.state == "planned" and one.date_due <= today
        )
        if missed:
            days = ", ".join(str(one.date_due) for one in missed)
            return [self.env._("check-ins that were due: %s", days)]
        if not self.checkin_ids.filtered(lambda one: one.state == "held"):
            return [self.env._("at least one check-in that was held")]
        return []
