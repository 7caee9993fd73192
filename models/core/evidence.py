from odoo import api, models
from odoo.fields import Domain

MEASUREMENT = "hr.performance.measurement"


class Evidence(models.Model):
    """Files that prove a measured value close with it: a result rests on them (C4, G4)."""

    _inherit = "ir.attachment"

    @api.model_create_multi
    def create(self, vals_list):
        files = super().create(vals_list)
        files._check_evidence_open()
        return files

    def write(self, vals):
        self._check_evidence_open()
        result = super().write(vals)
        if {"res_model", "res_id"} & vals.keys():
            self._check_evidence_open()  # nor is a file added by moving it there
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_evidence(self):
        self._check_evidence_open()

    def _check_evidence_open(self):
        if self.env.su or not self:
            return
        hung = self.filtered(lambda one: one.res_model == MEASUREMENT and one.res_id)
        proves = Domain("evidence_ids", "in", self.ids) | Domain("id", "in", hung.mapped("res_id"))
        # Whether a value is closed must not depend on what the asker may read.
        self.env[MEASUREMENT].sudo().search(proves).sudo(False)._check_open()
