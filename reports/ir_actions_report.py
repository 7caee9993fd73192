from odoo import models


class IrActionsReport(models.Model):
    _inherit = "ir.actions.report"

    def _get_layout(self):
        """The official forms carry their whole style in the page.

        Odoo's layout fetches its style over HTTP while the PDF is made. A signed form is rendered
        once, often by a background job: it must look right also where the job cannot reach the
        web server.
        """
        report_model = self.env.get(f"report.{self[:1].report_name}")
        if isinstance(report_model, self.env.registry["hr.performance.form.mixin"]):
            return self.env.ref("hr_performance.form_page_layout")
        return super()._get_layout()
