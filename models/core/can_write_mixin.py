from odoo import api, fields, models


class CanWriteMixin(models.AbstractModel):
    """Records that more people read than write: forms are read-only where a save is refused."""

    _name = "hr.performance.can.write.mixin"
    _description = "Record that more people read than write"

    can_write = fields.Boolean(string="I may change it", compute="_compute_can_write")

    @api.depends_context("uid")
    def _compute_can_write(self):
        writable = self._origin._filtered_access("write")
        for record in self:
            record.can_write = not record._origin or record._origin in writable
