from datetime import timedelta

from odoo import api, fields, models
from odoo.fields import Domain

from .goal_warning import RUNNING
from .risk import LIVING

SHOWN = 8  # more of a kind stand in their own list, one click away
SOON = timedelta(days=7)


class Home(models.AbstractModel):
    """What the app opens with: what is to do, how the own goals stand, and what endangers the
    goals of the team, with the reason and the next step (C5: told without looking for it).

    Nothing is stored, and everything is read with the rights of the asker.
    """

    _name = "hr.performance.home"
    _description = "Overview"

    @api.model
    def get_home(self):
        """Return all that the overview shows, in a number of queries that does not grow."""
        scopes = {"mine": self._describe_mine()}
        mixin = self.env["hr.performance.line.mixin"]
        if self.env.user._is_internal() and mixin._get_subordinate_ids():
            scopes["team"] = self._describe_scope([("in_my_line", "=", True)])
        follows_all = "hr_performance.group_officer,hr_performance.group_auditor"
        if self.env.user.has_groups(follows_all):
            scopes["company"] = self._describe_scope([("company_id", "in", self.env.companies.ids)])
        return {
            "todos": self._describe_todos(),
            "evaluations": self._describe_evaluations(),
            "can_open_cycles": self.env["hr.performance.cycle"].has_access("create"),
            **scopes,
        }

    # To-dos

    def _describe_todos(self):
        activities = self.env["mail.activity"]
        domain = [
            ("user_id", "=", self.env.uid),
            ("res_model", "=like", "hr.performance.%"),
        ]
        found = activities.search(domain, order="date_deadline, id", limit=SHOWN)
        count = activities.search_count(domain) if len(found) == SHOWN else len(found)
        return {
            "count": count,
            "rows": [
                {
                    "id": one.id,
                    "model": one.res_model,
                    "record": one.res_id,
                    "name": one.summary or one.activity_type_id.name,
                    "about": one.res_name if one.res_name and one.res_name != one.summary else "",
                    "due": fields.Date.to_string(one.date_deadline),
                    "late": one.state == "overdue",
                    "icon": one.icon or "fa-check-square-o",
                }
                for one in found
            ],
        }

    # The own part

    def _describe_evaluations(self):
        """In which phase of which cycle I am."""
        found = self.env["hr.performance.evaluation"].search(
            [("is_mine", "=", True), ("state", "not in", ("closed", "cancelled"))],
            order="id desc",
            limit=SHOWN,
        )
        labels = dict(found._fields["state"]._description_selection(self.env))
        return [
            {"id": one.id, "name": one.cycle_id.name, "phase": labels[one.state]} for one in found
        ]

    def _describe_mine(self):
        running = self._get_running([("is_mine", "=", True), ("kind", "!=", "key_result")])
        goals = self.env["hr.performance.goal"]
        found = goals.search(running, order="date_due, weight desc, id", limit=SHOWN)
        count = goals.search_count(running) if len(found) == SHOWN else len(found)
        return {"count": count, "goals": self._describe_goals(found)}

    # The team, the company

    def _describe_scope(self, domain):
        """Endangered goals of these, and the expected talks that are missing or due soon."""
        goals = self.env["hr.performance.goal"]
        endangered = Domain(domain) & Domain("is_endangered", "=", True)
        # What is at risk comes before what only somebody doubts, and the farthest behind first.
        found = goals.search(endangered, order="warning, achievement, id", limit=SHOWN)
        unplanned = Domain("risk_ids", "any", [("state", "=", "open")])
        return {
            "domain": list(self._get_running(domain)),  # of the list behind the numbers
            "count": goals.search_count(endangered),
            "unplanned": goals.search_count(endangered & unplanned),
            "figures": goals.get_warning_figures(domain),
            "goals": self._describe_goals(found),
            "talks": self._count_talks(domain),
        }

    def _count_talks(self, domain):
        """Expected talks of running cycles: how many did not take place, how many are due."""
        slots = self.env["hr.performance.coaching.slot"]
        soon = fields.Date.context_today(self) + SOON
        running = Domain(domain) & Domain("cycle_id.state", "in", RUNNING)
        due = Domain("status", "=", "open") & Domain("window_to", "<=", soon)
        return {
            "missing": slots.search_count(running & Domain("status", "=", "missing")),
            "due": slots.search_count(running & due),
        }

    # Goals

    @api.model
    def _get_running(self, domain):
        runs = Domain("cycle_id.state", "in", RUNNING) & Domain("cancelled", "=", False)
        return Domain(domain) & runs

    def _describe_goals(self, goals):
        risks = self.env["hr.performance.risk"].search(
            [("goal_id", "in", goals.ids), ("state", "in", LIVING)]
        )
        by_goal = risks.grouped("goal_id")
        return [self._describe_goal(goal, by_goal.get(goal, risks.browse())) for goal in goals]

    def _describe_goal(self, goal, risks):
        """One goal; of its risks the one that needs the next step."""
        first = risks.sorted(lambda one: (one.state != "open", -one.exposure))[:1]
        reasons = [goal.warning_reason, *risks.mapped("cause")]
        return {
            "id": goal.id,
            "name": goal.name,
            "who": goal.employee_id.name or goal.department_id.name or "",
            "achievement": goal.achievement if goal.is_measured else None,
            "warning": goal.warning or "",
            "reasons": [reason for reason in reasons if reason],
            "can_measure": goal.can_measure,
            "can_revise": goal.is_agreed,
            "risk": self._describe_risk(first),
        }

    def _describe_risk(self, risk):
        if not risk:
            return None
        labels = dict(risk._fields["state"]._description_selection(self.env))
        return {
            "id": risk.id,
            "state": risk.state,
            "label": labels[risk.state],
            "plan": risk.plan or "",
            "owner": risk.owner_id.name or "",
            "due": fields.Date.to_string(risk.due) if risk.due else "",
            "cause": risk.cause or risk.why or "",
        }
