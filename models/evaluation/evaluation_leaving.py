from odoo import models
from odoo.exceptions import UserError

from ...rules.flows import HR
from ..core.labelled import labelled

LEAVING = "hr_performance.activity_type_leaving"


class EvaluationLeaving(models.Model):
    """Somebody who leaves inside the cycle: evaluated at once, or taken out (requirement G2).

    Evaluated at once means that both reviews are asked for now. The result is released and
    published with those of the others, by the days employed (Formulas, section 5).
    """

    _inherit = "hr.performance.evaluation"

    def _get_last_days(self):
        """Return {id: last day employed} of those who leave before the cycle ends."""
        tenures = self.sudo().employee_id._get_performance_tenures()  # for HR, and their to-dos
        found = {}
        for one in self:
            cycle = one.cycle_id
            stay = tenures[one.sudo().employee_id.id].stay(  # whose file it is
                cycle.date_start, cycle.date_end
            )
            if stay and stay[1] < cycle.date_end:
                found[one.id] = stay[1]
        return found

    def _get_leaving_obstacles(self, way):
        """Return {id: sentence} for those who cannot go this way, and why."""
        roles, days = self._get_roles(), self._get_last_days()
        obstacles = {}
        for one in self:
            if not roles[one.id] & HR:
                obstacles[one.id] = self.env._("this is up to somebody else in HR.")
            elif one.id not in days:
                obstacles[one.id] = self.env._(
                    "no last day inside the cycle is known. Please enter the end of the contract,"
                    " or the departure, on the employee first."
                )
            elif why := one._get_way_obstacle(way):
                obstacles[one.id] = why
        return obstacles

    def _get_way_obstacle(self, way):
        if way == "exclude":
            step = self._workflow.transitions["cancel"]
            return None if self.state in step.sources else self.env._("the result is released.")
        if self.state not in ("planning", "executing"):
            return self.env._("the evaluation has started already.")
        if self.agreement_id.state != "signed":
            return self.env._(
                "the goals are not signed yet. Sign the Goal Confirmation, or exclude."
            )
        return None

    def _leave(self, way, reason):
        """Evaluate these people of one cycle now, or take them out; return the background job."""
        self.check_access("read")
        if not (reason or "").strip():
            raise UserError(self.env._("Please give a reason."))
        return self.env["hr.performance.batch"]._run(
            "leave",
            self,
            self.cycle_id,
            self.env._("Leavers: %s", self.cycle_id.name),
            payload={"way": way, "reason": reason.strip()},
        )

    def _batch_leave(self, batch):
        """Handle a portion, with the rights of whoever started it; what is done is left alone."""
        way, reason = batch.payload["way"], batch.payload["reason"]
        done = ("cancelled",) if way == "exclude" else ("evaluating", "calibrating")
        todo = self.filtered(lambda one: one.state not in done)
        if obstacles := todo._get_leaving_obstacles(way):
            raise UserError(
                "\n".join(
                    labelled(self.env, self.browse(key).display_name, why)
                    for key, why in obstacles.items()
                )
            )
        if way == "exclude":
            todo._transit("cancel", reason=reason, cancel_reason=reason)
            return
        todo._batch_evaluate(batch)
        days = todo._get_last_days()
        files_sudo = todo.sudo()  # the trail and the to-dos of others follow from HR's step
        files_sudo._message_log_batch(
            bodies={
                one.id: self.env._(
                    "Leaves on %(day)s and is evaluated now. Reason: %(reason)s",
                    day=days[one.id],
                    reason=reason,
                )
                for one in files_sudo
            }
        )
        files_sudo.filtered("manager_id.user_id")._tell_last_days(days)

    def _update_ratings(self):
        """Judged: the manager has nothing to see to any more."""
        result = super()._update_ratings()
        self.filtered(lambda one: one.manager_submitted).activity_unlink([LEAVING])
        return result

    def _tell_last_days(self, days):
        self._create_tasks(
            LEAVING,
            [
                {
                    "user_id": one.manager_id.user_id.id,
                    "summary": one.with_context(lang=one.manager_id.user_id.lang).env._(
                        "%(name)s leaves on %(day)s: judge until then",
                        name=one.employee_id.name,
                        day=days[one.id],
                    ),
                    "date_deadline": days[one.id],
                }
                for one in self
            ],
        )

    def _get_employed_days(self):
        """Return {id: (days employed in the cycle, days of the cycle)}."""
        tenures = self.sudo().employee_id._get_performance_tenures()  # figures for HR
        found = {}
        for one in self.sudo():  # as above
            start, end = one.cycle_id.date_start, one.cycle_id.date_end
            places = tenures[one.employee_id.id].days_by_place(start, end)
            found[one.id] = sum(days for _place, days in places), (end - start).days + 1
        return found
