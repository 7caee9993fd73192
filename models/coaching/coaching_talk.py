from odoo import api, fields, models


class CoachingTalk(models.Model):
    """What was agreed in a feedback talk comes up in the coaching that follows (F1).

    Found, not copied, as the problems of earlier talks are: a point is one row to its end.
    """

    _inherit = "hr.performance.coaching"

    talk_point_ids = fields.Many2many(
        "hr.performance.talk.point",
        string="Open points of the feedback talk",
        compute="_compute_talk_point_ids",
    )

    @api.depends("employee_id", "date", "held_on", "state")
    @api.depends_context("uid")
    def _compute_talk_point_ids(self):
        # Searched with the rights of the user, as the talks themselves are read.
        points = (
            self.env["hr.performance.talk.point"]
            .search(
                [
                    ("employee_id", "in", self.employee_id.ids),
                    ("talk_id.state", "in", ("held", "acknowledged")),
                ],
                order="raised_on, id",
            )
            .grouped("employee_id")
        )
        for coaching in self:
            day = coaching._get_day()
            agreed = points.get(coaching.employee_id, self.env["hr.performance.talk.point"])
            coaching.talk_point_ids = agreed.filtered(
                lambda point, day=day: point.raised_on <= day and point._was_open_on(day)
            )
