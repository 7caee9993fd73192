from odoo import models

from ...rules import anonymity
from ...rules.numbers import average, half_up
from ..setup.template_role import ANONYMOUS_ROLES


class ReviewVoices(models.Model):
    """The reviews of one role as one voice."""

    _inherit = "hr.performance.review"

    def _has_voice(self):
        """Whether a review says anything; one that only “cannot judge” hides nobody."""
        self.ensure_one()
        said = [self.summary, *self.line_ids.mapped("comment")]
        points = [line._get_points() for line in self.line_ids]
        return any((text or "").strip() for text in said) or any(one is not None for one in points)

    def _prepare_group(self, shown, named):
        """Return the reviews of one role as one voice, see `_get_voices`."""
        role = self[0].role
        known = role not in ANONYMOUS_ROLES
        labels = dict(self._fields["role"]._description_selection(self.env))
        group = {
            "role": role,
            "label": labels[role],
            "anonymous": not known,
            "shown": shown,
            "count": None,
            "names": [],
            "comments": [],
            "lines": [],
        }
        if shown:
            least = 1 if known or named else self[0].cycle_id.anonymity_threshold
            shares = self.evaluation_id._get_review_shares() if role == "manager" else {}
            group |= {
                "count": len(self.filtered(lambda one: one._has_voice())),
                "names": sorted(map(_name, self)) if known or named else [],
                "comments": _mixed(self.mapped("summary")),
                "lines": [
                    _prepare_line(dimension, lines, least, shares)
                    for dimension, lines in self.line_ids.filtered("dimension_id")
                    .grouped("dimension_id")
                    .items()
                ],
            }
        return group


def _prepare_line(dimension, lines, least, shares):
    points = [
        (shares.get(line.review_id.id, 1), one)
        for line in lines
        if (one := line._get_points()) is not None
    ]
    mean = average(points) if len(points) >= least else None
    return {
        "dimension_id": dimension.id,
        "points": None if mean is None else half_up(mean, 2),
        "count": len(points) if mean is not None else None,
        "comments": _mixed(lines.mapped("comment")),
    }


def _name(review):
    return review.reviewer_id.name or review.external_id.external_name


def _mixed(texts):
    return list(anonymity.mixed(text.strip() for text in texts if (text or "").strip()))
