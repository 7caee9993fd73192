from odoo import fields, models


class PersonalLinkUse(models.Model):
    """What was done by a personal link, and when; kept for good (requirements G4, G7)."""

    _name = "hr.performance.personal.link.use"
    _description = "Use of a personal link"
    _inherit = ["hr.performance.append.only.mixin", "hr.performance.line.mixin"]
    _order = "id desc"
    _rec_name = "what"

    link_id = fields.Many2one(
        "hr.performance.personal.link", required=True, index=True, ondelete="restrict"
    )
    employee_id = fields.Many2one("hr.employee", required=True, index=True, ondelete="restrict")
    company_id = fields.Many2one("res.company", required=True, index=True, ondelete="restrict")
    used_at = fields.Datetime(string="When", required=True)
    what = fields.Selection(
        [
            ("opened", "Opened"),
            ("wrong", "Wrong answer"),
            ("locked", "Locked after wrong answers"),
            ("words", "Own words about goals"),
            ("submitted", "Goals put up for signing"),
            ("sent_back", "Goals sent back"),
            ("signed", "Goals signed"),
            ("report_saved", "Self-evaluation saved"),
            ("report_submitted", "Self-evaluation submitted"),
            ("answered", "Result answered"),
            ("appealed", "Appeal filed"),
            ("withdrawn", "Appeal withdrawn"),
            ("acknowledged", "Talk acknowledged"),
            ("printed", "Signed form read"),
        ],
        required=True,
    )
    document = fields.Char()
