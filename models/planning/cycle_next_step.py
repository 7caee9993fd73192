from odoo import api, fields, models

from ...rules import phases
from ...rules.calibration import UNFINISHED

NEXT = "hr_performance.activity_type_next_step"
LIVE = ("planning", "executing", "evaluating", "calibrating", "communicating")
# Evaluations that wait for the manager's review.
_UNJUDGED = ("planning", "executing", "evaluating")


class CycleNextStep(models.Model):
    """When a phase is over, HR is told how far it is, and asked for the next step (G3)."""

    _inherit = "hr.performance.cycle"

    step_told = fields.Char(
        string="Asked for next",
        readonly=True,
        copy=False,
        help="What HR was told last, so that it is not repeated.",
    )

    def _is_planning_over(self):
        """Whether the day until which goals are signed lies behind us."""
        self.ensure_one()
        due = self.planning_due
        return bool(due) and due < self.company_id._get_performance_today()

    @api.model
    def _cron_follow_phases(self):
        """Every night: remind and escalate in each phase, and ask HR for the next step."""
        cron = self.env["ir.cron"]
        cycles = self.search([("state", "in", LIVE)])
        cron._commit_progress(remaining=len(cycles))
        for cycle in cycles:
            self.env["hr.performance.goal.digest"]._follow_up(cycle)
            self.env["hr.performance.answer.digest"]._follow_up(cycle)
            cycle._renew_step_todo()
            if not cron._commit_progress(1):
                return

    def _write_step(self, vals):
        """With the step the question is answered."""
        result = super()._write_step(vals)
        told = self.filtered("step_told")
        told.activity_unlink([NEXT])
        told.write({"step_told": False})
        if vals.get("state") in ("closed", "cancelled"):
            for cycle in self:  # one cycle at a time is closed
                self.env["hr.performance.goal.digest"]._follow_up(cycle)
                self.env["hr.performance.answer.digest"]._follow_up(cycle)
        return result

    def _renew_step_todo(self):
        """One to-do for each HR officer; a new one only when there is something else to say."""
        step, left = self._get_next_step()
        today = self.company_id._get_performance_today()
        told = self.with_context(lang="en_US")._describe_step(step, left) if step else False
        if told == self.step_told:
            return
        self._with_pass().write({"step_told": told})
        self.activity_unlink([NEXT])
        users = self.company_id._get_performance_officers() if step else self.env["res.users"]
        self.browse(self.ids * len(users))._create_tasks(
            NEXT,
            [
                {
                    "user_id": user.id,
                    "summary": self.with_context(lang=user.lang)._describe_step(step, left),
                    "date_deadline": today,
                }
                for user in users
            ],
        )

    def _get_next_step(self):
        """Return the step that is due, None while the phase goes on, and what the phase lacks."""
        self.ensure_one()
        left = self._count_left()
        today = self.company_id._get_performance_today()
        days = phases.Deadlines(self.planning_due or None, self.date_end, self.manager_due or None)
        return phases.next_step(self.state, today, days, left), left

    def _count_left(self):
        """Count what the phases still lack, in two queries."""
        groups = self.env["hr.performance.evaluation"]._read_group(
            [("cycle_id", "=", self.id), ("state", "!=", "cancelled")],
            ["state", "manager_submitted"],
            ["__count"],
        )
        sessions = self.env["hr.performance.calibration"].search_count(
            [("cycle_id", "=", self.id), ("state", "in", UNFINISHED)]
        )

        def total(*states, judged=(True, False)):
            return sum(n for state, given, n in groups if state in states and given in judged)

        return phases.Left(
            people=sum(number for _state, _given, number in groups),
            goals=total("planning"),
            reviews=total(*_UNJUDGED, judged=(False,)),
            sessions=sessions,
            answers=total("communicating"),
            results=sum(number for state, _given, number in groups if state != "closed"),
        )

    def _describe_step(self, step, left):
        names = {"cycle": self.name, "people": left.people}
        if step in (phases.Step.PUBLISH, phases.Step.CLOSE):
            return self._describe_end(step, left)
        if step is phases.Step.EXECUTE:
            return self.env._(
                "%(cycle)s: %(left)s of %(people)s have not signed their goals. Start the"
                " execution?",
                left=left.goals,
                **names,
            )
        if step is phases.Step.EVALUATE:
            return self.env._(
                "%(cycle)s: the period is over; %(left)s of %(people)s have not signed their"
                " goals. Start the evaluation?",
                left=left.goals,
                **names,
            )
        if step is phases.Step.CALIBRATE:
            return self.env._(
                "%(cycle)s: %(left)s of %(people)s lack the manager's review. Close the"
                " evaluation?",
                left=left.reviews,
                **names,
            )
        return self.env._(
            "%(cycle)s: no calibration session is open. Release the results of %(people)s people?",
            **names,
        )

    def _describe_end(self, step, left):
        if step is phases.Step.CLOSE:
            return self.env._("%s: everything is published. Close the cycle?", self.name)
        return self.env._(
            "%(cycle)s: no answer is awaited any more. Publish the coefficients of %(left)s"
            " people?",
            cycle=self.name,
            left=left.results,
        )
