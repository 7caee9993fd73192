from odoo import api, fields, models


class CalibrationMove(models.Model):
    """One move of one card: who, when, from where to where, and why. Kept for good (E8).

    Grades stand in it as text too, so that a later change of the scale changes no history. A
    session that is reopened goes on with the same list.
    """

    _name = "hr.performance.calibration.move"
    _description = "Move in a calibration session"
    _inherit = ["hr.performance.append.only.mixin"]
    _order = "id desc"
    _rec_name = "to_grade"

    calibration_id = fields.Many2one(
        "hr.performance.calibration",
        string="Session",
        required=True,
        index=True,
        ondelete="restrict",
    )
    company_id = fields.Many2one("res.company", required=True, index=True, ondelete="restrict")
    member_id = fields.Many2one(
        "hr.performance.calibration.member", required=True, index=True, ondelete="restrict"
    )
    rating_id = fields.Many2one(
        "hr.performance.rating", required=True, index=True, ondelete="restrict"
    )
    employee_id = fields.Many2one("hr.employee", required=True, index=True, ondelete="restrict")
    from_grade_code = fields.Char()
    from_grade = fields.Char(string="From")
    to_grade_code = fields.Char()
    to_grade = fields.Char(string="To")
    reason = fields.Text(required=True)
    user_id = fields.Many2one("res.users", string="By", required=True, ondelete="restrict")
    moved_at = fields.Datetime(string="On", required=True)

    @api.model
    def _append(self, members, grade, reason):
        """Add the moves of these people to a grade; before the grade is written."""
        return self._add(
            [
                {
                    "calibration_id": member.calibration_id.id,
                    "company_id": member.company_id.id,
                    "member_id": member.id,
                    "rating_id": member.evaluation_id.rating_ids.id,
                    "employee_id": member.employee_id.id,
                    "from_grade_code": member.evaluation_id.rating_ids.grade_id.code,
                    "from_grade": member.evaluation_id.rating_ids.grade_id.name,
                    "to_grade_code": grade.code,
                    "to_grade": grade.name,
                    "reason": reason,
                    "user_id": self.env.uid,
                    "moved_at": fields.Datetime.now(),
                }
                for member in members
            ]
        )
