from odoo import fields, models

from ...rules.cadence import Kind
from .coaching import COACHING_KINDS

EVERY = [
    (Kind.WEEKLY.value, "Week"),
    (Kind.MONTHLY.value, "Month"),
    (Kind.QUARTERLY.value, "Quarter"),
]


class TemplateCadence(models.Model):
    """How often people of a template talk with their manager (requirement C1)."""

    _name = "hr.performance.template.cadence"
    _description = "Cadence of talks"
    _order = "template_id, id"
    _rec_name = "kind"

    template_id = fields.Many2one(
        "hr.performance.template", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="template_id.company_id", store=True, index=True)
    kind = fields.Selection(
        [kind for kind in COACHING_KINDS if kind[0] != "ad_hoc"], string="Talk", required=True
    )
    every = fields.Selection(EVERY, string="Once every", required=True, default="monthly")
    review_counts = fields.Boolean(
        string="Review counts too",
        default=True,
        help="A quarterly review held in the month of a 1:1 takes its place.",
    )

    _kind_unique = models.Constraint(
        "UNIQUE(template_id, kind)", "A kind of talk stands only once in a template."
    )

    def _get_counting_kinds(self):
        """Kinds of talks that satisfy this expectation."""
        self.ensure_one()
        if self.kind == "one_on_one" and self.review_counts:
            return ("one_on_one", "quarterly_review")
        return (self.kind,)
