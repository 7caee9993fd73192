from odoo import fields, models


class TemplateTalk(models.Model):
    _inherit = "hr.performance.template"

    talk_days = fields.Integer(
        string="Working days to the feedback talk",
        default=5,
        required=True,
        help="So long after the calibration, or after the release where there is none.",
    )

    _talk_days_positive = models.Constraint(
        "CHECK(talk_days > 0)", "At least one working day is needed for the feedback talk."
    )
