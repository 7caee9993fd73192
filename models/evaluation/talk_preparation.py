from odoo import api, fields, models


class TalkPreparation(models.Model):
    """The manager's preparation sheet of a feedback talk; the employee never reads it (F1).

    Figures, reviews and open points are found with the rights of whoever opens the sheet.
    """

    _name = "hr.performance.talk.preparation"
    _description = "Preparation of a feedback talk"
    _inherit = ["hr.performance.talk.sheet.mixin"]

    opening = fields.Text(help="How you begin, and what you want the person to take away.")
    notes = fields.Text(string="My notes")
    evaluation_id = fields.Many2one(related="talk_id.evaluation_id")
    rating_id = fields.Many2one(
        "hr.performance.rating", compute="_compute_figures", string="Grade and score"
    )
    grade_name = fields.Char(string="Grade", compute="_compute_figures")
    score = fields.Float(compute="_compute_figures", digits=(16, 2))
    has_score = fields.Boolean(compute="_compute_figures")
    dimension_ids = fields.Many2many(
        "hr.performance.rating.line", compute="_compute_figures", string="Dimensions"
    )
    goal_ids = fields.Many2many("hr.performance.goal", compute="_compute_figures", string="Goals")
    review_ids = fields.Many2many(
        "hr.performance.review", compute="_compute_figures", string="Reviews"
    )
    voices = fields.Json(
        compute="_compute_voices", help="What all sources say together, as this user may read it."
    )
    coaching_point_ids = fields.Many2many(
        "hr.performance.coaching.point", compute="_compute_figures", string="Open problems"
    )

    @api.depends("talk_id")
    @api.depends_context("uid", "lang")
    def _compute_voices(self):
        voices = self.evaluation_id._get_all_voices()
        for sheet in self:
            sheet.voices = voices.get(sheet.evaluation_id.id)

    def _compute_display_name(self):
        for sheet in self:
            sheet.display_name = self.env._("Preparation · %s", sheet.talk_id.display_name)

    @api.depends("talk_id")
    @api.depends_context("uid", "lang")
    def _compute_figures(self):
        """Searched, not followed: a search finds only what the reader may read."""
        domain = [("evaluation_id", "in", self.evaluation_id.ids)]
        rating = self.env["hr.performance.rating"].search(domain).grouped("evaluation_id")
        goals = self.env["hr.performance.goal"].search(domain).grouped("evaluation_id")
        reviews = (
            self.env["hr.performance.review"]
            .search([*domain, ("state", "=", "submitted")])
            .grouped("evaluation_id")
        )
        points = (
            self.env["hr.performance.coaching.point"]
            .search([("employee_id", "in", self.employee_id.ids), ("state", "=", "open")])
            .grouped("employee_id")
        )
        for sheet in self:
            file = sheet.evaluation_id
            sheet.rating_id = rating.get(file, False)
            sheet.grade_name = sheet.rating_id.grade_id.name
            sheet.score, sheet.has_score = sheet.rating_id.score, sheet.rating_id.has_score
            sheet.dimension_ids = sheet.rating_id.line_ids
            sheet.goal_ids = goals.get(file, self.env["hr.performance.goal"])._get_counted()
            sheet.review_ids = reviews.get(file, False)
            sheet.coaching_point_ids = points.get(sheet.employee_id, False)
