from odoo import api, fields, models
from odoo.fields import Domain

from .evaluation_leading import RUNNING


class ReviewCarried(models.Model):
    """The part of a manager who led the person for a time only (requirement G2).

    It is asked for at the change, also before the evaluation starts, and stays.
    """

    _inherit = "hr.performance.review"

    is_carried = fields.Boolean(
        string="Part of a former manager",
        readonly=True,
        copy=False,
        help="Counts by the days for which this manager led the person.",
    )

    part_due = fields.Date(
        string="Own part until",
        readonly=True,
        copy=False,
        help="A former manager is asked at the change, so the part is due long before the others.",
    )

    @api.depends("is_carried", "part_due")
    def _compute_date_due(self):
        result = super()._compute_date_due()
        for review in self.filtered(lambda one: one.is_carried and one.part_due):
            review.date_due = review.part_due
        return result

    def _is_open(self):
        return super()._is_open() or (self.is_carried and self.evaluation_id.state in RUNNING)

    def _can_be_asked(self):
        return super()._can_be_asked() or self._is_open()

    @api.model
    def _get_owed_domain(self):
        carried = Domain("is_carried", "=", True) & Domain("state", "=", "pending")
        carried &= Domain("evaluation_id.state", "in", RUNNING)
        return super()._get_owed_domain() | carried

    def _get_deciding(self):
        """The present manager's review alone tells that the manager has judged."""
        return super()._get_deciding().filtered(lambda one: not one.is_carried)
