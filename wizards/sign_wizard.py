from odoo import api, fields, models


class SignWizard(models.TransientModel):
    """Sign one document: drawn or typed, agreeing or not; or enter a paper signature."""

    _name = "hr.performance.sign.wizard"
    _description = "Sign a document"

    res_model = fields.Selection(
        [
            ("hr.performance.agreement", "Goal Confirmation"),
            ("hr.performance.evaluation", "Evaluation Confirmation"),
        ],
        required=True,
        readonly=True,
    )
    res_id = fields.Many2oneReference(model_field="res_model", required=True, readonly=True)
    document_name = fields.Char(compute="_compute_document", string="Document")
    digest = fields.Char(required=True, readonly=True, help="Of the content that you have seen.")
    on_behalf = fields.Boolean(readonly=True)
    method = fields.Selection(
        [("typed", "Typed"), ("drawn", "Drawn")], string="How", default="typed", required=True
    )
    typed_name = fields.Char(string="Your name")
    name_hint = fields.Char(string="Name to type", compute="_compute_name_hint")
    image = fields.Image(string="Signature", max_width=1024, max_height=512, attachment=False)
    decision = fields.Selection(
        [("agree", "I agree"), ("disagree", "I do not agree")], default="agree", required=True
    )
    asks_decision = fields.Boolean(compute="_compute_document")
    comment = fields.Text()
    proof = fields.Binary(string="Signed paper", attachment=False)
    proof_name = fields.Char()
    proxy_reason = fields.Text(string="Why on paper")

    @api.depends("res_model", "res_id")
    def _compute_document(self):
        for wizard in self:
            wizard.document_name = wizard._get_document().display_name
            wizard.asks_decision = wizard.res_model == "hr.performance.evaluation"

    @api.depends_context("uid")
    def _compute_name_hint(self):
        self.name_hint = self.env._("Type your name: %s", self.env.user.name)

    def _get_document(self):
        document = self.env[self.res_model].browse(self.res_id)
        document.check_access("read")
        return document

    def action_apply(self):
        """Sign in the role that the user has for this document."""
        self.ensure_one()
        document = self._get_document()
        document._sign(self._get_role(document), self.digest, self._prepare_signature_vals())
        return {"type": "ir.actions.act_window_close"}

    def _get_role(self, document):
        if self.on_behalf:
            return "employee"
        awaited = document._get_awaited_roles() & document._get_roles()[document.id]
        return next(iter(sorted(awaited)), "employee")

    def _prepare_signature_vals(self):
        vals = {"decision": self.decision, "comment": self.comment}
        if self.on_behalf:
            return {
                **vals,
                "method": "paper",
                "proof": self.proof,
                "proof_name": self.proof_name,
                "proxy_reason": self.proxy_reason,
            }
        document = self._get_document()
        return {**vals, **document._prepare_handwriting(self.method, self.typed_name, self.image)}
