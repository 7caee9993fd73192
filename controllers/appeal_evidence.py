from werkzeug.exceptions import NotFound

from odoo import http
from odoo.http import request


class AppealEvidence(http.Controller):
    @http.route(
        "/hr_performance/appeal/<int:file_id>/evidence/<int:document_id>", type="http", auth="user"
    )
    def appeal_evidence(self, file_id, document_id, **_params):
        """Return a document that proves a figure, to whoever reads the file of the appeal."""
        file = request.env["hr.performance.appeal.file"].browse(file_id).exists()
        document_sudo = file and file._get_evidence(document_id)  # decided there
        if not document_sudo:
            raise NotFound
        stream = request.env["ir.binary"]._get_stream_from(document_sudo)
        return stream.get_response(as_attachment=True)
