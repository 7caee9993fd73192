from odoo import fields, models


class TalkNote(models.Model):
    """What the employee wants to say in the feedback talk (F1).

    Nobody else reads it before the employee shares it; then those who lead the person and HR do.
    """

    _name = "hr.performance.talk.note"
    _description = "Employee's note for the feedback talk"
    _inherit = ["hr.performance.talk.sheet.mixin"]

    achieved = fields.Text(string="What went well", help="And what helped.")
    hindered = fields.Text(string="What was difficult", help="And what would have helped.")
    wishes = fields.Text(
        string="What I want to talk about", help="Next steps, support, training, the team."
    )
    shared = fields.Boolean(
        string="My manager may read it",
        help="Until you share it, nobody but you reads this note.",
    )
