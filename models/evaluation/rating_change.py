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

        What was computed was computed by nobody: whose answer came in just then would tell who
        gave it (Formulas, section 9).

        :param links: for each the rating, the grade it leads to, the reason, the score at that time
        """
        author = self.env.ref("base.user_root") if step == "computed" else self.env.user
        return self.with_user(author)._add(
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
                    "user_id": author.id,
                    "changed_at": fields.Datetime.now(),
                }
                for rating, grade, reason, score in links
            ]
        )

    def _as_chain(self):
        """Plain values of these links, oldest first, for those who may read them."""
        steps = dict(self._fields["step"]._description_selection(self.env))
        return [
            {
                "id": change.id,
                "step": change.step,
                "label": steps[change.step],
                "from": change.from_grade or False,
                "to": change.to_grade or False,
                "score": change.score or False,
                "reason": change.reason or False,
                # A computation has no author: whoever set it off decided nothing. Only the name.
                "who": change.step != "computed" and change.sudo().user_id.name,
                "at": fields.Datetime.to_string(change.changed_at),
            }
            for change in self.sorted("id")
        ]
