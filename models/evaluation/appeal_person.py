from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools.mimetypes import guess_mimetype

FILES = 5
LARGEST = 10 * 1024 * 1024
TYPES = ("application/pdf", "image/jpeg", "image/png", "image/webp")


class AppealPerson(models.Model):
    """An appeal as a page of somebody without a user sends it (A1, G7)."""

    _inherit = "hr.performance.appeal"

    @api.model
    def _file_by_page(self, evaluation, values, uploaded):
        """File it; whether it may be filed is checked as for a user.

        :param values: grounds, explanation and subject (``goal_<id>``, ``dimension_<id>`` or
            nothing), as they were sent
        :param uploaded: pairs of file name and content
        """
        evaluation._check_appeal_possible()  # before anything is kept
        kind, _sep, number = (values.get("subject") or "").partition("_")
        grounds = dict(self._fields["grounds"].selection)
        vals = {
            "grounds": values.get("grounds") in grounds and values["grounds"],
            "explanation": self._check_explanation(values.get("explanation") or ""),
        }
        if kind in ("goal", "dimension") and number.isdecimal():
            vals[f"{kind}_id"] = int(number)
        return self._file(evaluation, vals, self._upload(uploaded))

    @api.model
    def _check_explanation(self, text):
        return self.env["hr.performance.review"]._check_length(text)

    @api.model
    def _upload(self, uploaded):
        """Return the photos and documents as files of whoever acts."""
        if len(uploaded) > FILES:
            raise UserError(self.env._("Please attach not more than %s files.", FILES))
        for name, content in uploaded:
            if len(content) > LARGEST or guess_mimetype(content) not in TYPES:
                raise UserError(
                    self.env._(
                        "“%s” cannot be attached: please send a photo or a PDF of at most 10 MB.",
                        name,
                    )
                )
        return self.env["ir.attachment"].create(
            [{"name": name, "raw": content} for name, content in uploaded]
        )
