from odoo import fields, models


class AppealPart(models.AbstractModel):
    """What belongs to one appeal but is read by others than the appeal itself.

    The related fields read as superuser: this much of the appeal is for every reader of the part.
    """

    _name = "hr.performance.appeal.part.mixin"
    _description = "Part of an appeal"
    _inherit = ["hr.performance.computed.mixin"]
    _order = "id desc"

    appeal_id = fields.Many2one(
        "hr.performance.appeal", required=True, readonly=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one(related="appeal_id.company_id", store=True, index=True)
    employee_id = fields.Many2one(related="appeal_id.employee_id", store=True, index=True)
    cycle_id = fields.Many2one(related="appeal_id.cycle_id", store=True, index=True)
    appeal_state = fields.Selection(related="appeal_id.state", string="State of the appeal")
    filed_at = fields.Datetime(related="appeal_id.filed_at")
    due = fields.Date(related="appeal_id.due")
    appealed_grade = fields.Char(related="appeal_id.appealed_grade")
