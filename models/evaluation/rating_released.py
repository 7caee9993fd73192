from odoo import fields, models
from odoo.exceptions import UserError


class RatingReleased(models.Model):
    """The grades of the scale as they were at the release: what was signed rests on them.

    A later change of the scale changes no released result: publishing, a correction and an appeal
    all take code, name and coefficient of a grade from here.
    """

    _inherit = "hr.performance.rating"

    released_grades = fields.Json(
        readonly=True, help="Code, name and coefficient of each grade of the scale at the release."
    )

    def _after_release(self, reason=None):
        result = super()._after_release(reason=reason)
        for scale, ratings in self.grouped("scale_id").items():
            ratings.write({"released_grades": scale._freeze_grades()})
        return result

    def _get_released_grade(self):
        """Return code, name and coefficient of the decided grade, as they were at the release.

        :raises UserError: nothing is released, or the grade came into the scale later
        """
        self.ensure_one()
        if self.state != "released" or not self.grade_id:
            raise UserError(
                self.env._(
                    "%s has no released grade, so there is no coefficient to publish.",
                    self.display_name,
                )
            )
        grade = (self.released_grades or {}).get(str(self.grade_id.id))
        if not grade:
            raise UserError(
                self.env._(
                    "%(name)s: the grade “%(grade)s” was not in the scale when the result was"
                    " released, so it has no coefficient. Please choose a grade of that time.",
                    name=self.display_name,
                    grade=self.grade_id.name,
                )
            )
        return grade
