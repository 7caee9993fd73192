from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules import flows


class Rating(models.Model):
    """The judgement of one person in one cycle: computed score and grade, decided grade.

    Comes into being when the manager's review is submitted; the employee reads it only after the
    release. Every change of grade is a link in the append-only chain ``change_ids``.
    """

    _name = "hr.performance.rating"
    _description = "Grade and score"
    _inherit = [
        "hr.performance.gap.mixin",
        "hr.performance.of.evaluation.mixin",
        "hr.performance.line.mixin",
        "hr.performance.workflow.mixin",
    ]
    _order = "cycle_id, employee_id, id"

    _gap_flags = {"score": "has_score", "achievement": "has_achievement"}

    _workflow = flows.RATING
    _protected_fields = (
        "state",
        "evaluation_id",
        "score",
        "has_score",
        "achievement",
        "has_achievement",
        "score_grade_id",
        "computed_grade_id",
        "decided_grade_id",
        "decided_against_id",
        "grade_id",
        "deviation_reason",
        "line_ids",
        "released_at",
        "released_grades",
        "is_single_source",
    )

    evaluation_id = fields.Many2one(readonly=True)
    department_id = fields.Many2one(related="evaluation_id.department_id", store=True, index=True)
    scale_id = fields.Many2one(related="cycle_id.template_id.scale_id")
    state = fields.Selection(
        [("open", "Withheld"), ("released", "Released")],
        default=flows.RATING.initial,
        required=True,
        readonly=True,
        index=True,
    )
    score = fields.Float(digits=(16, 2), readonly=True, aggregator="avg")
    has_score = fields.Boolean(string="Has a score", readonly=True)
    achievement = fields.Float(
        string="Goal achievement (%)", digits=(16, 2), readonly=True, aggregator="avg"
    )
    has_achievement = fields.Boolean(readonly=True)
    score_grade_id = fields.Many2one(
        "hr.performance.grade", string="Grade by score", readonly=True, ondelete="restrict"
    )
    computed_grade_id = fields.Many2one(
        "hr.performance.grade", string="Computed grade", readonly=True, ondelete="restrict"
    )
    decided_grade_id = fields.Many2one(
        "hr.performance.grade", string="Decided grade", readonly=True, ondelete="restrict"
    )
    decided_against_id = fields.Many2one(
        "hr.performance.grade", string="Computed when decided", readonly=True, ondelete="restrict"
    )
    grade_id = fields.Many2one(
        "hr.performance.grade", readonly=True, index=True, ondelete="restrict"
    )
    deviation_reason = fields.Text(readonly=True)
    released_at = fields.Datetime(readonly=True)
    line_ids = fields.One2many("hr.performance.rating.line", "rating_id", readonly=True)
    change_ids = fields.One2many("hr.performance.rating.change", "rating_id", readonly=True)
    missing = fields.Text(compute="_compute_missing", help="What could not count in the score.")

    can_decide = fields.Boolean(compute="_compute_can_decide")

    _evaluation_unique = models.Constraint(
        "UNIQUE(evaluation_id)", "This evaluation has its grade already."
    )

    @api.depends("employee_id", "cycle_id")
    def _compute_display_name(self):
        for rating in self:
            # Names only, for those who may read the rating.
            rating_sudo = rating.sudo()
            rating.display_name = (
                f"{rating_sudo.employee_id.name or ''} · {rating_sudo.cycle_id.name or ''}"
            )

    @api.depends("line_ids.missing")
    def _compute_missing(self):
        for rating in self:
            rating.missing = "\n".join(line.missing for line in rating.line_ids if line.missing)

    # Deciding

    @api.depends("state")
    @api.depends_context("uid")
    def _compute_can_decide(self):
        roles = self._get_roles()
        for rating in self:
            deciding = roles[rating.id] & {flows.MANAGER, flows.OFFICER}
            rating.can_decide = bool(deciding) and rating.state != "released"

    def _decide(self, grade, reason):
        """Set the grade; the manager's step of the chain (requirement E6).

        :param grade: grade of the cycle's scale
        :param reason: required where ``grade`` differs from the computed one
        """
        self.ensure_one()
        self.check_access("read")
        if refusal := self._get_decision_refusal(grade, reason):
            raise UserError(refusal)
        self.sudo()._change_grade("manager", grade, reason)  # the refusals above are the decision

    def _get_decision_refusal(self, grade, reason):
        roles = self._get_roles()[self.id]
        name = self.display_name
        if self.state == "released":
            return self.env._("%s is released: its grade only changes by an appeal.", name)
        if not roles & {flows.MANAGER, flows.OFFICER}:
            return self.env._("%s: the grade is decided by the manager.", name)
        if not grade or grade.scale_id != self.sudo().scale_id:  # set-up, whoever reads cycles
            return self.env._("%s: please choose a grade of the cycle's scale.", name)
        if grade != self.computed_grade_id and not (reason or "").strip():
            return self.env._(
                "%(name)s: the computed grade is “%(computed)s”. Please give the reason for"
                " deciding “%(decided)s”.",
                name=name,
                computed=self.computed_grade_id.name or self.env._("none"),
                decided=grade.name,
            )
        return None

    def _change_grade(self, step, grade, reason):
        """Write a grade and its link in each chain; the caller has decided that it may be."""
        links = [(rating, grade, reason, rating.score) for rating in self]
        self.env["hr.performance.rating.change"]._append(step, links)
        for computed, ratings in self.grouped("computed_grade_id").items():
            ratings._with_pass().write(
                {
                    "decided_grade_id": grade.id,
                    "decided_against_id": computed.id,
                    "grade_id": grade.id,
                    "deviation_reason": reason if grade != computed else False,
                }
            )

    def _check_decided(self):
        """Refuse to release a rating without a grade, or one decided on another computation."""
        for rating in self:
            if not rating.grade_id:
                raise UserError(
                    self.env._(
                        "%(name)s has no grade: %(missing)s. The manager can decide one with a"
                        " reason.",
                        name=rating.display_name,
                        missing=rating.missing or self.env._("nothing was judged"),
                    )
                )
            if rating.decided_grade_id and rating.decided_against_id != rating.computed_grade_id:
                raise UserError(
                    self.env._(
                        # Not which: HR reads this about own files too, before the release.
                        "%(name)s: the computed grade changed after the manager had decided."
                        " Please decide again.",
                        name=rating.display_name,
                    )
                )

    def _check_release(self):
        self._check_decided()

    def _after_release(self, reason=None):
        self.write({"released_at": fields.Datetime.now()})

    def _prepare_content(self):
        """Grade and score as they stand on the signed Evaluation Confirmation."""
        self.ensure_one()
        return {
            "score": self.score if self.has_score else None,
            "grade": {"code": self.grade_id.code, "name": self.grade_id.name},
            "computed_grade": self.computed_grade_id.name or None,
            "deviation_reason": self.deviation_reason or None,
            "dimensions": [
                {
                    "name": line.dimension_id.name,
                    "weight": line.weight,
                    "score": line.score if line.has_score else None,
                    "grade": line.grade_id.name or None,
                    "missing": line.missing or None,
                    "withheld": line.withheld_reason or None,
                }
                for line in self.line_ids
            ],
        }
