from collections import defaultdict

from odoo import api, fields, models

from ...rules.achievement import Method
from ...rules.smart import Draft, Letter, by_letter, check

# A key result says what and how much; how and why stand in its objective.
KEY_RESULT_LETTERS = (Letter.M, Letter.A, Letter.T)
PANEL = {letter: f"smart_{letter.value}" for letter in Letter}


class GoalSmart(models.Model):
    """The SMART check of goals, in the form and before signing (requirement P4).

    Figures of other people come in through one query for all goals; what is shown of them is a
    median of at least three (see ``rules/smart.py``).
    """

    _inherit = "hr.performance.goal"

    smart_s = fields.Text(string="Specific", compute="_compute_smart")
    smart_m = fields.Text(string="Measurable", compute="_compute_smart")
    smart_a = fields.Text(string="Achievable", compute="_compute_smart")
    smart_r = fields.Text(string="Relevant", compute="_compute_smart")
    smart_t = fields.Text(string="Time-bound", compute="_compute_smart")
    smart_finding_count = fields.Integer(string="SMART findings", compute="_compute_smart")

    @api.depends(
        "name", "how", "kind", "level", "cycle_id", "employee_id", "parent_id", "no_parent_reason",
        "why", "method", "metric", "unit", "baseline", "target", "low", "high", "date_start",
        "date_due", "milestone_ids", "key_result_ids",
    )  # fmt: skip
    @api.depends_context("lang")
    def _compute_smart(self):
        words = self.env["hr.performance.smart.words"]
        findings = self._get_smart_findings()
        for goal in self:
            found = by_letter(findings[goal])
            for letter, name in PANEL.items():
                goal[name] = "\n".join(words._describe(one) for one in found[letter])
            goal.smart_finding_count = len(findings[goal])

    def _get_smart_findings(self):
        """Return {goal: tuple of findings}, with two queries for any number of goals."""
        # Limits of the company, and figures of other people that come out only as a median.
        goals_sudo = self.sudo()
        history, peers = goals_sudo._get_own_history(), goals_sudo._get_peer_targets()
        findings = {}
        for goal, goal_sudo in zip(self, goals_sudo, strict=True):
            draft = goal_sudo._as_draft(history[goal_sudo], peers[goal_sudo])
            company = goal_sudo.company_id or self.env.company.sudo()  # see above
            found = check(draft, company._get_performance_thresholds())
            if goal_sudo.kind == "key_result":
                found = tuple(one for one in found if one.letter in KEY_RESULT_LETTERS)
            findings[goal] = found
        return findings

    def _as_draft(self, history, peers):
        """Return the goal as the rules take it; a 0 that nobody can have meant is missing."""
        self.ensure_one()
        falling = self.method == "progress" and self.target < self.baseline
        return Draft(
            name=self.name or "",
            method=Method(self.method or "ratio_higher"),
            how=self.how or "",
            metric=self.metric or "",
            unit=self.unit or "",
            **self._get_draft_figures(),
            date_start=self.date_start or None,
            date_due=self.date_due or None,
            cycle_start=self.cycle_id.date_start or None,
            cycle_end=self.cycle_id.date_end or None,
            serves=bool(self.parent_id) or self.level == "company",
            no_parent_reason=self.no_parent_reason or "",
            why=self.why or "",
            own_history=history,
            peer_targets=peers,
            lower_is_better=falling,
            has_key_results=bool(self.key_result_ids),
            has_milestones=bool(self.milestone_ids),
        )

    def _get_draft_figures(self):
        """Return baseline, target and range; None where nothing was entered."""
        steady = self.method == "progress" and self.baseline != self.target
        ranged = self.low != self.high
        return {
            "baseline": self.baseline if steady else self.baseline or None,
            "target": self.target if steady else self.target or None,
            "low": self.low if ranged else None,
            "high": self.high if ranged else None,
        }

    # Figures to compare with

    def _get_measure_key(self):
        return self.employee_id.id, self.metric, self.unit or False

    def _get_own_history(self):
        """Return {goal: the person's last values of the metric in earlier cycles, oldest first}."""
        compared = self.filtered(lambda goal: goal.metric and goal.employee_id)
        rows = self._read_group(
            [
                ("employee_id", "in", compared.employee_id.ids),
                ("metric", "in", compared.mapped("metric")),
                ("last_date", "!=", False),
                ("cancelled", "=", False),
            ],
            ["employee_id", "metric", "unit", "cycle_id"],
            ["last_value:avg"],
        )
        values = defaultdict(list)
        for employee, metric, unit, cycle, value in rows:
            # A year is no measure for a quarter.
            values[employee.id, metric, unit, cycle.period].append((cycle.date_end, value))
        histories = {}
        for goal in self:
            cycle = goal.cycle_id
            earlier = sorted(values[(*goal._get_measure_key(), cycle.period)])
            histories[goal] = tuple(value for end, value in earlier if end < cycle.date_start)
        return histories

    def _get_peer_targets(self):
        """Return {goal: colleagues' targets for the metric, in the same department and cycle}."""
        compared = self.filtered(lambda goal: goal.metric and goal.evaluation_id.department_id)
        rows = self._read_group(
            [
                ("cycle_id", "in", compared.cycle_id.ids),
                ("metric", "in", compared.mapped("metric")),
                ("evaluation_id.department_id", "in", compared.evaluation_id.department_id.ids),
                ("target", "!=", 0),
                ("cancelled", "=", False),
            ],
            ["cycle_id", "evaluation_id.department_id", "metric", "unit", "employee_id"],
            ["target:avg"],
        )
        targets = defaultdict(dict)
        for cycle, department, metric, unit, employee, target in rows:
            targets[cycle.id, department.id, metric, unit][employee.id] = target
        found = {}
        for goal in self:
            own, metric, unit = goal._get_measure_key()
            place = goal.cycle_id.id, goal.evaluation_id.department_id.id, metric, unit
            others = targets[place] if own else {}
            found[goal] = tuple(target for who, target in others.items() if who != own)
        return found
