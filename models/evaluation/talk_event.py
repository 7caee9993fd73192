from odoo import fields, models


class TalkEvent(models.Model):
    _inherit = "calendar.event"

    performance_talk_ids = fields.One2many(
        "hr.performance.talk",
        "calendar_event_id",
        string="Feedback talks",
        groups="base.group_user",
    )

    def _get_performance_meetings(self):
        return [*super()._get_performance_meetings(), self.performance_talk_ids]
