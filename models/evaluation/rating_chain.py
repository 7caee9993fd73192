from odoo import api, fields, models


class RatingChain(models.Model):
    """How the grade came about, as a timeline (computed, manager, calibration, appeal)."""

    _inherit = "hr.performance.rating"

    chain = fields.Json(string="How the grade came about", compute="_compute_chain")

    @api.depends("change_ids")
    @api.depends_context("uid", "lang")
    def _compute_chain(self):
        for rating in self:
            rating.chain = rating.change_ids._as_chain()


class EvaluationChain(models.Model):
    """The same on the file of the person, for those who may read the grade."""

    _inherit = "hr.performance.evaluation"

    chain = fields.Json(
        string="How the grade came about",
        compute="_compute_evaluation_chain",
        help="Empty while it is withheld from you.",
    )

    @api.depends("rating_ids.change_ids")
    @api.depends_context("uid", "lang")
    def _compute_evaluation_chain(self):
        # The search applies the record rules: whoever may not read the rating finds none.
        ratings = self.env["hr.performance.rating"].search([("evaluation_id", "in", self.ids)])
        chains = {rating.evaluation_id.id: rating.chain for rating in ratings}
        for evaluation in self:
            evaluation.chain = chains.get(evaluation.id, False)
