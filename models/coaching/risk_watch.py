from odoo import api, fields, models
from odoo.api import SUPERUSER_ID
from odoo.tools import split_every

from .cycle_signals import PORTION
from .goal_warning import RUNNING
from .risk import LIVING

QUIET = {
    "tracking_disable": True,
    "mail_create_nolog": True,
    "mail_create_nosubscribe": True,
    "mail_notrack": True,
}


class RiskWatch(models.Model):
    """Risks that follow from the warnings of goals, at once and every night (C5)."""

    _inherit = "hr.performance.risk"

    @api.model
    def _cron_watch(self):
        """Every night: signals, risks and counts of all running goals, in portions.

        When the scheduler's time is used up, the next run goes on where this one stopped.
        """
        self._end_with_cycles()
        cron = self.env["ir.cron"]
        today = fields.Date.context_today(self)
        cycles = self.env["hr.performance.cycle"].search([("state", "!=", "draft")])
        running = cycles.filtered(lambda one: one.state in RUNNING and one.watched_on != today)
        todo = running | self._get_unsettled(cycles.filtered(lambda one: one.state not in RUNNING))
        cron._commit_progress(remaining=sum(len(self._get_watched(cycle)) for cycle in todo))
        for cycle in todo:
            for done in self._watch_portions(cycle):
                if not cron._commit_progress(done):
                    return

    @api.model
    def _end_with_cycles(self):
        """In a closed cycle nothing is at risk any more: what was entered by hand ends with it."""
        over = [("state", "in", LIVING), ("cycle_id.state", "in", ("closed", "cancelled"))]
        self.search(over)._end(self.env._("The cycle is over."))

    def _get_unsettled(self, cycles):
        """Cycles that do not run any more and still have warnings."""
        groups = self.env["hr.performance.goal"]._read_group(
            [("cycle_id", "in", cycles.ids), ("warning", "!=", False)], ["cycle_id"]
        )
        return cycles.browse().concat(*(cycle for (cycle,) in groups))

    @api.model
    def _watch(self, cycle):
        """Bring the warnings and risks of one cycle up to today, and count them."""
        for _done in self._watch_portions(cycle):
            pass

    def _watch_portions(self, cycle):
        """Do so portion by portion; yield how many goals each had, so that it can be kept."""
        for ids in split_every(PORTION, self._get_watched(cycle)):
            goals = self.env["hr.performance.goal"].browse(ids)
            goals._refresh_warnings()
            self._follow(goals)
            cycle._with_pass().write({"watched_to": ids[-1]})
            # What a portion has read is not needed any more: the memory must not grow with it.
            self.env.flush_all()
            self.env.invalidate_all()
            yield len(ids)
        self.env["hr.performance.risk.digest"]._tell(cycle)
        today = fields.Date.context_today(self)
        cycle._with_pass().write({"watched_on": today, "watched_to": 0})
        yield 0

    def _get_watched(self, cycle):
        """Ids of the goals that are still to be judged in this pass."""
        left = [("cycle_id", "=", cycle.id), ("id", ">", cycle.watched_to)]
        if cycle.state not in RUNNING:
            left += [("warning", "!=", False)]
        return self.env["hr.performance.goal"].search(left, order="id").ids

    @api.model
    def _follow(self, goals):
        """Find, update and close the risks of these goals; in a few statements for all."""
        # The system finds risks, whoever caused them; it alone may write their signals. What it
        # notes is its own too: whoever creates a message reads it, also who only sent a value.
        risks_sudo = self.with_user(SUPERUSER_ID)._with_pass().with_context(**QUIET)
        living = risks_sudo.search(
            [("goal_id", "in", goals.ids), ("origin", "=", "system"), ("state", "in", LIVING)]
        )
        endangered = goals.filtered(lambda goal: goal._is_at_risk())
        known = living.grouped("goal_id")
        risks_sudo._find(endangered.filtered(lambda goal: goal not in known))
        living.filtered(lambda risk: risk.goal_id in endangered)._update_signals()
        living.filtered(lambda risk: risk.goal_id not in endangered)._end_warning()

    def _find(self, goals):
        found = self.create([self._prepare_found(goal) for goal in goals])
        found._message_log_batch(
            bodies={risk.id: self.env._("Found: %s", risk.goal_id.warning_reason) for risk in found}
        )

    def _prepare_found(self, goal):
        return {
            "goal_id": goal.id,
            "origin": "system",
            "pace_level": goal.pace_level,
            "confidence_level": goal.confidence_level,
            "owner_id": goal._get_owner().filtered("active").id,
            "due": False,
        }

    def _update_signals(self):
        """Keep what the signals are now, and when they changed, in the history of the risk."""
        changed = self.filtered(
            lambda risk: (
                (risk.pace_level, risk.confidence_level)
                != (risk.goal_id.pace_level, risk.goal_id.confidence_level)
            )
        )
        by_signals = changed.grouped(
            lambda risk: (risk.goal_id.pace_level, risk.goal_id.confidence_level)
        )
        for (pace, confidence), risks in by_signals.items():
            risks.write({"pace_level": pace, "confidence_level": confidence})
        changed._message_log_batch(
            bodies={
                risk.id: self.env._("Warning now: %s", risk.goal_id.warning_reason)
                for risk in changed
            }
        )

    def _end_warning(self):
        """The warning is over: close the risk, with the signals it had in the history."""
        self._end(self.env._("The warning ended."))

    def _end(self, reason):
        """Close these risks by the process, with the reason in their history."""
        if self:
            self._transit_by_system(
                "close", close_reason=reason, closed_on=fields.Date.context_today(self)
            )
            self._message_log_batch(bodies={risk.id: reason for risk in self})
