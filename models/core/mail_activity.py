from odoo import models

from .onchange_guard import OURS


class MailActivity(models.Model):
    _inherit = "mail.activity"

    def write(self, vals):
        """A to-do shows the name of its record: it is moved only to what its user reads."""
        result = super().write(vals)
        if {"res_model", "res_model_id", "res_id"} & vals.keys() and not self.env.su:
            for activity in self.filtered(lambda one: (one.res_model or "").startswith(OURS)):
                self.env[activity.res_model].browse(activity.res_id).check_access("read")
        return result
