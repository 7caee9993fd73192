from odoo import models
from odoo.exceptions import UserError


class ReviewPerson(models.Model):
    """The self-evaluation as a page of somebody without a user sends it (E1, G7)."""

    _inherit = "hr.performance.review"

    def _fill_self_by_page(self, values, answers):
        """Keep what was written so far; the usual checks of a self-evaluation hold.

        :param values: texts as they were sent: summary, and for a goal or an indicator
            ``comment_<line>`` and ``reported_<line>``
        :param answers: for the dimensions, as in `_fill_by_link`
        """
        self._fill_by_link(values.get("summary", ""), answers)
        for line in self.goal_line_ids | self.indicator_line_ids:
            vals = {}
            if f"comment_{line.id}" in values:
                vals["comment"] = self._check_length(values[f"comment_{line.id}"])
            if line.takes_report and f"reported_{line.id}" in values:
                vals |= line._read_reported(values[f"reported_{line.id}"])
            if vals:
                line.write(vals)


class ReviewLinePerson(models.Model):
    _inherit = "hr.performance.review.line"

    def _read_reported(self, text):
        """Return the reported figure of a page; nothing entered is no report, and not 0."""
        if not text.strip():
            return {"is_reported": False, "reported_value": 0.0}
        try:
            value = float(text.strip().replace(",", "."))
        except ValueError:
            value = None
        if value is None or not abs(value) < 1e12:
            raise UserError(
                self.env._("%s: please report a plain number, such as 12.5.", self.subject)
            )
        return {"is_reported": True, "reported_value": value}
