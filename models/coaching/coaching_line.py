from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...rules.pace import Level, elapsed_share, pace, pace_level

PACE_LEVELS = [
    (Level.ON_TRACK.value, "On track"),
    (Level.LAGGING.value, "Lagging"),
    (Level.AT_RISK.value, "At risk"),
]


class CoachingLine(models.Model):
    """How one goal stood at a talk: today's figures until it is held, then a copy of that day."""

    _name = "hr.performance.coaching.line"
    _description = "Progress of a goal at a talk"
    _inherit = ["hr.performance.link.mixin", "hr.performance.computed.mixin"]
    _order = "coaching_id, id"
    _rec_name = "goal_id"
    _checked_links = {"goal_id": "read"}

    coaching_id = fields.Many2one(
        "hr.performance.coaching", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="coaching_id.company_id", store=True, index=True)
    goal_id = fields.Many2one("hr.performance.goal", required=True, index=True, ondelete="restrict")
    weight = fields.Float(related="goal_id.weight")
    note = fields.Text(string="What happened")
    kept = fields.Boolean(readonly=True, help="The figures are those of the day of the talk.")
    kept_measured = fields.Boolean(string="Measured then", readonly=True)
    kept_achievement = fields.Float(
        string="Achievement then (%)", readonly=True, digits=(16, 2), aggregator="avg"
    )
    kept_pace = fields.Float(string="Pace then", readonly=True, digits=(16, 2), aggregator="avg")
    is_measured = fields.Boolean(compute="_compute_progress")
    achievement = fields.Float(
        string="Achievement (%)", compute="_compute_progress", digits=(16, 2)
    )
    pace = fields.Float(
        compute="_compute_progress",
        digits=(16, 2),
        help="Progress against the share of time used; 0: not judged.",
    )
    pace_level = fields.Selection(PACE_LEVELS, string="How it stands", compute="_compute_progress")

    _goal_unique = models.Constraint(
        "UNIQUE(coaching_id, goal_id)", "A goal stands only once in a coaching record."
    )

    @api.depends("kept", "goal_id.achievement", "goal_id.is_measured")
    def _compute_progress(self):
        for line in self:
            if line.kept:
                line.is_measured = line.kept_measured
                line.achievement, line.pace = line.kept_achievement, line.kept_pace
            else:
                line.is_measured = line.goal_id.is_measured
                line.achievement = line.goal_id.achievement
                line.pace = line._get_pace() or 0.0
            level = pace_level(line.pace or None)
            # Nothing done with time gone is a pace of 0, and that is judged.
            if line.is_measured and not line.pace and line._is_judged():
                level = Level.AT_RISK
            line.pace_level = level.value if level else False

    @api.constrains("goal_id", "coaching_id")
    def _check_goal(self):
        for line in self:
            owner = line.goal_id.employee_id
            if owner and owner != line.coaching_id.employee_id:
                raise ValidationError(
                    self.env._(
                        "“%(goal)s” is not a goal of %(employee)s, who reads the record of this"
                        " talk.",
                        goal=line.goal_id._get_link_name(),
                        employee=line.coaching_id.employee_id.name,
                    )
                )

    def _get_elapsed(self):
        goal = self.goal_id
        day = self.coaching_id.held_on or fields.Date.context_today(self)
        return elapsed_share(goal.date_start, goal.date_due, day)

    def _get_pace(self):
        """Return progress against elapsed time, None where it is not judged."""
        if not self.goal_id:
            return None
        progress = self.goal_id.achievement if self.goal_id.is_measured else None
        return pace(progress, self._get_elapsed())

    def _is_judged(self):
        return pace(0.0, self._get_elapsed()) is not None

    def _keep_progress(self):
        """Copy the figures of this moment, which later measurements must not change."""
        for line in self:
            line.write(
                {
                    "kept_measured": line.is_measured,
                    "kept_achievement": line.achievement,
                    "kept_pace": line.pace,
                    "kept": True,
                }
            )

    # Part of the record: open as long as the talk is planned

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        lines.coaching_id._check_planned()
        return lines

    def write(self, vals):
        self.coaching_id._check_planned()
        result = super().write(vals)
        if "coaching_id" in vals:
            self.check_access("write")  # nor may it be moved into somebody else's talk
            self.coaching_id._check_planned()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_held(self):
        self.coaching_id._check_planned()
