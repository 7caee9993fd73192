from odoo import fields, models


class PipExtension(models.Model):
    """A plan was given more time: until when, why, by whom. Kept for good."""

    _name = "hr.performance.pip.extension"
    _description = "Extension of an improvement plan"
    _inherit = ["hr.performance.append.only.mixin"]
    _order = "id"
    _rec_name = "date_to"

    pip_id = fields.Many2one("hr.performance.pip", required=True, index=True, ondelete="restrict")
    company_id = fields.Many2one("res.company", required=True, index=True, ondelete="restrict")
    date_from = fields.Date(string="Was to end on", required=True)
    date_to = fields.Date(string="Ends on", required=True)
    reason = fields.Text(required=True)
    user_id = fields.Many2one("res.users", string="By", required=True, ondelete="restrict")
    extended_at = fields.Datetime(string="On", required=True)
