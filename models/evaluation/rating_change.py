from odoo import api, fields, models


class RatingChange(models.Model):
    """One link in the chain of grades: computed, manager, calibration, appeal.

    Kept for good. Grades are copied as text too, so that a later change of the scale does not
    change what was decided.
    """

    _name = "hr.performance.rating.change"
    _description = "Change of a grade"
    _inherit = ["hr.performance.append.only.mixin"]
    _order = "id"
    _rec_name = "to_grade"

    rating_id = fields.Many2one(
        "hr.performance.rating", required=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one("res.company", required=True, index=True, ondelete="restrict")
    step = fields.Selection(
        [
            ("computed", "Computed"),
            ("manager", "Manager"),
            ("calibration", "Calibration"),
            ("appeal", "Appeal"),
        ],
        required=True,
    )
    from_grade_code = fields.Char()
    from_grade = fields.Char(string="From")
    to_grade_code = fields.Char()
    to_grade = fields.Char(string="To")
    score = fields.Float(digits=(16, 2))
    reason = fields.Text()
    user_id = fields.Many2one("res.users", string="By", required=True, ondelete="restrict")
    changed_at = fields.Datetime(string="On", required=True)

    @api.model
    def _append(self, step, links):
        """Add links of the chain.

        :param links: for each the rating, the grade it leads to, the reason, the score at that time
        """
        return self._add(
            [
                {
                    "rating_id": rating.id,
                    "company_id": rating.company_id.id,
                    "step": step,
                    "from_grade_code": rating.grade_id.code,
                    "from_grade": rating.grade_id.name,
                    "to_grade_code": grade.code,
                    "to_grade": grade.name,
                    "score": score,
                    "reason": reason,
                    "user_id": self.env.uid,
                    "changed_at": fields.Datetime.now(),
                }
                for rating, grade, reason, score in links
            ]
        )
