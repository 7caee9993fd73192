from odoo import api, fields, models


class CoachingFeedback(models.Model):
    """Feedback since the last talk, for those who may read it (requirement C6)."""

    _inherit = "hr.performance.coaching"

    feedback_ids = fields.Many2many(
        "hr.performance.feedback",
        string="Feedback since the last talk",
        compute="_compute_feedback",
    )

    @api.depends("employee_id", "date", "held_on")
    @api.depends_context("uid")
    def _compute_feedback(self):
        """Found with the rights of the reader: what was given to the person alone is not here."""
        readable = self.env["hr.performance.feedback"].sudo(False)  # also where the system reads
        feedbacks = readable.search(
            [("receiver_id", "in", self.employee_id.ids), ("state", "=", "read")]
        )
        talks = self.search(
            [
                ("employee_id", "in", self.employee_id.ids),
                ("state", "in", ("held", "acknowledged")),
            ]
        )
        for talk in self:
            until = talk.held_on or fields.Date.context_today(talk)
            days = [
                one.held_on or one.date
                for one in talks - talk._origin
                if one.employee_id == talk.employee_id and (one.held_on or one.date) < until
            ]
            talk.feedback_ids = feedbacks.filtered(
                lambda one, talk=talk, days=days, until=until: (
                    one.receiver_id == talk.employee_id
                    and max(days, default=one.given_at.date()) <= one.given_at.date() <= until
                )
            )
