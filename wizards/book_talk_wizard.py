from datetime import datetime, time, timedelta

import pytz

from odoo import api, fields, models

MORNING = time(10)


class BookTalkWizard(models.TransientModel):
    """Put one planned talk into the calendars of those who take part."""

    _name = "hr.performance.book.talk.wizard"
    _description = "Book the meeting"
    _inherit = ["hr.performance.link.mixin"]
    _checked_links = {"coaching_id": "write"}

    coaching_id = fields.Many2one(
        "hr.performance.coaching", string="Talk", required=True, readonly=True, ondelete="cascade"
    )
    start = fields.Datetime(
        compute="_compute_start", store=True, readonly=False, required=True, precompute=True
    )

    @api.depends("coaching_id")
    def _compute_start(self):
        """At ten on the planned day, or tomorrow where that is over."""
        zone = pytz.timezone(self.env.user.tz or "UTC")
        tomorrow = fields.Date.context_today(self) + timedelta(days=1)
        for wizard in self:
            day = max(wizard.coaching_id.date or tomorrow, tomorrow)
            local = zone.localize(datetime.combine(day, MORNING))
            wizard.start = local.astimezone(pytz.utc).replace(tzinfo=None)

    def action_apply(self):
        self.ensure_one()
        self.coaching_id._book(self.start)
        return {"type": "ir.actions.act_window_close"}
