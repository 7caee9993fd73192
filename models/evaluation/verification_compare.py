from odoo import models
from odoo.tools import float_compare

from ...rules.verification import Verdict, verify

_STEPS = {
    Verdict.MATCHES: "match",
    Verdict.DEVIATES: "deviate",
    Verdict.UNMEASURED: "lose_measure",
}


class VerificationCompare(models.Model):
    """How a comparison follows the figures that it compares."""

    _inherit = "hr.performance.verification"

    def _get_key(self):
        """What is compared, as a value: evaluation, goal, indicator (ids; one of the last two)."""
        self.ensure_one()
        return self.evaluation_id.id, self.goal_id.id, self.indicator_id.id

    def _take_figures(self, vals):
        """Keep new figures; return (the record if they changed, whether it was measured again)."""
        reported, measured = (
            float_compare(self[name], vals[name], precision_digits=4) != 0
            for name in ("reported_value", "measured_value")
        )
        measured |= self.is_measured != vals["is_measured"]
        if not (reported or measured):
            return self.browse(), False
        self.write(vals)
        return self, measured

    def _compare(self, remeasured):
        """Take the step that follows from the figures; what was settled on others is open again.

        :param remeasured: those of which a new value was measured, which corrects a deviation
        """
        steps = {}
        for one in self:
            measured = one.measured_value if one.is_measured else None
            verdict = verify(one.reported_value, measured, one.tolerance)
            step = _STEPS[verdict]
            if step == "match" and one.state == "deviates" and one in remeasured:
                step = "correct"
            if one.state in self._workflow.transitions[step].sources:
                steps[step] = steps.get(step, self.browse()) | one
        for step, ones in steps.items():
            ones._transit_by_system(step)
