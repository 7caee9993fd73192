from odoo import fields, models


class StrategyEvent(models.Model):
    _inherit = "calendar.event"

    performance_meeting_ids = fields.One2many(
        "hr.performance.strategy.meeting",
        "calendar_event_id",
        string="Strategy meetings",
        groups="base.group_user",
    )

    def _get_performance_meetings(self):
        return [*super()._get_performance_meetings(), self.performance_meeting_ids]
