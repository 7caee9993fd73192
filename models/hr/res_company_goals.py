from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...rules.smart import Thresholds


class ResCompanyGoals(models.Model):
    """What the company asks of goals before they are signed (requirements P4, P6)."""

    _inherit = "res.company"

    performance_confidence_low = fields.Integer(
        string="Low confidence up to",
        default=5,
        help="From this confidence downwards, employee and manager write a note before signing.",
    )
    performance_smart_mode = fields.Selection(
        [("warn", "Show the findings"), ("block", "Refuse to submit")],
        string="Goals that are not SMART",
        default="warn",
        required=True,
    )
    performance_smart_min_length = fields.Integer(
        string="Shortest goal",
        default=20,
        help="Letters of goal and way together; a Chinese character counts two.",
    )
    performance_smart_min_why = fields.Integer(
        string="Shortest reason",
        default=15,
        help="Letters; a Chinese character counts two.",
    )
    performance_smart_too_high = fields.Float(
        string="Highest ambition (%)",
        default=50.0,
        digits=(16, 2),
        help="A target that is better than the baseline or the own last values by more than this.",
    )
    performance_smart_too_low = fields.Float(
        string="Lowest ambition (%)",
        default=0.0,
        digits=(16, 2),
        help="A target that is better than the baseline or the own last values by less than this.",
    )
    performance_smart_peer_spread = fields.Float(
        string="Off the colleagues' targets by (%)",
        default=30.0,
        digits=(16, 2),
        help="A target that differs by more from the median of the colleagues' targets.",
    )

    @api.constrains("performance_confidence_low")
    def _check_performance_confidence(self):
        for company in self:
            if not 0 <= company.performance_confidence_low <= 10:
                raise ValidationError(self.env._("A low confidence lies between 0 (off) and 10."))

    @api.constrains("performance_smart_too_low", "performance_smart_too_high")
    def _check_performance_ambition(self):
        for company in self:
            if company.performance_smart_too_low >= company.performance_smart_too_high:
                raise ValidationError(
                    self.env._(
                        "A target is too low under %(low)g %% and too high beyond %(high)g %%: the"
                        " first must be smaller.",
                        low=company.performance_smart_too_low,
                        high=company.performance_smart_too_high,
                    )
                )

    @api.constrains(
        "performance_smart_min_length",
        "performance_smart_min_why",
        "performance_smart_peer_spread",
    )
    def _check_performance_lengths(self):
        for company in self:
            figures = (
                company.performance_smart_min_length,
                company.performance_smart_min_why,
                company.performance_smart_peer_spread,
            )
            if min(figures) < 0:
                raise ValidationError(self.env._("Limits of goals cannot be negative."))

    def _get_performance_thresholds(self):
        """Return the limits of the SMART check as the rules take them."""
        self.ensure_one()
        return Thresholds(
            min_length=self.performance_smart_min_length,
            min_why=self.performance_smart_min_why,
            too_high=self.performance_smart_too_high,
            too_low=self.performance_smart_too_low,
            peer_spread=self.performance_smart_peer_spread,
        )
