from odoo import models
from odoo.fields import Domain


class RatingGaps(models.Model):
    """What a released grade shows of somebody's strengths and gaps (requirement R6)."""

    _inherit = "hr.performance.rating"

    def _get_last_released(self, domain=Domain.TRUE):
        """Return the newest released rating of each person, of those that the user may read."""
        # Ascending: cycles are ordered from the newest to the oldest.
        found = self.search(Domain("state", "=", "released") & Domain(domain), order="cycle_id")
        return self.concat(*(ones[:1] for ones in found.grouped("employee_id").values()))

    def _get_strong_lines(self):
        """Dimensions at the best level of the scale."""
        return self.line_ids.filtered(lambda line: line.grade_id in line._get_levels()[:1])

    def _get_gap_lines(self):
        """Dimensions below the second level of the scale."""
        return self.line_ids.filtered(lambda line: line.grade_id in line._get_levels()[2:])


class RatingLineLevels(models.Model):
    _inherit = "hr.performance.rating.line"

    def _get_levels(self):
        """The grades of the scale, best first."""
        # The set-up of the cycle, whoever reads the line.
        return self.sudo().rating_id.cycle_id.template_id.scale_id._get_grades()

    def _describe_grade(self):
        """The dimension, its level and the cycle, in one phrase."""
        return self.env._(
            "%(dimension)s: %(grade)s (%(cycle)s)",
            dimension=self.dimension_id.name,
            grade=self.grade_id.name,
            cycle=self.sudo().rating_id.cycle_id.name,  # a name beside what the user reads
        )
