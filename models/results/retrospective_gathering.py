from collections import defaultdict

from odoo import api, fields, models
from odoo.tools import SQL

from .retrospective_figure import KEYS

BEFORE = 3

# Figures that compare two columns or two tables: for each the cycle and the number.
_QUERIES = {
    "late_reviews": """
        SELECT r.cycle_id, COUNT(*)
          FROM hr_performance_review r
          JOIN hr_performance_cycle c ON c.id = r.cycle_id
         WHERE r.cycle_id IN %(cycles)s AND r.submitted_at IS NOT NULL
           AND r.submitted_at::date > COALESCE(
                   r.part_due,
                   CASE WHEN r.role = 'self' THEN c.self_due ELSE c.manager_due END)
      GROUP BY r.cycle_id
    """,
    "deviations": """
        SELECT cycle_id, COUNT(*)
          FROM hr_performance_rating
         WHERE cycle_id IN %(cycles)s AND decided_grade_id != computed_grade_id
      GROUP BY cycle_id
    """,
    "moves": """
        SELECT r.cycle_id, COUNT(*)
          FROM hr_performance_rating_change c
          JOIN hr_performance_rating r ON r.id = c.rating_id
         WHERE r.cycle_id IN %(cycles)s AND c.step = 'calibration'
      GROUP BY r.cycle_id
    """,
    "disagreed": """
        SELECT e.cycle_id, COUNT(*)
          FROM hr_performance_evaluation e
          JOIN hr_performance_signature s
            ON s.res_model = 'hr.performance.evaluation' AND s.res_id = e.id
         WHERE e.cycle_id IN %(cycles)s AND s.decision = 'disagree'
      GROUP BY e.cycle_id
    """,
    "lapsed": """
        SELECT e.cycle_id, COUNT(*)
          FROM hr_performance_evaluation e
         WHERE e.cycle_id IN %(cycles)s AND e.state IN ('lapsed', 'closed')
           AND NOT EXISTS (
               SELECT 1 FROM hr_performance_signature s
                WHERE s.res_model = 'hr.performance.evaluation' AND s.res_id = e.id)
      GROUP BY e.cycle_id
    """,
}


class RetrospectiveGathering(models.Model):
    """Gathers the figures of a cycle and of the three before it, each in one query for all."""

    _inherit = "hr.performance.retrospective"

    def action_gather(self):
        """Compute the figures again; from the day on which it was held they stand still."""
        self.check_access("write")
        for retrospective_sudo in self.sudo():  # figures of all people, for those who read this
            if retrospective_sudo.state == "draft":
                retrospective_sudo._gather()

    def _gather(self):
        cycles = self._get_compared_cycles()
        found = self._get_figures(cycles)
        rows = [
            {
                "retrospective_id": self.id,
                "sequence": sequence,
                "key": key,
                "cycle_id": cycle.id,
                "cycle_start": cycle.date_start,
                "is_own": cycle == self.cycle_id,
                "value": found[key].get(cycle, 0),
            }
            for sequence, (key, _label) in enumerate(KEYS)
            for cycle in cycles
        ]
        self.figure_ids.unlink()
        self.env["hr.performance.retrospective.figure"].create(rows)
        self._with_pass().write({"gathered_at": fields.Datetime.now()})

    def _get_compared_cycles(self):
        """This cycle, and the last three of its company and period before it."""
        cycle = self.cycle_id
        earlier = cycle.search(
            [
                ("company_id", "=", cycle.company_id.id),
                ("period", "=", cycle.period),
                ("date_start", "<", cycle.date_start),
                ("state", "not in", ("draft", "cancelled")),
            ],
            order="date_start desc",
            limit=BEFORE,
        )
        return cycle + earlier

    @api.model
    def _get_figures(self, cycles):
        """Return {key: {cycle: value}}; what is not there is 0."""
        found = defaultdict(dict)
        for key, model, domain in self._get_counted():
            found[key] = self._count(cycles, model, domain)
        found["smart"] = dict(
            self.env["hr.performance.agreement"]._read_group(
                [("cycle_id", "in", cycles.ids)], ["cycle_id"], ["smart_finding_count:sum"]
            )
        )
        found["coverage"] = self._get_coverage(cycles)
        self.env.flush_all()  # the queries below read the tables themselves
        for key, query in _QUERIES.items():
            rows = self.env.execute_query(SQL(query, cycles=tuple(cycles.ids)))
            found[key] = {cycles.browse(cycle_id): count for cycle_id, count in rows}
        return found

    @api.model
    def _count(self, cycles, model, domain):
        domain = [("cycle_id", "in", cycles.ids), *domain]
        return dict(self.env[model]._read_group(domain, ["cycle_id"], ["__count"]))

    @api.model
    def _get_coverage(self, cycles):
        """Share of the talks that are due already which were held on time, in percent."""
        slots = "hr.performance.coaching.slot"
        due = self._count(cycles, slots, [("status", "!=", "open")])
        on_time = self._count(cycles, slots, [("status", "=", "on_time")])
        return {cycle: 100 * on_time.get(cycle, 0) / count for cycle, count in due.items()}

    @api.model
    def _get_counted(self):
        """What is merely counted: key, model with a cycle, and which of its rows."""
        evaluations, appeals = "hr.performance.evaluation", "hr.performance.appeal"
        slots, talks = "hr.performance.coaching.slot", "hr.performance.talk"
        return [
            ("people", evaluations, [("state", "!=", "cancelled")]),
            ("cancelled", evaluations, [("state", "=", "cancelled")]),
            (
                "unserving",
                "hr.performance.goal",
                [
                    ("level", "=", "employee"),
                    ("parent_id", "=", False),
                    ("cancelled", "=", False),
                ],
            ),
            ("revisions", "hr.performance.goal.revision", [("state", "=", "applied")]),
            ("missing_talks", slots, [("status", "=", "missing")]),
            ("late_feedback", talks, [("status", "in", ("late", "missing"))]),
            ("appeals", appeals, [("state", "!=", "withdrawn")]),
            ("appeals_changed", appeals, [("state", "in", ("upheld", "partly"))]),
        ]
