import base64
import io

import qrcode

from odoo import api, models


class _Sheets(list):
    """Sheets that were made here: what comes with a request is never one of these."""


class PersonalLinkSheets(models.AbstractModel):
    """Sheets with the QR code of a personal link, one page a person, to hand out (G7).

    The code is drawn here and not fetched from `/report/barcode`: that address would carry the
    secret through the log of the web server.
    """

    _name = "report.hr_performance.personal_link_sheets"
    _inherit = ["hr.performance.form.mixin"]
    _description = "Sheets with personal links, printed"

    @api.model
    def _print(self, addresses):
        """Return the PDF.

        :param addresses: {link: secret address}, of links that the caller has just given
        """
        report = self.env["ir.actions.report"]
        sheets = _Sheets(self._prepare_sheet(link, url) for link, url in addresses.items())
        pdf, _kind = report._render_qweb_pdf(
            "hr_performance.personal_link_report",
            [link.employee_id.id for link in addresses],
            data={"forms": sheets},
        )
        return pdf

    @api.model
    def _get_report_values(self, docids, data=None):
        """Anybody may ask for a report by its name, and send data along: there is no sheet then.

        Otherwise they print, in our name, a code that leads to them, and the server fetches what
        they name as its picture.
        """
        forms = (data or {}).get("forms")
        made_here = forms if isinstance(forms, _Sheets) else []
        return {"doc_ids": docids, "docs": [], "forms": made_here}

    @api.model
    def _prepare_sheet(self, link, url):
        lang = link.employee_id._get_performance_lang()
        form = self.with_context(lang=lang)
        return {
            "lang": lang,
            "title": form.env._("Your personal link"),
            "company": link.company_id.name,
            "person": [
                (form.env._("Employee"), link.recipient),
                (form.env._("Works until"), form._date(link.expires_on)),
            ],
            "question": form._label(link._name, "question", link.question),
            "code": self._draw(url),
        }

    @api.model
    def _draw(self, url):
        """Return the QR code as the source of an image."""
        image = qrcode.make(url, border=2, box_size=8)
        stream = io.BytesIO()
        image.save(stream, format="PNG")
        return f"data:image/png;base64,{base64.b64encode(stream.getvalue()).decode()}"
