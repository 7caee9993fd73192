from odoo import api, fields, models
from odoo.exceptions import AccessError


class FeedbackText(models.Model):
    """What is said in a feedback, apart from its envelope, so that its rules keep it (C6).

    Its giver reads it; the receiver once they opened it; those above the receiver only then and
    only if the giver wants it. HR has no rule here.
    """

    _name = "hr.performance.feedback.text"
    _description = "Text of a feedback"
    _inherit = ["hr.performance.computed.mixin"]
    _rec_name = "feedback_id"

    feedback_id = fields.Many2one(
        "hr.performance.feedback", required=True, readonly=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="feedback_id.company_id", store=True, index=True)
    text = fields.Text(required=True)

    _feedback_unique = models.Constraint(
        "UNIQUE(feedback_id)", "The text of this feedback exists already."
    )

    @api.model_create_multi
    def create(self, vals_list):
        texts = super().create(vals_list)
        texts._check_open()
        return texts

    def write(self, vals):
        self.check_access("write")
        self._check_open()
        return super().write({"text": vals["text"]} if "text" in vals else {})

    def _check_open(self):
        for text in self:
            if not text.feedback_id._may_word():
                raise AccessError(
                    self.env._(
                        "%s: only the giver writes it, and only until it is given.",
                        text.feedback_id.display_name,
                    )
                )
