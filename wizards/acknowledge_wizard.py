from odoo import fields, models


class AcknowledgeWizard(models.TransientModel):
    """The employee acknowledges a document about them, with a comment if they like."""

    _name = "hr.performance.acknowledge.wizard"
    _description = "Acknowledge a document"
    _inherit = ["hr.performance.link.mixin"]
    _checked_links = {"coaching_id": "read", "pip_id": "read", "talk_id": "read"}

    coaching_id = fields.Many2one("hr.performance.coaching", readonly=True)
    pip_id = fields.Many2one("hr.performance.pip", readonly=True)
    talk_id = fields.Many2one("hr.performance.talk", readonly=True)
    comment = fields.Text(help="Stands in the document, and your manager reads it.")

    def action_apply(self):
        self.ensure_one()
        (self.coaching_id or self.pip_id or self.talk_id).action_acknowledge(self.comment)
        return {"type": "ir.actions.act_window_close"}
