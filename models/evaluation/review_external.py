from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules import flows
from ...rules.nomination import Obstacle

# Lets the page of a personal link act as the reviewer. Compared by identity: no RPC carries it.
_BY_LINK = object()
_PASS = "hr_performance_by_link"
PURPOSE = "review"
LONGEST = 10000


class ReviewExternal(models.Model):
    """Reviews by somebody outside the company: a customer, a partner, by personal link (E3)."""

    _inherit = "hr.performance.review"

    external_id = fields.Many2one(
        "hr.performance.nomination",
        string="External reviewer",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
    )

    _one_reviewer = models.Constraint(
        "CHECK((reviewer_id IS NULL) <> (external_id IS NULL))",
        "A review is given by one colleague, or by one reviewer outside.",
    )
    _external_unique = models.UniqueIndex(
        "(external_id) WHERE external_id IS NOT NULL", "This reviewer is asked already."
    )

    def _get_person_key(self):
        """What tells reviewers apart, as in nominations."""
        return self.reviewer_id.id or self.external_id.external_email

    def _get_roles(self):
        roles = super()._get_roles()
        if self.env.context.get(_PASS) is _BY_LINK:
            for review in self.filtered("external_id"):
                roles[review.id] = roles[review.id] | {flows.REVIEWER}
        return roles

    @api.model_create_multi
    def create(self, vals_list):
        reviews = super().create(vals_list)
        reviews.external_id._send_links()
        return reviews

    def _check_reviewers(self):
        result = super()._check_reviewers()
        for review_sudo in self.sudo():  # compares people whom the asker may not read
            if review_sudo.role in ("self", "manager", "second") or review_sudo.external_id:
                continue
            evaluation = review_sudo.evaluation_id
            candidate = evaluation._as_candidate(review_sudo.reviewer_id, {}, ())
            obstacle = None
            if not candidate.same_company:
                obstacle = Obstacle.COMPANY
            elif candidate.leads:
                obstacle = Obstacle.MANAGER
            if obstacle:
                raise UserError(
                    evaluation._describe_obstacle(
                        obstacle, review_sudo.reviewer_id.name, review_sudo.role, None
                    )
                )
        return result

    # By personal link

    @api.model
    def _get_by_link(self, token):
        """Return the review to which this token leads, empty when it leads to none."""
        link_sudo = self.env["hr.performance.personal.link"]._find(PURPOSE, token)
        nomination_sudo = link_sudo._get_record()
        review_sudo = self.sudo()  # the right token is the decision
        if nomination_sudo:
            review_sudo = review_sudo.search([("external_id", "=", nomination_sudo.id)])
        return review_sudo.with_context(**{_PASS: _BY_LINK})

    def _fill_by_link(self, summary, answers):
        """Keep what somebody has written so far on a page, where it was sent.

        :param answers: {line id: (grade id, 0 for “cannot judge”, None for no answer; comment)}
        :raises UserError: the review is closed, or a text is too long
        """
        self.ensure_one()
        self._check_editable()
        for _grade, comment in answers.values():
            self._check_length(comment)
        self.write({"summary": self._check_length(summary)})
        grades = self.cycle_id.template_id.scale_id.grade_ids
        for line in self.dimension_line_ids.filtered(lambda one: one.id in answers):
            grade_id, comment = answers[line.id]
            answer = {None: False, 0: "cannot_judge"}.get(grade_id, "level")
            line.write(
                {
                    "answer": answer,
                    "grade_id": grade_id if grade_id in grades.ids else False,
                    "comment": comment,
                }
            )

    def _check_length(self, text):
        if len(text or "") > LONGEST:
            raise UserError(
                self.env._("A text is longer than %s letters. Please shorten it.", LONGEST)
            )
        return text

    def _check_submit(self):
        result = super()._check_submit()
        for review in self.filtered("external_id"):
            if not any(line._is_answered() for line in review.line_ids):
                raise UserError(self.env._("Please answer at least one point before you submit."))
        return result
