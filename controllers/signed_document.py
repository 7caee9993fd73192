from werkzeug.exceptions import NotFound

from odoo import http
from odoo.http import content_disposition, request

from ..models.core.signoff_mixin import SIGNED_MODELS


class SignedDocument(http.Controller):
    @http.route("/hr_performance/signed/<string:model>/<int:document_id>", type="http", auth="user")
    def signed_document(self, model, document_id, **_params):
        """Return the frozen PDF of a signed document after its SHA-256 was verified."""
        if model not in SIGNED_MODELS:
            raise NotFound
        document = request.env[model].browse(document_id).exists()
        if not document:
            raise NotFound
        pdf = document._get_verified_pdf()
        headers = [
            ("Content-Type", "application/pdf"),
            ("Content-Length", len(pdf)),
            ("Content-Disposition", content_disposition(f"{document.display_name}.pdf", "inline")),
            ("X-Content-Type-Options", "nosniff"),
        ]
        return request.make_response(pdf, headers)
