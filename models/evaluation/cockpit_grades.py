from odoo import api, models
from odoo.fields import Domain

from ...rules import distribution


class CockpitGrades(models.AbstractModel):
    """The grades of a cycle against the guideline of its scale (requirements E8, G5).

    Of the ratings that the asker may read: HR and auditors those of others, managers those of
    their line that they have judged themselves already.
    """

    _inherit = "hr.performance.cockpit"

    @api.model
    def _prepare_grades(self, cycle, chosen):
        model = "hr.performance.rating"
        scope = self._get_scope_about(cycle, chosen)
        groups = self.env[model]._read_group(scope, ["grade_id"], ["__count"])
        counts = {grade.id: count for grade, count in groups}
        waiting = counts.pop(False, 0)
        people = sum(counts.values())
        rows = self._prepare_guideline(cycle, counts, people)
        for row in rows:
            mine = scope & Domain("grade_id", "=", row["id"])
            row["figure"] = self._as_figure(model, mine, counts.get(row["id"], 0))
        graded, ungraded = Domain("grade_id", "!=", False), Domain("grade_id", "=", False)
        return {
            "people": self._as_figure(model, scope & graded, people),
            "waiting": self._as_figure(model, scope & ungraded, waiting),
            "rows": rows,
        }

    @api.model
    def _prepare_guideline(self, cycle, counts, people):
        """One row per grade, best first; what to add or remove from the minimum group on."""
        calibration = self.env["hr.performance.calibration"]
        scale_sudo = cycle.sudo().template_id.scale_id  # set-up of a cycle that the asker reads
        lines = scale_sudo._as_guideline()
        seats = distribution.seats(lines, people)
        by_name = {str(grade): count for grade, count in counts.items()}
        gaps = distribution.deviation(seats, by_name) if distribution.blocks(people) else {}
        return [
            {
                "id": grade.id,
                "name": grade.name,
                "share": 100 * counts.get(grade.id, 0) / people if people else 0,
                "guideline": calibration._describe_line(line),
                "low": 100 * seat.lower / people if people else 0,
                "high": 100 * seat.upper / people if people else 0,
                "bound": line.kind is not distribution.Kind.NONE,
                "advice": calibration._describe_deviation(gaps.get(line.grade, 0)),
            }
            for grade, line, seat in zip(scale_sudo._get_grades(), lines, seats, strict=True)
        ]
