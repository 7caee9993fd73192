from odoo import api, fields, models


class PreviewMixin(models.AbstractModel):
    """A dialog that first lists everyone concerned: who is in, and why the others are not.

    An heir declares ``line_ids`` with ``included`` and ``obstacle``, and fills them in
    ``action_preview``.
    """

    _name = "hr.performance.preview.mixin"
    _description = "Dialog with a preview of people"

    included_count = fields.Integer(compute="_compute_counts")
    excluded_count = fields.Integer(compute="_compute_counts")

    @api.depends("line_ids.included")
    def _compute_counts(self):
        for wizard in self:
            wizard.included_count = len(wizard.line_ids.filtered("included"))
            wizard.excluded_count = len(wizard.line_ids) - wizard.included_count

    def action_preview(self):
        """List everyone concerned, and show the dialog again."""
        raise NotImplementedError

    def _get_chosen(self):
        """Lines that are ticked and have no obstacle; the list is made if nobody looked at it."""
        self.ensure_one()
        if not self.line_ids:
            self.action_preview()
        return self.line_ids.filtered(lambda line: line.included and not line.obstacle)

    def _reopen(self, title):
        """Show this dialog again, with what it found."""
        return {
            "type": "ir.actions.act_window",
            "name": title,
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
        }
