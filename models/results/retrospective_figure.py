from odoo import api, fields, models

KEYS = [
    ("people", "People in the cycle"),
    ("cancelled", "Taken out of the cycle"),
    ("smart", "SMART findings when goals were put up"),
    ("unserving", "Goals that serve no other goal"),
    ("revisions", "Goal revisions put into force"),
    ("coverage", "Coaching talks on time (%)"),
    ("missing_talks", "Coaching talks missing"),
    ("late_reviews", "Reviews submitted late"),
    ("deviations", "Grades decided against the computed one"),
    ("moves", "Moves in calibration"),
    ("late_feedback", "Feedback talks late or missing"),
    ("disagreed", "Results not agreed"),
    ("lapsed", "Results without an answer"),
    ("appeals", "Appeals"),
    ("appeals_changed", "Appeals that changed a grade"),
]


class RetrospectiveFigure(models.Model):
    """One figure of one cycle in a retrospective, as it was gathered."""

    _name = "hr.performance.retrospective.figure"
    _description = "Figure of a retrospective"
    _order = "retrospective_id, sequence, cycle_start desc, id"
    _rec_name = "key"

    retrospective_id = fields.Many2one(
        "hr.performance.retrospective", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="retrospective_id.company_id", store=True, index=True)
    sequence = fields.Integer()
    key = fields.Selection(KEYS, string="What was counted", required=True)
    cycle_id = fields.Many2one("hr.performance.cycle", required=True, ondelete="restrict")
    cycle_start = fields.Date(string="Start of the cycle", required=True)
    is_own = fields.Boolean(string="Of this cycle")
    value = fields.Float(digits=(16, 2), aggregator="avg")
    before = fields.Char(string="Earlier cycles", compute="_compute_before")

    @api.depends("key", "retrospective_id.figure_ids.value")
    def _compute_before(self):
        for figure in self:
            others = figure.retrospective_id.figure_ids.filtered(
                lambda one, key=figure.key: one.key == key and not one.is_own
            ).sorted("cycle_start", reverse=True)
            figure.before = " · ".join(
                f"{one.cycle_id.sudo().code}: {one.value:g}"  # a code, beside its figure
                for one in others
            )
