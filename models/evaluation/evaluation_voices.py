from collections import defaultdict

from odoo import api, fields, models

from ...rules import anonymity, scoring
from ..setup.template_role import ANONYMOUS_ROLES, REVIEW_ROLES


class EvaluationVoices(models.Model):
    """What several sources say together, for a reader who must not know who said what (E3)."""

    _inherit = "hr.performance.evaluation"

    voices = fields.Json(
        compute="_compute_voices",
        help="The answers of all roles as this user may read them; stored nowhere.",
    )

    @api.depends("released_at", "manager_submitted", "review_ids.state")
    @api.depends_context("uid", "lang")
    def _compute_voices(self):
        voices = self._get_all_voices()
        for evaluation in self:
            evaluation.voices = voices[evaluation.id]

    def _get_voices(self):
        """Return what the current user may know of the answers of all sources, as plain data.

        ``None`` before its time: for the person the release; for the line, HR and auditors the
        manager's review and, where they owe one, their own. Otherwise::

            {"threshold": 3,                    # answers from which an anonymous group is shown
             "named": False,                    # whether this reader may know the names anyway
             "waiting": False,                  # whether answers came too late to be taken in
             "dimensions": [{"id": 7, "name": "Teamwork", "score": 96.0 or None,
                             "withheld": sentence or None, "differs": False}],
             "groups": [{"role": "peer", "label": "Peer", "anonymous": True, "shown": True,
                         "count": 4, "names": [], "comments": ["…"],
                         "lines": [{"dimension_id": 7, "points": 96.0 or None, "count": 4,
                                    "comments": ["…"]}]}]}

        Points are means, rounded to 2 places; ``differs`` marks a dimension in which self and
        manager lie a grade apart. A group that is not shown has neither count, points nor
        comments, and no total is given besides the score: a second total over the same answers
        would show the parts (Formulas, section 9).
        """
        self.ensure_one()
        return self._get_all_voices()[self.id]

    def _get_all_voices(self):
        """Return {id: what `_get_voices` returns} in a number of queries that does not grow."""
        self.check_access("read")
        heard = self.filtered(lambda one: one._may_hear())
        reviews = heard._get_voice_reviews()
        # The rating opens to the same people at the same time; its own rules decide.
        ratings = self.env["hr.performance.rating"].search([("evaluation_id", "in", heard.ids)])
        rated = {rating.evaluation_id.id: rating for rating in ratings}
        voices = dict.fromkeys(self.ids)
        for evaluation in heard:
            lines = rated.get(evaluation.id, ratings.browse()).line_ids
            voices[evaluation.id] = evaluation._prepare_voices(reviews[evaluation.id], lines)
        return voices

    def _may_hear(self):
        """Whether the current user may read what the sources say together, and when."""
        if self.is_mine:
            return bool(self.released_at)
        auditor = self.env.user.has_group("hr_performance.group_auditor")
        reads = auditor or bool(self._get_roles()[self.id])
        return reads and self.manager_submitted and not self.awaits_me

    def _may_know_names(self):
        admin = self.env.user.has_group("hr_performance.group_administrator")
        return admin and not self.is_mine and self.cycle_id.names_readable

    def _get_voice_reviews(self):
        """Return {evaluation id: reviews to be heard}: known ones as this user may read them, and
        the anonymous ones that count."""
        reviews = self.env["hr.performance.review"].sudo(False)
        given = [("evaluation_id", "in", self.ids), ("state", "=", "submitted")]
        known = reviews.search([*given, ("role", "not in", ANONYMOUS_ROLES)])
        # Only their aggregate leaves this file; _may_hear has decided who gets it.
        hidden_sudo = reviews.sudo().search(
            [*given, ("role", "in", ANONYMOUS_ROLES), ("is_taken_in", "=", True)]
        )
        all_sudo = known.sudo() | hidden_sudo  # the known ones were found by their rules
        found = defaultdict(reviews.browse)
        for evaluation, ones in all_sudo.grouped("evaluation_id").items():
            found[evaluation.id] = ones.with_prefetch(all_sudo.ids)
        return found

    def _prepare_voices(self, reviews, rating_lines, named=None):
        named = self._may_know_names() if named is None else named
        by_role = reviews.grouped("role")
        answered = {
            role: len(by_role[role].filtered(lambda one: one._has_voice()))
            for role in ANONYMOUS_ROLES
            if role in by_role
        }
        shown = set(anonymity.visible(answered, self.cycle_id.anonymity_threshold).groups)
        groups = [
            by_role[role]._prepare_group(
                named or role in shown or role not in ANONYMOUS_ROLES, named
            )
            for role, _label in REVIEW_ROLES
            if role in by_role
        ]
        return {
            "threshold": self.cycle_id.anonymity_threshold,
            "named": named,
            "waiting": self._has_waiting_answers(),
            "dimensions": [
                self._prepare_voice_dimension(dimension, rating_lines, groups)
                for dimension in self.cycle_id.template_id.line_ids.dimension_id
                if dimension._is_reviewed()
            ],
            "groups": groups,
        }

    def _has_waiting_answers(self):
        closed = self.cycle_id.state != "evaluating"
        return closed and not self.is_mine and bool(self._get_waiting_answers())

    def _prepare_voice_dimension(self, dimension, rating_lines, groups):
        line = rating_lines.filtered(lambda one: one.dimension_id == dimension)[:1]
        return {
            "id": dimension.id,
            "name": dimension.name,
            "score": line.score if line.has_score else None,
            "withheld": line.withheld_reason or None,
            "differs": self._differs(dimension, groups),
        }

    def _differs(self, dimension, groups):
        """Whether self and manager lie a grade apart in this dimension."""
        points = [
            line["points"]
            for group in groups
            if group["role"] in ("self", "manager")
            for line in group["lines"]
            if line["dimension_id"] == dimension.id and line["points"] is not None
        ]
        grades, _gates = self.cycle_id.template_id.scale_id._as_rules()
        return len({scoring.grade_for(one, grades) for one in points}) > 1
