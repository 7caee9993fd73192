from odoo import api, models
from odoo.exceptions import AccessError

from .onchange_guard import OURS

# What a message says, who says it, and about what.
_SAID = {
    "body", "subject", "author_id", "author_guest_id", "email_from", "date", "message_type",
    "subtype_id", "is_internal", "parent_id", "record_name", "tracking_value_ids",
    "attachment_ids",
}  # fmt: skip
_PLACE = {"model", "res_id"}


class MailMessage(models.Model):
    """The history of our records: who decided and said what stays as it was (requirement G4).

    In Odoo whoever writes a record may delete its messages, whoever is named in a message may
    rewrite it, and anybody may write in the name of anybody.
    """

    _inherit = "mail.message"

    @api.model_create_multi
    def create(self, vals_list):
        messages = super().create(vals_list)
        if not self.env.su:
            for message in messages.filtered(lambda one: one._is_ours(one.model)):
                if message.author_id != self.env.user.partner_id:
                    raise AccessError(
                        self.env._("A message is written in one's own name, not in another's.")
                    )
        return messages

    def write(self, vals):
        if not self.env.su:
            if _SAID & vals.keys():
                self._check_kept()
            if _PLACE & vals.keys():
                self._check_stays(vals)
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_history(self):
        if not self.env.su:
            self._check_kept()

    @api.model
    def _is_ours(self, model):
        return (model or "").startswith(OURS)

    def _check_kept(self):
        """A comment is its author's; what the process noted is nobody's to change."""
        for message_sudo in self.sudo():  # a fact, whatever the asker may read
            own = message_sudo.author_id == self.env.user.partner_id
            comment = message_sudo.message_type == "comment" and not message_sudo.tracking_value_ids
            if self._is_ours(message_sudo.model) and not (own and comment):
                raise AccessError(
                    self.env._(
                        "The history of a record is kept. Only comments can be changed or deleted,"
                        " by whoever wrote them."
                    )
                )

    def _check_stays(self, vals):
        places = [vals.get("model"), *self.sudo().mapped("model")]  # a fact, as above
        if any(self._is_ours(model) for model in places):
            raise AccessError(self.env._("A message stays with its record."))
