from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...rules import ninebox, scoring


class Scale(models.Model):
    """The grades of a company, best first, with their score bands (requirement E5)."""

    _name = "hr.performance.scale"
    _description = "Grade scale"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company", index=True, help="Leave empty to share it between all companies."
    )
    max_points = fields.Float(
        string="Highest points",
        default=120.0,
        required=True,
        help="A reviewer gives points from 0 to this number; 100 means that the standard of the "
        "best grade is met.",
    )
    grade_ids = fields.One2many("hr.performance.grade", "scale_id", string="Grades", copy=True)

    @api.constrains("grade_ids", "max_points")
    def _check_grades(self):
        for scale in self:
            minimums = scale.grade_ids.mapped("min_score")
            if len(set(minimums)) < len(minimums):
                raise ValidationError(
                    self.env._(
                        "%s: two grades start at the same score. Each needs its own.", scale.name
                    )
                )
            if minimums and min(minimums) > 0:
                raise ValidationError(
                    self.env._(
                        "%s: the lowest grade must start at 0, so that every score has a grade.",
                        scale.name,
                    )
                )

    def copy(self, default=None):
        """A copied scale has its gates too; they ask for its own grades, not for the old ones."""
        copies = super().copy(default)
        for scale, copied in zip(self, copies, strict=True):
            for gate in scale.grade_ids.gate_ids:
                gate._copy_to(copied)
        return copies

    def _get_grades(self):
        """Grades, best first."""
        self.ensure_one()
        return self.grade_ids.sorted("min_score", reverse=True)

    def _as_rules(self):
        """Return grades and gates as ``rules/scoring.py`` takes them, best grade first."""
        grades = self._get_grades()
        plain = [scoring.Grade(grade.code, grade.min_score, grade.points) for grade in grades]
        return plain, [gate._as_rule() for gate in grades.gate_ids]

    def _get_bands(self):
        """Return {grade id: its column of the 9-box}, for grades of any of these scales."""
        found = {}
        for scale in self:
            grades = scale._get_grades()
            by_id = ninebox.bands([(str(grade.id), grade.band or None) for grade in grades])
            found |= {int(grade): band for grade, band in by_id.items()}
        return found

    def _get_grade(self, code):
        """Return the grade with this code (empty when there is none)."""
        return self.grade_ids.filtered(lambda grade: grade.code == code)

    def _freeze_grades(self):
        """Return {grade id: code, name, coefficient} as plain values, for what is released now."""
        self.ensure_one()
        return {
            str(grade.id): {
                "code": grade.code,
                "name": grade.name,
                "coefficient": grade.coefficient,
            }
            for grade in self._get_grades()
        }
