from odoo import fields, models


class Signature(models.Model):
    """One signature on one document: who, on behalf of whom, when, on which content.

    ``digest`` is the SHA-256 of the canonical content that was signed (``rules/digest.py``).
    Rows are append-only; whether a signature still counts is derived by comparing its digest with
    that of the document.
    """

    _name = "hr.performance.signature"
    _description = "Signature"
    _inherit = ["hr.performance.append.only.mixin", "hr.performance.line.mixin"]
    _order = "id"
    _rec_name = "signer_name"

    res_model = fields.Char(string="Document type", required=True, index=True)
    res_id = fields.Many2oneReference(
        string="Document", model_field="res_model", required=True, index=True
    )
    document_name = fields.Char(required=True)
    employee_id = fields.Many2one(
        "hr.employee", required=True, index=True, ondelete="restrict", help="Whom it is about."
    )
    company_id = fields.Many2one("res.company", required=True, index=True, ondelete="restrict")
    role = fields.Selection(
        [("employee", "Employee"), ("manager", "Manager"), ("hr", "HR")], required=True
    )
    signer_id = fields.Many2one(
        "res.users", index=True, ondelete="restrict", help="Empty: signed by personal link."
    )
    link_id = fields.Many2one(
        "hr.performance.personal.link",
        string="By personal link",
        index="btree_not_null",
        ondelete="restrict",
    )
    signer_name = fields.Char(required=True)
    on_behalf_id = fields.Many2one("hr.employee", ondelete="restrict")
    on_behalf_name = fields.Char()
    proxy_reason = fields.Text()
    proof = fields.Binary(string="Signed paper", attachment=False)
    proof_name = fields.Char(string="File name")
    method = fields.Selection(
        [("drawn", "Drawn"), ("typed", "Typed"), ("paper", "On paper")], required=True
    )
    image = fields.Binary(attachment=False)
    decision = fields.Selection(
        [("agree", "Agrees"), ("disagree", "Does not agree")], required=True, default="agree"
    )
    comment = fields.Text()
    digest = fields.Char(string="SHA-256 of the content", required=True)
    signed_at = fields.Datetime(required=True)

    _one_signer = models.Constraint(
        "CHECK((signer_id IS NULL) <> (link_id IS NULL))",
        "Somebody signs as a user, or by a personal link.",
    )
