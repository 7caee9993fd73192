from odoo import api, fields, models
from odoo.fields import Domain

from ...rules.achievement import Method
from ...rules.pace import confidence_level, elapsed_share, judge, warning

LEVELS = [("on_track", "On track"), ("lagging", "Lagging"), ("at_risk", "At risk")]
RUNNING = ("planning", "executing")


class GoalWarning(models.Model):
    """Two independent signals of a goal: its pace, and its owner's confidence (C5).

    They follow each measurement and each word of the owner at once; because time passes too,
    a nightly job computes them anew for all goals of running cycles.
    """

    _inherit = "hr.performance.goal"

    pace_level = fields.Selection(
        LEVELS,
        string="Pace",
        compute="_compute_warning",
        store=True,
        help="Progress against the share of time used.",
    )
    confidence_level = fields.Selection(
        [("on_track", "Confident"), ("lagging", "Attention"), ("at_risk", "At risk")],
        string="Owner's confidence",
        compute="_compute_warning",
        store=True,
    )
    warning = fields.Selection(
        LEVELS,
        compute="_compute_warning",
        store=True,
        index="btree_not_null",
        help="The worse of pace and confidence.",
    )
    risk_ids = fields.One2many("hr.performance.risk", "goal_id", string="Risks")

    @api.depends(
        "achievement",
        "is_measured",
        "method",
        "date_start",
        "date_due",
        "cancelled",
        "confidence_ids.confidence",
        "confidence_ids.date",
        "employee_id",
    )
    def _compute_warning(self):
        today = fields.Date.context_today(self)
        for goal in self:
            pace = confidence = None
            if goal.cycle_id.state in RUNNING and not goal.cancelled:
                pace = goal._judge_pace(today)
                confidence = confidence_level(goal._get_confidences())
            worst = warning(pace, confidence)
            goal.pace_level = pace and pace.value
            goal.confidence_level = confidence and confidence.value
            goal.warning = worst and worst.value

    def _judge_pace(self, today):
        self.ensure_one()
        progress = self.achievement if self.is_measured else None
        return judge(Method(self.method), progress, self._get_elapsed(today))

    def _get_elapsed(self, today):
        """Share of the goal's time that is used; 0 while a new goal has no time yet."""
        start, due = self.date_start, self.date_due
        return elapsed_share(start, due, today) if start and due and start <= due else 0.0

    def _get_confidences(self):
        """What the owner of today said, oldest first."""
        owner = self._get_owner()
        rows = self.confidence_ids.filtered(lambda one: one.date and one.employee_id == owner)
        rows = rows.sorted(lambda one: (one.date, one._origin.id))
        return rows.mapped("confidence")

    def _is_at_risk(self):
        """Whether the system reports a risk: while goals are planned, planning deals with it."""
        self.ensure_one()
        planned = self.evaluation_id.state == "planning" and self.cycle_id.state == "planning"
        return self.warning == "at_risk" and not planned

    def _refresh_warnings(self):
        """Compute the signals anew, because time has passed; in a few statements for all."""
        for name in ("pace_level", "confidence_level", "warning"):
            self.env.add_to_compute(self._fields[name], self)
        self.flush_recordset(["pace_level", "confidence_level", "warning"])

    def _after_signals(self):  # pylint: disable=missing-return
        """A signal changed: the risks of these goals follow at once."""
        super()._after_signals()
        # What follows from a figure does not depend on what its writer may read.
        goals_sudo = self.sudo()
        self.env["hr.performance.risk"]._follow(goals_sudo | goals_sudo.parent_id)

    @api.model
    def get_warning_figures(self, domain=None):
        """Count the running goals by their warning, with the rights of the asker, in one query.

        :param domain: which goals; those of the own line if none is given
        """
        scope = Domain(domain or [("in_my_line", "=", True)])
        running = Domain("cycle_id.state", "in", RUNNING) & Domain("cancelled", "=", False)
        counts = dict(self._read_group(scope & running, ["warning"], ["__count"]))
        figures = {value: counts.get(value, 0) for value, _label in LEVELS}
        return {**figures, "unknown": counts.get(False, 0)}
