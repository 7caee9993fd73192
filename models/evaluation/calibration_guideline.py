from odoo import models

from ...rules import distribution


class CalibrationGuideline(models.Model):
    """The grades of a session against its guideline (Formulas, section 4)."""

    _inherit = "hr.performance.calibration"

    def _get_guideline(self):
        """Return the guideline as the rules take it: copied when opened, before that the scale's.

        Grades are named by their id as text.
        """
        self.ensure_one()
        if self.guideline is False or self.guideline is None:
            return self.cycle_id.template_id.scale_id._as_guideline()
        return [
            distribution.Guideline(
                str(line["grade_id"]),
                distribution.Kind(line["kind"]),
                line["share"],
                line["share_to"],
            )
            for line in self.guideline
        ]

    def _is_enforced(self, people):
        """Whether the approval is refused outside the guideline."""
        self.ensure_one()
        return self.guideline_mode == "block" and distribution.blocks(people, self.minimum_group)

    def _get_deviations(self, counts, people):
        """Return {grade id: people to add (+) or remove (-)}.

        :param counts: {grade id: people with this grade}
        :param people: size of the group, people without a grade included
        """
        if self.guideline_mode == "off":
            return {}
        by_name = {str(grade): count for grade, count in counts.items()}
        found = distribution.deviation(distribution.seats(self._get_guideline(), people), by_name)
        return {int(grade): gap for grade, gap in found.items()}

    def _describe_deviations(self, deviations):
        """Return a sentence per grade that does not fit, best grade first."""
        grades = self.env["hr.performance.grade"].browse(deviations.keys())
        return [
            self.env._("%(grade)s: %(advice)s", grade=grade.name, advice=advice)
            for grade in grades
            if (advice := self._describe_deviation(deviations[grade.id]))
        ]

    def _describe_line(self, line):
        """Return the share of one grade in signs, which need no translation."""
        kinds = distribution.Kind
        signs = {kinds.EQ: "= %g %%", kinds.LE: "≤ %g %%", kinds.GE: "≥ %g %%"}
        if line.kind in signs:
            return signs[line.kind] % line.share
        if line.kind is kinds.BETWEEN:
            return f"{line.share:g}–{line.share_to:g} %"
        return ""

    def _describe_deviation(self, gap):
        if gap > 0:
            return self.env._("add %s", gap)
        if gap < 0:
            return self.env._("remove %s", -gap)
        return ""
