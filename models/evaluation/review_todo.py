from odoo import api, models
from odoo.fields import Domain

from ..setup.template_role import ANONYMOUS_ROLES

# While an evaluation is in these states, a review of it can be given.
OPEN = ("evaluating", "calibrating")


class ReviewTodo(models.Model):
    """Whoever is asked for a review has it among the to-dos, until it is given."""

    _inherit = "hr.performance.review"

    @api.model_create_multi
    def create(self, vals_list):
        reviews = super().create(vals_list)
        reviews._update_todos()
        return reviews

    @api.model
    def _get_owed_domain(self):
        """Reviews that are still to be given, and still can be.

        Anonymous answers are taken in together, so there are none after HR has closed the
        evaluation of somebody who is judged already.
        """
        in_time = Domain("role", "not in", ANONYMOUS_ROLES)
        in_time |= Domain("cycle_id.state", "=", "evaluating")
        in_time |= Domain("evaluation_id.rating_ids", "=", False)
        return Domain("state", "=", "pending") & Domain("evaluation_id.state", "in", OPEN) & in_time

    def _is_owed(self):
        """Whether this one review can still be given."""
        self.ensure_one()
        # Whether it is open is asked by its reviewer, who may not read the evaluation.
        reviews_sudo = self.sudo()
        return bool(reviews_sudo.search_count(Domain("id", "=", self.id) & self._get_owed_domain()))

    def _write_step(self, vals):
        result = super()._write_step(vals)
        self._update_todos()
        return result

    def unlink(self):
        # Read before they are gone; only whose to-do it was.
        reviewers = {
            cycle: ones.reviewer_id.user_id
            for cycle, ones in self.sudo().grouped("cycle_id").items()
        }
        result = super().unlink()
        for cycle, users in reviewers.items():
            self.env["hr.performance.review.digest"]._refresh(cycle, users)
        return result

    def _update_todos(self):
        """Count again what their reviewers owe."""
        for cycle, reviews in self.sudo().grouped("cycle_id").items():  # whose to-do it is
            users = reviews.reviewer_id.user_id
            if users:
                self.env["hr.performance.review.digest"]._refresh(cycle, users)
