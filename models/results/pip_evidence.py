from odoo import api, models


class PipEvidence(models.Model):
    _inherit = "ir.attachment"

    @api.model
    def _get_evidence_models(self):
        return [*super()._get_evidence_models(), "hr.performance.pip.standard"]
