from odoo import api, fields, models


class EvaluationScreen(models.Model):
    """What the form of an evaluation shows to this user, read with the rights of this user."""

    _inherit = "hr.performance.evaluation"

    my_review_id = fields.Many2one(
        "hr.performance.review", string="My review", compute="_compute_my_review_id"
    )
    owes_review = fields.Boolean(string="I owe a review", compute="_compute_my_review_id")
    grade_name = fields.Char(
        string="Grade", compute="_compute_grade_name", help="Empty while it is withheld from you."
    )
    result_ids = fields.One2many(
        "hr.performance.result", "evaluation_id", string="Published results", readonly=True
    )

    @api.depends("review_ids.state")
    @api.depends_context("uid")
    def _compute_my_review_id(self):
        reviews = self.env["hr.performance.review"].search(
            [("evaluation_id", "in", self.ids), ("reviewer_id.user_id", "=", self.env.uid)],
            order="state, id",  # what is still to do comes first
        )
        for evaluation in self:
            evaluation.my_review_id = reviews.filtered(
                lambda review, evaluation=evaluation: review.evaluation_id == evaluation
            )[:1]
            evaluation.owes_review = evaluation.my_review_id.state == "pending"

    @api.depends("rating_ids.grade_id", "rating_ids.state")
    @api.depends_context("uid", "lang")
    def _compute_grade_name(self):
        # The search applies the record rules: whoever may not read the rating finds none.
        ratings = self.env["hr.performance.rating"].search([("evaluation_id", "in", self.ids)])
        names = {rating.evaluation_id.id: rating.grade_id.name for rating in ratings}
        for evaluation in self:
            evaluation.grade_name = names.get(evaluation.id)

    @api.model
    def _expand_states(self, states, domain):
        """Columns of the board: the main path in its order, and others where somebody is."""
        path = ("planning", "executing", "evaluating", "calibrating", "communicating")
        return [
            state for state, _label in self._fields["state"].selection if state in {*path, *states}
        ]

    def action_open_agreement(self):
        """Open the Goal Confirmation in its newest version."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Goal Confirmation"),
            "res_model": "hr.performance.agreement",
            "view_mode": "form",
            "res_id": self.agreement_id.id,
        }
