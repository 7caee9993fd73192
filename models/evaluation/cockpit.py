from odoo import api, models
from odoo.fields import Domain
from odoo.tools import SQL

# Views in which the records behind a figure open.
VIEWS = {
    "hr.performance.evaluation": ("list", "kanban", "form"),
    "hr.performance.rating": ("list", "pivot", "graph", "form"),
    "hr.performance.review.owed": ("list", "kanban"),
    "hr.performance.coaching.slot": ("list", "pivot", "graph"),
    "hr.performance.talk": ("list", "kanban", "form"),
    "hr.performance.appeal": ("list", "form"),
    "hr.performance.calibration": ("list", "form"),
}
# A cycle in these states is over, or has not begun.
QUIET = ("draft", "closed", "cancelled")


class Cockpit(models.AbstractModel):
    """How a cycle stands, for whoever follows people up in it (requirement G5).

    Everything is counted of records that the asker may read: what is withheld from them does not
    show through a figure either. Each figure comes with the domain of the records behind it, and
    figures of one kind are counted in one query, whatever the number of people.
    """

    _name = "hr.performance.cockpit"
    _description = "Cockpit of a cycle"

    @api.model
    def get_cockpit(self, cycle_id=False, department_id=False, manager_id=False):
        """Return everything that the cockpit shows, of the people whom the asker follows up.

        :param cycle_id: the cycle; by default the newest that is under way
        :param department_id: only this department and those below it
        :param manager_id: only people led by this manager, directly or through others
        :return: dict with ``cycles``, ``cycle`` (False: nobody to follow up), ``filters``,
            ``people``, ``stages``, ``grades``, ``coverage``, ``overdue``
        """
        cycles = self.env["hr.performance.evaluation"]._get_followed_cycles()
        under_way = cycles.filtered(lambda one: one.state not in QUIET)
        cycle = cycles.filtered(lambda one: one.id == cycle_id) or under_way[:1] or cycles[:1]
        shown = {"cycles": [{"id": one.id, "name": one.name} for one in cycles], "cycle": False}
        if not cycle:
            return shown
        chosen = self._get_chosen(department_id, manager_id)
        stages = self._prepare_stages(cycle, chosen)
        return {
            **shown,
            "cycle": self._prepare_cycle(cycle),
            "filters": self._prepare_filters(cycle),
            "people": self._as_figure(
                "hr.performance.evaluation", self._get_scope(cycle, chosen), stages[0]["reached"]
            ),
            "stages": stages,
            "grades": self._prepare_grades(cycle, chosen),
            "coverage": self._prepare_coverage(cycle, chosen),
            "overdue": self._prepare_overdue(cycle, chosen),
        }

    # Whom it is about

    @api.model
    def _get_chosen(self, department_id, manager_id):
        """The filters of the user, for any model with the department and manager of its time."""
        chosen = Domain.TRUE
        if department_id:
            chosen &= Domain("department_id", "child_of", department_id)
        if manager_id:
            chosen &= Domain("manager_id", "child_of", manager_id)
        return chosen

    @api.model
    def _get_scope(self, cycle, chosen):
        """Evaluations of the people whom the asker follows up."""
        followed = self.env["hr.performance.evaluation"]._get_followed_domain()
        return Domain("cycle_id", "=", cycle.id) & Domain(followed) & chosen

    @api.model
    def _get_scope_about(self, cycle, chosen):
        """The same people, for records that belong to an evaluation."""
        people = Domain(self.env["hr.performance.evaluation"]._get_followed_people())
        in_cycle = Domain("cycle_id", "=", cycle.id)
        return in_cycle & people & Domain("evaluation_id.state", "!=", "cancelled") & chosen

    @api.model
    def _prepare_cycle(self, cycle):
        states = dict(cycle._fields["state"]._description_selection(self.env))
        today = cycle.company_id._get_performance_today()
        days = {
            "planning_due": cycle._fields["planning_due"]._description_string(self.env),
            "date_end": self.env._("Period ends"),
            "self_due": cycle._fields["self_due"]._description_string(self.env),
            "manager_due": cycle._fields["manager_due"]._description_string(self.env),
        }
        return {
            "id": cycle.id,
            "name": cycle.name,
            "state": states[cycle.state],
            "next_step": self._get_next_step(cycle),
            "dates": [
                {
                    "name": name,
                    "label": label,
                    "date": cycle[name],
                    "days": (cycle[name] - today).days,
                }
                for name, label in days.items()
                if cycle[name]
            ],
        }

    @api.model
    def _get_next_step(self, cycle):
        """What HR decides about next, as a sentence; False for others, who do not take steps."""
        if not self.env.user.has_group("hr_performance.group_officer"):
            return False
        cycle_sudo = cycle.sudo()  # numbers of the whole cycle, for HR alone
        step, left = cycle_sudo._get_next_step()
        return cycle_sudo._describe_step(step, left) if step else False

    @api.model
    def _prepare_filters(self, cycle):
        """Departments and managers of these people."""
        evaluations = self.env["hr.performance.evaluation"]
        scope = self._get_scope(cycle, Domain.TRUE)
        [(departments, managers)] = evaluations._read_group(
            scope, [], ["department_id:recordset", "manager_id:recordset"]
        )
        # Their names alone, which stand on files that the asker reads.
        departments, managers = departments.sudo(), managers.sudo()
        above = {
            int(one) for path in departments.mapped("parent_path") for one in path.split("/")[:-1]
        }
        departments |= departments.browse(above)
        return {
            "departments": [
                {"id": one.id, "name": one.complete_name}
                for one in departments.sorted("complete_name")
            ],
            "managers": [{"id": one.id, "name": one.name} for one in managers.sorted("name")],
        }

    # Counting

    @api.model
    def _count(self, model, domain, parts):
        """Return {key: number} of the records of ``domain`` that are in each of ``parts`` too.

        :param parts: {key: domain}
        """
        if not parts:
            return {}
        records = self.env[model]
        query = records._search(domain)
        if query.is_empty():
            return dict.fromkeys(parts, 0)
        columns = [
            SQL(
                "COUNT(*) FILTER (WHERE %s)",
                Domain(part).optimize_full(records)._to_sql(records, records._table, query),
            )
            for part in parts.values()
        ]
        [counts] = self.env.execute_query(query.select(*columns))
        return dict(zip(parts, counts, strict=True))

    @api.model
    def _as_figure(self, model, domain, count):
        """A number, and what opens the records behind it."""
        return {
            "count": count,
            "model": model,
            "domain": self._as_plain(domain),
            "views": [[False, view] for view in VIEWS[model]],
        }

    @api.model
    def _as_plain(self, domain):
        """A domain as lists, which can be sent."""
        return [
            part if isinstance(part, str) else [*part[:2], self._as_plain_value(part[2])]
            for part in domain
        ]

    @api.model
    def _as_plain_value(self, value):
        return self._as_plain(value) if isinstance(value, Domain) else value
