from odoo import models


class AppealEvidence(models.Model):
    """The files behind the figures of an appeal: opened by the file, and nowhere else (A2)."""

    _inherit = "hr.performance.appeal.file"

    def _get_evidence(self, document_id):
        """Return the attachment if it proves a figure that this file shows, else an empty one.

        Whoever reads the file reads these documents, and nothing else of goals and measurements.
        """
        self.ensure_one()
        self.check_access("read")
        content = self._get_content() or {}
        values = [value for goal in content.get("goals", ()) for value in goal["values"]]
        values += content.get("indicators", ())
        shown = {one["id"] for value in values for one in value["evidence"]}
        # The file names the document: that is the decision. Only what was uploaded for a figure.
        document_sudo = (
            self.env["ir.attachment"].sudo().browse(document_id if document_id in shown else [])
        )
        return document_sudo.exists().filtered(
            lambda one: one.res_model == "hr.performance.measurement"
        )
