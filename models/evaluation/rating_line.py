from odoo import api, fields, models

from ..setup.dimension import SOURCES


class RatingLine(models.Model):
    """The score of one dimension, what it rests on, and what was missing."""

    _name = "hr.performance.rating.line"
    _description = "Score of a dimension"
    _inherit = ["hr.performance.gap.mixin"]
    _order = "rating_id, sequence, id"
    _rec_name = "dimension_id"

    _gap_flags = {"score": "has_score"}

    rating_id = fields.Many2one(
        "hr.performance.rating", required=True, index=True, ondelete="cascade", readonly=True
    )
    company_id = fields.Many2one(related="rating_id.company_id", store=True, index=True)
    sequence = fields.Integer(readonly=True)
    dimension_id = fields.Many2one(
        "hr.performance.dimension", required=True, ondelete="restrict", readonly=True
    )
    weight = fields.Float(string="Weight (%)", digits=(16, 2), readonly=True)
    score = fields.Float(digits=(16, 2), readonly=True, aggregator="avg")
    has_score = fields.Boolean(readonly=True)
    grade_id = fields.Many2one("hr.performance.grade", readonly=True, ondelete="restrict")
    basis = fields.Selection(
        [(key, label) for key, label in SOURCES if key != "indicators_else_reviewers"],
        string="Rests on",
        readonly=True,
    )
    missing_keys = fields.Json(readonly=True)
    is_withheld = fields.Boolean(
        readonly=True,
        help="The score counts, but is stored and shown nowhere: single answers would follow.",
    )
    sources = fields.Json(readonly=True, help="Where the score comes from: roles, or figures.")
    withheld_reason = fields.Char(compute="_compute_withheld_reason")
    missing = fields.Char(compute="_compute_missing")

    @api.depends("is_withheld", "rating_id.cycle_id.anonymity_threshold")
    def _compute_withheld_reason(self):
        for line in self:
            line.withheld_reason = line.is_withheld and self.env._(
                "Counts, but is not shown: fewer than %s colleagues answered.",
                line.rating_id.cycle_id.anonymity_threshold,
            )

    @api.depends("missing_keys", "basis", "has_score", "is_withheld", "dimension_id")
    def _compute_missing(self):
        roles = dict(
            self.env["hr.performance.review"]._fields["role"]._description_selection(self.env)
        )
        indicators = self.env["hr.performance.indicator"].with_context(active_test=False)
        keys = {key for line in self for key in line.missing_keys or []} - roles.keys()
        found = indicators.search([("code", "in", list(keys))])
        labels = roles | {indicator.code: indicator.name for indicator in found}
        for line in self:
            line.missing = line._describe_missing(
                [labels.get(key, key) for key in line.missing_keys or []]
            )

    def _describe_missing(self, names):
        dimension = self.dimension_id.name
        if not (self.has_score or self.is_withheld):
            if not names:
                return self.env._("%s is missing", dimension)
            return self.env._(
                "%(dimension)s is missing (%(names)s)", dimension=dimension, names=", ".join(names)
            )
        if names:
            return self.env._(
                "%(dimension)s without: %(names)s", dimension=dimension, names=", ".join(names)
            )
        return False
