from odoo import fields, models
from odoo.tools import split_every

from .evaluation_coaching import LIVE_STATES

PORTION = 1000


class CycleSignals(models.Model):
    """The signals of a cycle's goals: judged every night, and no more when it stops running."""

    _inherit = "hr.performance.cycle"

    watched_on = fields.Date(
        string="Goals judged on",
        readonly=True,
        copy=False,
        help="The day on which all its goals were judged last.",
    )
    watched_to = fields.Integer(
        string="Goals judged up to",
        readonly=True,
        copy=False,
        help="Where a nightly pass that was interrupted goes on.",
    )

    def _after_evaluate(self, reason=None):
        self._end_warnings()

    def _after_cancel(self, reason=None):  # pylint: disable=missing-return
        super()._after_cancel(reason=reason)
        self._end_warnings()

    def _refresh_talks(self):
        """Bring all expected talks of these cycles up to date, portion by portion, and count."""
        slots = self.env["hr.performance.coaching.slot"]
        found = self.env["hr.performance.evaluation"].search(
            [("cycle_id", "in", self.ids), ("state", "in", LIVE_STATES)], order="id"
        )
        for ids in split_every(PORTION, found.ids):
            slots._bring_up_to_date(found.browse(ids))
            # What a portion has read is not needed any more: the memory must not grow with it.
            self.env.flush_all()
            self.env.invalidate_all()
        self.env["hr.performance.coaching.coverage"]._refresh(self)

    def _end_warnings(self):
        """In the background: a cycle may have many goals."""
        self.env.ref("hr_performance.cron_risk")._trigger()
