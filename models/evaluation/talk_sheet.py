from odoo import api, fields, models


class TalkSheet(models.AbstractModel):
    """A sheet beside a feedback talk, with its own rules about who reads it (F1)."""

    _name = "hr.performance.talk.sheet.mixin"
    _description = "Sheet of a feedback talk"
    _inherit = ["hr.performance.computed.mixin", "hr.performance.line.mixin"]
    _rec_name = "talk_id"

    talk_id = fields.Many2one(
        "hr.performance.talk", required=True, readonly=True, index=True, ondelete="cascade"
    )
    employee_id = fields.Many2one(
        related="talk_id.employee_id", store=True, index=True, precompute=True
    )
    manager_id = fields.Many2one(
        related="talk_id.manager_id", store=True, index=True, precompute=True
    )
    company_id = fields.Many2one(
        related="talk_id.company_id", store=True, index=True, precompute=True
    )
    is_open = fields.Boolean(string="Open to me", compute="_compute_is_open")

    _talk_unique = models.Constraint("UNIQUE(talk_id)", "This talk has the sheet already.")

    @api.depends("talk_id.state")
    @api.depends_context("uid")
    def _compute_is_open(self):
        """Whether this user writes the sheet now."""
        for sheet in self:
            sheet.is_open = sheet.talk_id.state == "planned" and sheet.has_access("write")

    def write(self, vals):
        """A sheet stays with its talk, and is closed with it."""
        self.check_access("write")
        self.talk_id._check_planned()
        return super().write({key: value for key, value in vals.items() if key != "talk_id"})
