from odoo import fields, models


class CalibrationEvent(models.Model):
    _inherit = "calendar.event"

    performance_calibration_ids = fields.One2many(
        "hr.performance.calibration",
        "calendar_event_id",
        string="Calibration sessions",
        groups="base.group_user",
    )

    def _get_performance_meetings(self):
        return [*super()._get_performance_meetings(), self.performance_calibration_ids]
