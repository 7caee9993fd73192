from odoo import fields, models


class TemplateVerification(models.Model):
    """How far a reported figure may lie from the measured one (requirement E2)."""

    _inherit = "hr.performance.template"

    verification_tolerance = fields.Float(
        string="Tolerance of reported figures (%)",
        default=5.0,
        digits=(16, 2),
        required=True,
        help="Of the measured figure. What deviates by more is settled before the release.",
    )

    _verification_tolerance_range = models.Constraint(
        "CHECK(verification_tolerance BETWEEN 0 AND 100)",
        "The tolerance of reported figures lies between 0 and 100 %.",
    )
