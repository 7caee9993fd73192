from collections import Counter, defaultdict

from odoo import models

from ...rules import anonymity
from ...rules.calibration import LOCKED
from ..setup.template_role import ANONYMOUS_ROLES


class EvaluationTaking(models.Model):
    """When anonymous answers enter a score that was seen before (Formulas, section 9)."""

    _inherit = "hr.performance.evaluation"

    def _get_waiting_answers(self):
        """Anonymous answers that were given and do not count yet."""
        # Nobody else reads them: the process alone decides when they count.
        reviews_sudo = self.env["hr.performance.review"].sudo()
        return reviews_sudo.search(
            [
                ("evaluation_id", "in", self.ids),
                ("role", "in", ANONYMOUS_ROLES),
                ("state", "=", "submitted"),
                ("is_taken_in", "=", False),
            ]
        )

    def _batch_take_in(self, batch):
        """Let late answers count, where they are enough to stay anonymous, and compute again."""
        # Whoever closes a cycle lets answers count that they may not read.
        open_sudo = self.sudo().filtered(lambda one: one.rating_ids and not one.released_at)
        # Where people decide about a grade in a session, its score stands still.
        held = open_sudo._get_calibrations(LOCKED)
        open_sudo = open_sudo.filtered(lambda one: one.id not in held)
        waiting = open_sudo._get_waiting_answers()
        counts = open_sudo._get_answer_counts()
        taken = waiting.browse()
        for evaluation, reviews in waiting.grouped("evaluation_id").items():
            roles = evaluation._get_joining_roles(counts[evaluation.id])
            taken |= reviews.filtered(lambda one, roles=roles: one.role in roles)
        taken._take_in()
        taken.evaluation_id._with_pass()._update_ratings()

    def _get_joining_roles(self, counts):
        """Roles whose late answers may join the score that was seen without them."""
        if self.cycle_id.small_groups == "leave_out":
            counts = {key: self._as_counting(*both) for key, both in counts.items()}
        return anonymity.joining(
            {dimension: before for dimension, (before, _late) in counts.items()},
            {dimension: late for dimension, (_before, late) in counts.items()},
            self.cycle_id.anonymity_threshold,
        )

    def _as_counting(self, before, late):
        """The same numbers where small groups do not count: they enter when they are complete."""
        least = self.cycle_id.anonymity_threshold
        seen = {role: count for role, count in before.items() if count >= least}
        after = Counter(before) + Counter(late)
        entering = {
            role: count - seen.get(role, 0)
            for role, count in after.items()
            if count >= least and late.get(role)
        }
        return seen, entering

    def _get_answer_counts(self):
        """Return {evaluation id: {dimension id: (counted, late)}}, each the points per role."""
        found = defaultdict(lambda: defaultdict(lambda: (Counter(), Counter())))
        lines = self.env["hr.performance.review.line"].search(
            [
                ("review_id.evaluation_id", "in", self.ids),
                ("review_id.role", "in", ANONYMOUS_ROLES),
                ("review_id.state", "=", "submitted"),
                ("dimension_id", "!=", False),
            ]
        )
        for line in lines:
            review = line.review_id
            before, late = found[review.evaluation_id.id][line.dimension_id.id]
            counter = before if review.is_taken_in else late
            counter[review.role] += line._get_points() is not None
        return found
