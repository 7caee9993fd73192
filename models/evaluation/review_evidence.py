from odoo import api, models
from odoo.exceptions import UserError

REVIEW = "hr.performance.review"


class ReviewEvidence(models.Model):
    _inherit = "ir.attachment"

    @api.model
    def _get_evidence_models(self):
        return [*super()._get_evidence_models(), REVIEW]


class ReviewFiles(models.Model):
    """The files of a review close with its words (E1, G4)."""

    _inherit = REVIEW

    def _check_open(self):
        """Refuse to change what a given review rests on."""
        for review_sudo in self.sudo():  # a fact, whatever the asker may read
            if review_sudo.state != "pending":
                raise UserError(
                    self.env._(
                        "%s is submitted and cannot change any more.", review_sudo.display_name
                    )
                )
