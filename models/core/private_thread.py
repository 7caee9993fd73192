from odoo import models
from odoo.exceptions import UserError


class PrivateThread(models.AbstractModel):
    """Messages that reach nobody who may not read the record, neither by inbox nor by e-mail.

    Odoo sends a message to every follower and to everybody who is named in it, whatever they may
    read. Here each recipient is asked for the right to read, and unknown addresses get nothing.
    """

    _name = "hr.performance.private.thread.mixin"
    _description = "Messages for readers only"
    _inherit = ["mail.thread"]

    def message_post(self, **kwargs):
        """Whoever is named in a message may read it: only those who may read the record."""
        self._check_named(kwargs.get("partner_ids") or [])
        return super().message_post(**kwargs)

    def _message_compute_author(self, author_id=None, email_from=None):
        """Everybody writes in their own name; only the process says who wrote something."""
        if not self.env.su:
            author_id = email_from = None
        return super()._message_compute_author(author_id=author_id, email_from=email_from)

    def _check_named(self, partner_ids):
        partners_sudo = self.env["res.partner"].sudo().browse(partner_ids)  # to be told who not
        strangers = partners_sudo.filtered(
            lambda partner: not any(self._may_be_told(user.id) for user in partner.user_ids)
        )
        if strangers:
            raise UserError(
                self.env._(
                    "%s may not read this record, so no message about it can go there.",
                    ", ".join(strangers.mapped("name")),
                )
            )

    def _notify_get_recipients(self, message, msg_vals=False, **kwargs):
        recipients = super()._notify_get_recipients(message, msg_vals, **kwargs)
        if not self:
            return recipients
        return [one for one in recipients if self._may_be_told(one.get("uid"))]

    def _may_be_told(self, uid):
        user_sudo = self.env["res.users"].sudo().browse(uid or [])
        if not user_sudo:
            return False
        seen = self.with_user(user_sudo).with_context(allowed_company_ids=user_sudo.company_ids.ids)
        return seen.has_access("read")
