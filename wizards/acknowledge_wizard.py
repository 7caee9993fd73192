from odoo import fields, models


class AcknowledgeWizard(models.TransientModel):
    """The employee acknowledges a coaching record, with a comment if they like."""

    _name = "hr.performance.acknowledge.wizard"
    _description = "Acknowledge a coaching record"
    _inherit = ["hr.performance.link.mixin"]
    _checked_links = {"coaching_id": "read"}

    coaching_id = fields.Many2one("hr.performance.coaching", required=True, readonly=True)
    comment = fields.Text(help="Stands in the record, and your manager reads it.")

    def action_apply(self):
        self.ensure_one()
        self.coaching_id.action_acknowledge(self.comment)
        return {"type": "ir.actions.act_window_close"}
