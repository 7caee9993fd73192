from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import clean_context

# Only the process adds links to the chain; see workflow_mixin.
_APPENDING = object()
_PASS = "hr_performance_appending"


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

    @api.model_create_multi
    def create(self, vals_list):
        if self.env.context.get(_PASS) is not _APPENDING:
            raise AccessError(self.env._("A grade changes only by a step of the process."))
        return super().create(vals_list)

    @api.model
    def _append(self, ratings, step, grade, reason):
        """Add a link for each of ``ratings`` that leads to ``grade``."""
        # Nobody has the right to add links by hand; the caller decided about the step.
        context = {**clean_context(self.env.context), _PASS: _APPENDING}
        appending_sudo = self.sudo().with_context(context)  # without the caller's default_*
        return appending_sudo.create(
            [
                {
                    "rating_id": rating.id,
                    "company_id": rating.company_id.id,
                    "step": step,
                    "from_grade_code": rating.grade_id.code,
                    "from_grade": rating.grade_id.name,
                    "to_grade_code": grade.code,
                    "to_grade": grade.name,
                    "score": rating.score,
                    "reason": reason,
                    "user_id": self.env.uid,
                    "changed_at": fields.Datetime.now(),
                }
                for rating in ratings
            ]
        )
