from odoo import api, fields, models

from ...rules.achievement import Method
from ...rules.pace import STANDING, fell_twice

BAD = ("lagging", "at_risk")


class GoalWarningReason(models.Model):
    """Why a goal is warned of, in a sentence with the figures (C5)."""

    _inherit = "hr.performance.goal"

    warning_reason = fields.Char(string="Why a warning", compute="_compute_warning_reason")

    @api.depends(
        "pace_level",
        "confidence_level",
        "achievement",
        "last_value",
        "method",
        "target",
        "low",
        "high",
        "unit",
        "confidence_ids.confidence",
    )
    @api.depends_context("lang")
    def _compute_warning_reason(self):
        today = fields.Date.context_today(self)
        for goal in self:
            pace, confidence = goal._describe_pace(today), goal._describe_confidence()
            if pace and confidence:
                pace = self.env._("%(pace)s; %(confidence)s", pace=pace, confidence=confidence)
            goal.warning_reason = pace or confidence or False

    def _describe_pace(self, today):
        if self.pace_level not in BAD:
            return None
        method = Method(self.method)
        if method is Method.DONE:
            return self.env._("not done, and its time is over")
        if method in STANDING:  # judged against its whole target, whatever the time used
            return self._describe_standing(method)
        return self.env._(
            "%(progress)g %% achieved, %(elapsed)g %% of the time used",
            progress=self.achievement,
            elapsed=round(self._get_elapsed(today) * 100),
        )

    def _describe_standing(self, method):
        latest = f"{self.last_value:g} {self.unit or ''}".strip()
        if method is Method.RANGE:
            return self.env._(
                "latest %(latest)s, to stay between %(low)g and %(high)g",
                latest=latest,
                low=self.low,
                high=self.high,
            )
        return self.env._(
            "latest %(latest)s, to stay at or below %(target)g", latest=latest, target=self.target
        )

    def _describe_confidence(self):
        if self.confidence_level not in BAD:
            return None
        said = self._get_confidences()
        if fell_twice(said):
            return self.env._(
                "confidence fell twice: %s", " → ".join(str(figure) for figure in said[-3:])
            )
        return self.env._("confidence %s of 10", said[-1])
