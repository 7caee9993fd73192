from odoo import fields, models
from odoo.exceptions import UserError


class CycleGuides(models.Model):
    """A cycle knows the guides that held when it was launched (requirement I2)."""

    _inherit = "hr.performance.cycle"

    guide_version_ids = fields.Many2many(
        "hr.performance.guide.version",
        string="Guides",
        readonly=True,
        copy=False,
        help="The versions in force when the cycle was launched.",
    )

    def _after_launch(self, reason=None):
        result = super()._after_launch(reason=reason)
        for cycle in self:
            versions = self.env["hr.performance.guide"]._get_current_versions(cycle.company_id)
            cycle.write({"guide_version_ids": [fields.Command.set(versions.ids)]})
        return result


class ReviewGuides(models.Model):
    """Managers know the guides before they evaluate, where the company asks for it (I3)."""

    _inherit = "hr.performance.review"

    def _check_submit(self):  # pylint: disable=missing-return
        super()._check_submit()
        self.filtered(
            lambda one: one.role in ("manager", "second") and one.company_id.performance_guide_block
        )._check_guides_known()

    def _check_guides_known(self):
        acknowledgements = self.env["hr.performance.guide.acknowledgement"]
        for reviewer, reviews in self.grouped("reviewer_id").items():
            # Who has no login acknowledges nothing; HR types in what they wrote on paper.
            if not reviewer.user_id:
                continue
            versions = reviews.cycle_id.guide_version_ids.filtered("guide_id.must_acknowledge")
            known = acknowledgements._get_known(versions, reviewer.user_id)
            if missing := versions - known - self._get_replaced(versions, reviewer.user_id):
                raise UserError(
                    self.env._(
                        "Before you evaluate, please read and acknowledge: %s. You find it under"
                        " My performance → Guides.",
                        ", ".join(missing.mapped("display_name")),
                    )
                )

    def _get_replaced(self, versions, user):
        """Versions of which the person has acknowledged the successor in force instead."""
        current = versions.guide_id.current_version_id
        known = self.env["hr.performance.guide.acknowledgement"]._get_known(current, user)
        return versions.filtered(lambda one: one.guide_id in known.guide_id)
