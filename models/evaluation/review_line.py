from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

from ..core.labelled import labelled


class ReviewLine(models.Model):
    """What a reviewer says about one dimension or goal, or reports of one indicator."""

    _name = "hr.performance.review.line"
    _description = "Judgement of a reviewer"
    _inherit = ["hr.performance.computed.mixin"]
    _order = "review_id, dimension_id, goal_id, indicator_id, id"

    review_id = fields.Many2one(
        "hr.performance.review", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="review_id.company_id", store=True, index=True)
    dimension_id = fields.Many2one("hr.performance.dimension", ondelete="restrict", readonly=True)
    goal_id = fields.Many2one("hr.performance.goal", ondelete="restrict", readonly=True)
    indicator_id = fields.Many2one("hr.performance.indicator", ondelete="restrict", readonly=True)
    subject = fields.Char(compute="_compute_subject")
    standard = fields.Text(compute="_compute_standard", help="What each grade means here.")
    answer = fields.Selection(
        [("points", "Points"), ("level", "Grade"), ("cannot_judge", "Cannot judge")],
        help="Cannot judge: this line is left out of the score, it does not count as 0.",
    )
    points = fields.Float(digits=(16, 2))
    grade_id = fields.Many2one(
        "hr.performance.grade", string="Level", domain="[('scale_id', '=', scale_id)]"
    )
    scale_id = fields.Many2one(related="review_id.cycle_id.template_id.scale_id")
    # Read as the user: otherwise a form could be asked for the figures of anybody's goal.
    method = fields.Selection(related="goal_id.method", related_sudo=False)
    target = fields.Float(related="goal_id.target", related_sudo=False)
    last_value = fields.Float(related="goal_id.last_value", string="Measured", related_sudo=False)
    unit = fields.Char(related="goal_id.unit", related_sudo=False)
    weight = fields.Float(related="goal_id.weight", string="Weight (%)", related_sudo=False)
    achievement = fields.Float(
        related="goal_id.achievement", string="Achievement (%)", related_sudo=False
    )
    is_measured = fields.Boolean(related="goal_id.is_measured", related_sudo=False)
    comment = fields.Text()

    _one_subject = models.Constraint(
        "CHECK(num_nonnulls(dimension_id, goal_id, indicator_id) = 1)",
        "A judgement is about one dimension, one goal or one indicator.",
    )
    _dimension_unique = models.Constraint(
        "UNIQUE(review_id, dimension_id)", "A reviewer judges a dimension once."
    )
    _goal_unique = models.Constraint("UNIQUE(review_id, goal_id)", "A reviewer judges a goal once.")

    @api.depends("dimension_id", "goal_id", "indicator_id")
    def _compute_subject(self):
        for line in self:
            subject = line.goal_id or line.dimension_id or line.indicator_id
            line.subject = subject.name

    @api.depends("dimension_id")
    def _compute_standard(self):
        for line in self:
            standards = line.dimension_id.standard_ids.filtered(
                lambda one, scale=line.scale_id: one.grade_id.scale_id == scale
            ).sorted(lambda one: one.grade_id.min_score, reverse=True)
            line.standard = "\n".join(
                labelled(self.env, one.grade_id.name, one.summary)
                for one in standards
                if one.summary
            )

    @api.onchange("points")
    def _onchange_points(self):
        for line in self.filtered(lambda one: one.points and one.answer != "points"):
            line.answer = "points"

    @api.onchange("grade_id")
    def _onchange_grade_id(self):
        for line in self.filtered("grade_id"):
            line.answer = "level"

    @api.constrains("points", "answer", "grade_id")
    def _check_points(self):
        for line in self:
            highest = line.scale_id.max_points
            if line.answer == "points" and not 0 <= line.points <= highest:
                raise ValidationError(
                    self.env._(
                        "%(subject)s: points go from 0 to %(highest)g, not %(points)g.",
                        subject=line.subject,
                        highest=highest,
                        points=line.points,
                    )
                )
            if line.answer == "level" and line.grade_id.scale_id != line.scale_id:
                raise ValidationError(
                    self.env._("%s: please choose a level of the scale.", line.subject)
                )

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            raise AccessError(self.env._("The lines of a review come with the review."))
        return super().create(vals_list)

    def write(self, vals):
        self.check_access("write")  # first: see review
        if vals.keys() & {"review_id", "dimension_id", "goal_id", "indicator_id"}:
            raise UserError(self.env._("A judgement stays with its review and subject."))
        self.review_id._check_editable()
        return super().write(vals)

    def _is_answered(self):
        return bool(self.answer or self.is_reported or (self.comment or "").strip())

    def _get_points(self):
        """Points given, None for “cannot judge” or no answer."""
        self.ensure_one()
        if self.answer == "points":
            return self.points
        if self.answer == "level":
            return self.grade_id.points
        return None
