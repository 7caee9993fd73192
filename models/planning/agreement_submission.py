from odoo import models


class AgreementSubmission(models.Model):
    """What must be there before goals are put up for signing (requirement P6)."""

    _inherit = "hr.performance.agreement"

    def _get_submission_problems(self):
        return super()._get_submission_problems() + self.goal_ids._get_participation_problems()
