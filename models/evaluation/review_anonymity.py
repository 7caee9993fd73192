from odoo import api, fields, models
from odoo.exceptions import UserError

from ..setup.template_role import ANONYMOUS_ROLES


class ReviewAnonymity(models.Model):
    """Answers of peers, reports and others: nobody follows the score to a single one (E3).

    An anonymous answer enters the score together with others: with the first computation, or
    with enough other late ones when HR closes the evaluation. It never moves a score that was
    seen before by itself.
    """

    _inherit = "hr.performance.review"

    is_anonymous = fields.Boolean(compute="_compute_is_anonymous")
    is_taken_in = fields.Boolean(
        string="Counts in the score",
        readonly=True,
        copy=False,
        help="An anonymous answer counts once it was taken in together with others.",
    )
    anonymity_threshold = fields.Integer(related="cycle_id.anonymity_threshold")
    names_readable = fields.Boolean(related="cycle_id.names_readable")

    @api.depends("role")
    def _compute_is_anonymous(self):
        for review in self:
            review.is_anonymous = review.role in ANONYMOUS_ROLES

    def _get_named(self):
        """Reviews of people who are known to the person: self, manager, second-level manager."""
        return self.filtered(lambda review: not review.is_anonymous)

    def _take_in(self):
        """Let these answers count; the caller has decided that they may enter together."""
        self._with_pass().write({"is_taken_in": True})

    def _check_submit(self):
        result = super()._check_submit()
        for review in self.filtered("is_anonymous"):
            closed = review.cycle_id.state != "evaluating"
            if closed and review.evaluation_id.rating_ids:
                raise UserError(
                    self.env._(
                        "%s: HR has closed the evaluation. An answer that came in now would"
                        " change a score that was seen before, and so show itself.",
                        review.display_name,
                    )
                )
        return result

    def _check_reopen(self):
        result = super()._check_reopen()
        if taken := self.filtered("is_taken_in"):
            raise UserError(
                self.env._(
                    "%s: an anonymous answer that counts already stays. Taking it out of the"
                    " score would show what it said.",
                    ", ".join(taken.mapped("display_name")),
                )
            )
        return result
