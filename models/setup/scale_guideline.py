from odoo import api, models
from odoo.exceptions import ValidationError

from ...rules import distribution

# Tells a grade that its whole scale is being saved and checked. Compared by identity: an object
# cannot come from an RPC context, which only carries JSON.
_SAVING = object()
_PASS = "hr_performance_saving_scale"
_GUIDELINE = {"guideline_kind", "guideline_share", "guideline_share_to", "scale_id", "min_score"}


class ScaleGuideline(models.Model):
    """The guideline of a scale: refused when saved if nobody could keep it (requirement E8)."""

    _inherit = "hr.performance.scale"

    @api.model_create_multi
    def create(self, vals_list):
        scales = super(ScaleGuideline, self.with_context(**{_PASS: _SAVING})).create(vals_list)
        scales = scales.with_env(self.env)
        scales._check_guideline()
        return scales

    def write(self, vals):
        result = super(ScaleGuideline, self.with_context(**{_PASS: _SAVING})).write(vals)
        if "grade_ids" in vals:
            self._check_guideline()
        return result

    def _check_guideline(self):
        """The lines are checked together: while one after the other is written, they may clash.

        A scale is complete when a grade starts at 0; before that it is still being set up.
        """
        for scale in self.filtered(lambda one: 0 in one.grade_ids.mapped("min_score")):
            if fault := distribution.infeasible(scale._as_guideline()):
                raise ValidationError(
                    self.env._(
                        "%(scale)s: the guideline cannot be kept: %(reason)s",
                        scale=scale.name,
                        reason=scale._describe_fault(fault),
                    )
                )

    def _prepare_guideline(self):
        """Return the guideline as plain values, best grade first, to be kept by a session."""
        self.ensure_one()
        return [
            {
                "grade_id": grade.id,
                "kind": grade.guideline_kind,
                "share": grade.guideline_share,
                "share_to": grade.guideline_share_to,
            }
            for grade in self._get_grades()
        ]

    def _as_guideline(self):
        """Return the guideline as `rules/distribution.py` takes it; grades by their id as text."""
        return [
            distribution.Guideline(
                str(line["grade_id"]),
                distribution.Kind(line["kind"]),
                line["share"],
                line["share_to"],
            )
            for line in self._prepare_guideline()
        ]

    @api.model
    def _describe_fault(self, fault):
        """Return the sentence that says what is wrong with a guideline and what to do."""
        faults = distribution.Fault
        sentences = {
            faults.SHARE_OUTSIDE: self.env._("a share lies between 0 and 100 %."),
            faults.RANGE_REVERSED: self.env._(
                "“between” needs the smaller share first and the larger one as “up to”."
            ),
            faults.TOO_MANY: self.env._(
                "the grades together ask for more than all people. Please lower shares that are"
                " “exactly” or “at least”."
            ),
            faults.TOO_FEW: self.env._(
                "the grades together leave people without a place. Please raise shares that are"
                " “exactly” or “at most”, or leave a grade without a guideline."
            ),
        }
        return sentences[fault]


class GradeGuideline(models.Model):
    """A grade that is saved alone is checked with the others of its scale."""

    _inherit = "hr.performance.grade"

    @api.model_create_multi
    def create(self, vals_list):
        grades = super().create(vals_list)
        grades._check_scale_guideline()
        return grades

    def write(self, vals):
        result = super().write(vals)
        if vals.keys() & _GUIDELINE:
            self._check_scale_guideline()
        return result

    def unlink(self):
        scales = self.scale_id
        result = super().unlink()
        if self.env.context.get(_PASS) is not _SAVING:
            scales._check_guideline()
        return result

    def _check_scale_guideline(self):
        if self.env.context.get(_PASS) is not _SAVING:
            self.scale_id._check_guideline()
