from odoo import api, fields, models

from ...rules import anonymity
from ..setup.template_role import ANONYMOUS_ROLES


class EvaluationSources(models.Model):
    """What a score rests on, and where its sources are too few to be shown (E3)."""

    _inherit = "hr.performance.evaluation"

    def _get_counting(self, answers):
        """Leave small anonymous groups out, where the cycle says so.

        :param answers: {role: [points or None, …]} of one dimension
        """
        if self.cycle_id.small_groups != "leave_out":
            return answers
        least = self.cycle_id.anonymity_threshold
        return {
            role: points
            for role, points in answers.items()
            if role not in ANONYMOUS_ROLES or len(_given(points)) >= least
        }

    def _prepare_sources(self, template, basis, answers):
        """Return what a line says of its sources: where from, and whether it must be withheld."""
        if basis != "reviewers":
            return {"sources": [basis], "is_withheld": False}
        weights = template._get_role_weights()
        counts = {
            role: len(_given(points)) for role, points in answers.items() if weights.get(role)
        }
        groups = {role: counts[role] for role in counts if role in ANONYMOUS_ROLES}
        seen = anonymity.visible(groups, self.cycle_id.anonymity_threshold)
        return {
            "sources": sorted(role for role, count in counts.items() if count),
            "is_withheld": bool(seen.hidden) and not seen.total,
        }

    @api.model
    def _withhold(self, line):
        """Return the values of a line as they are stored. What is withheld is stored nowhere: not
        even a right to all rows, or a copy of the database, shows it."""
        if not line["is_withheld"]:
            return line
        return {**line, "score": 0.0, "has_score": False, "grade_id": False}

    @api.model
    def _is_single_source(self, lines):
        """Whether one source alone decides: the whole, or any dimension that is reviewed."""
        scored = [line for line in lines if line["has_score"]]
        everything = {source for line in scored for source in line["sources"]}
        return len(everything) == 1 or any(
            line["basis"] == "reviewers" and len(line["sources"]) == 1 for line in scored
        )


class RatingSources(models.Model):
    _inherit = "hr.performance.rating"

    is_single_source = fields.Boolean(
        string="Single source",
        readonly=True,
        help="One source alone decides the score, or a dimension that reviewers judge.",
    )
    source_warning = fields.Text(
        compute="_compute_source_warning", help="Where one source alone decides."
    )

    @api.depends("is_single_source", "line_ids.sources")
    @api.depends_context("uid", "lang")
    def _compute_source_warning(self):
        for rating in self:
            # For those who can still ask somebody else.
            alone = rating.is_single_source and not rating.is_mine
            rating.source_warning = alone and rating._describe_single_source()

    def _describe_single_source(self):
        labels = self.line_ids._get_source_labels()
        lines = self.line_ids.filtered(lambda line: line.has_score or line.is_withheld)
        everything = {source for line in lines for source in line.sources or []}
        if len(everything) == 1:
            return self.env._("The whole score rests on: %s", labels[everything.pop()])
        return "\n".join(
            self.env._(
                "%(dimension)s rests on: %(role)s",
                dimension=line.dimension_id.name,
                role=labels[line.sources[0]],
            )
            for line in lines
            if line.basis == "reviewers" and len(line.sources or []) == 1
        )


class RatingLineSources(models.Model):
    _inherit = "hr.performance.rating.line"

    @api.model
    def _get_source_labels(self):
        roles = self.env["hr.performance.review"]._fields["role"]._description_selection(self.env)
        return {**dict(self._fields["basis"]._description_selection(self.env)), **dict(roles)}


def _given(points):
    return [one for one in points if one is not None]
