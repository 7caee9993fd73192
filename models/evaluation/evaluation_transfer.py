from odoo import fields, models
from odoo.exceptions import UserError

from ...rules import lead as rules
from ...rules.flows import HR
from ..core.labelled import labelled
from .evaluation_leading import RUNNING

# What a change of the organisation moves, and nothing else.
PLACE = ("manager_id", "department_id", "job_id")


class EvaluationTransfer(models.Model):
    """A new manager, another department or job inside the cycle (requirement G2).

    A place is ``{"manager_id": …, "department_id": …, "job_id": …}`` with ids; what is not named
    stays. The evaluation is in the new place from the day on; what was signed keeps its time.
    """

    _inherit = "hr.performance.evaluation"

    def _transfer(self, day, places, reason):
        """Put these evaluations of one cycle into their new places; return the background job.

        :param day: the first day in the new place, inside the cycle
        :param places: {evaluation id: place}
        :raises UserError: the day lies outside the cycle, or there is no reason
        """
        self._check_change(day, reason)
        payload = {
            "day": fields.Date.to_string(day),
            "reason": reason.strip(),
            "places": {str(key): place for key, place in places.items()},
        }
        name = self.env._("Changes in mid-cycle: %s", self.cycle_id.name)
        return self.env["hr.performance.batch"]._run(
            "transfer", self, self.cycle_id, name, payload=payload
        )

    def _check_change(self, day, reason):
        self.check_access("read")
        if not (reason or "").strip():
            raise UserError(self.env._("Please give a reason for the change."))
        self.cycle_id._check_day_of_change(day)

    def _batch_transfer(self, batch):
        """Move a portion, with the rights of whoever started it."""
        day = fields.Date.to_date(batch.payload["day"])
        places = {int(key): place for key, place in batch.payload["places"].items()}
        self._check_change(day, batch.payload["reason"])
        todo = self.filtered(lambda one: one._get_new_place(places[one.id]))
        obstacles = todo._get_transfer_obstacles(day, places)
        if obstacles:
            raise UserError(
                "\n".join(
                    labelled(self.env, self.browse(key).display_name, why)
                    for key, why in obstacles.items()
                )
            )
        # HR's role on each file was checked above; from here on the process itself writes.
        todo.sudo()._with_pass()._move(day, places, batch.payload["reason"])

    # What stands in the way

    def _get_new_place(self, place):
        """The part of a place that differs from the present one."""
        return {
            name: place[name] for name in PLACE if name in place and place[name] != self[name].id
        }

    def _get_transfer_obstacles(self, day, places):
        """Return {id: sentence} for those who cannot be moved so, and why."""
        roles = self._get_roles()
        # Days of employment and sessions do not depend on who asks.
        files_sudo = self.sudo()
        tenures = files_sudo.employee_id._get_performance_tenures()
        locked = files_sudo._get_calibration_refusals()
        obstacles = {}
        for one in self:
            manager = files_sudo.env["hr.employee"].browse(places[one.id].get("manager_id"))
            if not roles[one.id] & HR:
                obstacles[one.id] = self.env._("this is up to somebody else in HR.")
            elif one.state not in RUNNING:
                obstacles[one.id] = self.env._(
                    "the result is released or closed, so it stays with the manager of its time."
                )
            elif one.id in locked:
                obstacles[one.id] = locked[one.id]
            elif not tenures[one.employee_id.id].is_employed(day):
                obstacles[one.id] = self.env._("not employed on %s.", day)
            elif why := one._get_place_obstacle(places[one.id], manager):
                obstacles[one.id] = why
        return obstacles

    def _get_place_obstacle(self, place, manager_sudo):
        if not self._get_new_place(place):
            return self.env._("manager, department and job are the same as now.")
        if "manager_id" not in place:
            return None
        if not manager_sudo:
            return self.env._("there is no new manager yet. Please choose one.")
        if manager_sudo == self.employee_id:
            return self.env._("nobody leads themselves. Please choose another manager.")
        if not manager_sudo.active or manager_sudo.company_id != self.company_id:
            return self.env._("the new manager has left, or belongs to another company.")
        return None

    def _describe_transfers(self, day, places):
        """Return {id: what a change would do}, in sentences for a preview."""
        files_sudo = self.sudo()  # the same figures as the score takes
        tenures = files_sudo.employee_id._get_performance_tenures()
        until = files_sudo and files_sudo.company_id._get_performance_part_deadline()
        effects = {}
        for one in files_sudo:
            manager = one.manager_id.browse(places[one.id].get("manager_id"))
            cycle = one.cycle_id
            if manager == one.manager_id:
                effects[one.id] = self.env._("The reviews stay as they are.")
                continue
            decisions = [(row.date_from, row.manager_id.id) for row in one.lead_ids.sorted("id")]
            decisions = decisions or [(cycle.date_start, one.manager_id.id)]
            days = rules.days_led(
                [*decisions, (day, manager.id)],
                tenures[one.employee_id.id].employed,
                cycle.date_start,
                cycle.date_end,
            )
            effects[one.id] = one._describe_shares(manager, days, until)
        return effects

    def _describe_shares(self, manager, days, until):
        former, names = self.manager_id, {"new": manager.name, "old": self.manager_id.name}
        names |= {"days": days.get(former.id, 0), "rest": days.get(manager.id, 0)}
        if not names["days"]:
            return self.env._("%(new)s judges alone; open to-dos move from %(old)s.", **names)
        return self.env._(
            "%(old)s is asked for the own part (%(days)s days) until %(until)s; %(new)s judges at"
            " the end (%(rest)s days). Open to-dos and planned talks move to %(new)s.",
            until=until,
            **names,
        )

    # Moving

    def _move(self, day, places, reason):
        former = {one.id: one.manager_id for one in self}
        changed = {one.id: one._get_new_place(places[one.id]) for one in self}
        notes = {one.id: one._describe_move(day, changed[one.id], reason) for one in self}
        self._keep_leads(day, changed, reason)
        for vals, ones in self.grouped(lambda one: tuple(sorted(changed[one.id].items()))).items():
            ones.with_context(tracking_disable=True).write(dict(vals))
        self._message_log_batch(bodies=notes)
        led = self.filtered(lambda one: "manager_id" in changed[one.id])
        led._move_reviews(former, reason)
        led._hand_over(former)

    def _keep_leads(self, day, changed, reason):
        """Add who leads from the day on; with the first change also who led until then."""
        leads = self.env["hr.performance.evaluation.lead"]
        rows = [
            {"evaluation_id": one.id, "date_from": one.cycle_id.date_start, **one._get_place()}
            for one in self.filtered(lambda one: not one.lead_ids)
        ]
        rows += [
            {
                "evaluation_id": one.id,
                "date_from": day,
                "reason": reason,
                "decided_by_id": self.env.uid,
                **one._get_place(),
                **changed[one.id],
            }
            for one in self
        ]
        leads._add([row for row in rows if row["manager_id"]])

    def _get_place(self):
        return {name: self[name].id for name in PLACE}

    def _describe_move(self, day, place, reason):
        """From which value to which, from which day on, and why (requirement G4)."""
        labels = {name: self._fields[name]._description_string(self.env) for name in place}
        moves = [
            self.env._(
                "%(field)s: %(old)s → %(new)s",
                field=labels[name],
                old=self[name].display_name or "–",
                new=self[name].browse(place[name]).display_name or "–",
            )
            for name in place
        ]
        return self.env._(
            "From %(day)s: %(moves)s. Reason: %(reason)s",
            day=day,
            moves=", ".join(moves),
            reason=reason,
        )
