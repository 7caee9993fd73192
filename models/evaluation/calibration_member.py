from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain
from odoo.tools import SQL

from ...rules.calibration import UNFINISHED


class CalibrationMember(models.Model):
    """One person who is discussed in a session: the link, and the grade at its opening.

    The grade itself stays in the rating, so there is no copy of it that could go stale. Nobody
    reads the own row, and participants read no row of somebody above them.
    """

    _name = "hr.performance.calibration.member"
    _description = "Person in a calibration session"
    _inherit = [
        "hr.performance.link.mixin",
        "hr.performance.computed.mixin",
        "hr.performance.line.mixin",
    ]
    _order = "calibration_id, department_id, employee_id, id"
    _rec_name = "employee_id"
    _checked_links = {"calibration_id": "write", "evaluation_id": "read"}

    calibration_id = fields.Many2one(
        "hr.performance.calibration",
        string="Session",
        required=True,
        index=True,
        ondelete="cascade",
    )
    evaluation_id = fields.Many2one(
        "hr.performance.evaluation", required=True, index=True, ondelete="cascade"
    )
    employee_id = fields.Many2one(
        related="evaluation_id.employee_id", store=True, index=True, precompute=True
    )
    department_id = fields.Many2one(
        related="evaluation_id.department_id", store=True, precompute=True
    )
    cycle_id = fields.Many2one(related="calibration_id.cycle_id", store=True, precompute=True)
    company_id = fields.Many2one(
        related="calibration_id.company_id", store=True, index=True, precompute=True
    )
    state = fields.Selection(
        related="calibration_id.state", store=True, index=True, precompute=True
    )
    opening_grade_id = fields.Many2one(
        "hr.performance.grade", string="Grade at opening", readonly=True, ondelete="restrict"
    )
    is_above_me = fields.Boolean(
        string="Above me", compute="_compute_is_above_me", search="_search_is_above_me"
    )
    rating_id = fields.Many2one(
        "hr.performance.rating", string="Grade and score", compute="_compute_rating_id"
    )
    score = fields.Float(digits=(16, 2), compute="_compute_rating_id")
    has_score = fields.Boolean(compute="_compute_rating_id")
    grade_id = fields.Many2one("hr.performance.grade", compute="_compute_rating_id")
    opinion_ids = fields.One2many(
        "hr.performance.calibration.opinion", "member_id", string="Opinions"
    )

    _evaluation_unique = models.Constraint(
        "UNIQUE(calibration_id, evaluation_id)", "This person is in the session already."
    )
    _unfinished_unique = models.UniqueIndex(
        "(evaluation_id) WHERE state IN ('draft', 'open')",
        "Somebody of these people is in another unfinished session.",
    )

    @api.depends("employee_id")
    @api.depends_context("uid")
    def _compute_is_above_me(self):
        query = self.env["hr.performance.line.mixin"]._get_superiors_query()
        above = {row[0] for row in self.env.execute_query(query)}
        for member in self:
            member.is_above_me = member.employee_id.id in above

    def _search_is_above_me(self, operator, value):
        if operator != "in":
            return NotImplemented
        query = self.env["hr.performance.line.mixin"]._get_superiors_query()
        return Domain("employee_id", "any!", SQL("(%s)", query))

    @api.depends_context("uid")
    def _compute_rating_id(self):
        # With the rights of the reader: the rules of the rating hold here too.
        ratings = self.env["hr.performance.rating"].search_fetch(
            [("evaluation_id", "in", self.evaluation_id.ids)],
            ["evaluation_id", "grade_id", "score", "has_score"],
        )
        by_evaluation = {rating.evaluation_id.id: rating for rating in ratings}
        for member in self:
            rating = by_evaluation.get(member.evaluation_id.id, ratings.browse())
            member.rating_id = rating
            member.grade_id = rating.grade_id
            member.score = rating.score
            member.has_score = rating.has_score

    @api.constrains("evaluation_id", "calibration_id")
    def _check_evaluation(self):
        for member in self:
            if member.evaluation_id.cycle_id != member.calibration_id.cycle_id:
                reason = self.env._("is not in the cycle of the session")
            elif member.evaluation_id.released_at:
                reason = self.env._("has the result already: it only changes by an appeal")
            elif member.evaluation_id.state == "cancelled":
                reason = self.env._("is taken out of the cycle")
            else:
                continue
            raise ValidationError(
                self.env._(
                    "%(session)s: %(name)s %(reason)s.",
                    session=member.calibration_id.name,
                    name=member.employee_id.name,
                    reason=reason,
                )
            )
        self.calibration_id._check_people()

    @api.model
    def _check_one_session(self, evaluation_ids):
        """A person is discussed in one unfinished session at a time.

        Asked before the row is written: afterwards only the index of the database speaks.
        """
        self.check_access("create")
        # The right to set up sessions was checked; the other session may be one about the asker.
        rows = self.sudo().search(
            [("evaluation_id", "in", evaluation_ids), ("state", "in", UNFINISHED)], limit=5
        )
        if rows:
            raise ValidationError(
                "\n".join(
                    self.env._(
                        "%(name)s is already in the unfinished session “%(session)s”. Approve or"
                        " cancel it first, or take the person out of one of the two.",
                        name=row.employee_id.name,
                        session=row.calibration_id.name,
                    )
                    for row in rows
                )
            )

    @api.model_create_multi
    def create(self, vals_list):
        self._check_one_session([vals.get("evaluation_id") for vals in vals_list])
        # Also a default in the context sets no grade of the opening.
        members = super().create([{**vals, "opening_grade_id": False} for vals in vals_list])
        if late := members.calibration_id.filtered(lambda one: one.state != "draft"):
            raise UserError(
                self.env._(
                    "%s: people can be added only before the session is opened.",
                    ", ".join(late.mapped("name")),
                )
            )
        return members

    @api.ondelete(at_uninstall=False)
    def _unlink_except_discussed(self):
        """Before the opening anybody, later only who has no grade and was not moved."""
        for member_sudo in self.sudo():  # only whether there is a grade
            session = member_sudo.calibration_id
            moved = session.move_ids.filtered(
                lambda one, member=member_sudo: one.member_id == member
            )
            graded = member_sudo.evaluation_id.rating_ids.grade_id
            waiting = session.state == "open" and not graded and not moved
            if session.state != "draft" and not waiting:
                raise UserError(
                    self.env._(
                        "%(name)s stays in “%(session)s”: once a session is open, only people"
                        " without a grade can be taken out of it.",
                        name=member_sudo.employee_id.name,
                        session=session.name,
                    )
                )
