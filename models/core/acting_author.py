from odoo import models

from .acting import get_acting_person


class ActingAuthor(models.AbstractModel):
    """What somebody does by a personal link stands under their name, where they are a contact."""

    _inherit = "mail.thread"

    def _message_compute_author(self, author_id=None, email_from=None):
        person = get_acting_person(self.env)
        if person and author_id is None and not email_from:
            # The name of the person who acts; nothing else is read.
            author_id = self.env["hr.employee"].sudo().browse(person).work_contact_id.id or None
        return super()._message_compute_author(author_id, email_from)
