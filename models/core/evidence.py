from odoo import api, models
from odoo.fields import Domain


class Evidence(models.Model):
    """Files that prove something close with it: a result rests on them (C4, E1, G4).

    Each model with ``evidence_ids`` joins by `_get_evidence_models`, and says in `_check_open` when
    its records are closed.
    """

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

    def _delete_and_notify(self, message=None):
        """The address by which messages delete their files works with all rights: ask first."""
        self.sudo(False)._check_evidence_open()
        return super()._delete_and_notify(message)

    @api.model
    def _get_evidence_models(self):
        return []

    def _check_evidence_open(self):
        if self.env.su or not self:
            return
        files_sudo = self.sudo()  # whether something is closed depends on no right to read
        for name in self._get_evidence_models():
            hung = files_sudo.filtered(lambda one, name=name: one.res_model == name and one.res_id)
            ids = hung.mapped("res_id")
            proves = Domain("evidence_ids", "in", self.ids) | Domain("id", "in", ids)
            # As above; what is refused then is refused to the asker.
            self.env[name].sudo().search(proves).sudo(False)._check_open()
