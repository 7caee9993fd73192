from werkzeug.exceptions import NotFound

from odoo import http
from odoo.http import content_disposition, request


class PersonalLinkSheets(http.Controller):
    @http.route("/hr_performance/personal_link/sheets/<int:wizard_id>", type="http", auth="user")
    def sheets(self, wizard_id, **_params):
        """Return the sheets that somebody has just ordered in the dialog, once.

        The address alone does nothing: the dialog belongs to its user, and is used up by this.
        """
        wizard = request.env["hr.performance.personal.link.wizard"].browse(wizard_id).exists()
        if not wizard:
            raise NotFound
        pdf = wizard._print_sheets()
        name = content_disposition(f"{request.env._('Personal links')}.pdf", "inline")
        headers = {
            "Content-Type": "application/pdf",
            "Content-Disposition": name,
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        }
        return request.make_response(pdf, list(headers.items()))
