from odoo import api, models


class VersionComparison(models.AbstractModel):
    """Two versions side by side on paper, in the language of whoever prints them (P8)."""

    _name = "report.hr_performance.version_comparison_document"
    _inherit = ["hr.performance.form.mixin"]
    _description = "Versions side by side, printed"

    _form_model = "hr.performance.compare.wizard"

    @api.model
    def _get_report_values(self, docids, data=None):
        """No official form of one document: the dialog shows what its user may read."""
        wizards = self.env[self._form_model].browse(docids)
        wizards.check_access("read")
        return {"doc_ids": docids, "doc_model": self._form_model, "docs": wizards}
