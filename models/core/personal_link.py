import hashlib
import secrets

from odoo import api, fields, models
from odoo.api import SUPERUSER_ID
from odoo.exceptions import AccessError

from ...rules.flows import OFFICER

# 256 bits: nobody finds one by guessing.
_TOKEN_BYTES = 32


class PersonalLink(models.Model):
    """A secret address by which somebody without a login takes part.

    Whoever has the address is the person: so it goes to them and to nobody else, and only its
    SHA-256 is kept. Some code issues a link (`_issue`) and gets the token this once; the page of
    the purpose finds the record by it (`_find`). A link that is revoked, over, or wrong is found
    as little as one that never existed. Links of employees: `personal_link_person.py`.
    """

    _name = "hr.performance.personal.link"
    _description = "Personal link"
    _inherit = ["hr.performance.line.mixin"]
    _order = "id desc"
    _rec_name = "recipient"

    purpose = fields.Selection([("review", "Give a review")], required=True, readonly=True)
    res_model = fields.Char(required=True, readonly=True)
    res_id = fields.Many2oneReference(
        string="Record", model_field="res_model", required=True, readonly=True
    )
    employee_id = fields.Many2one(
        "hr.employee", string="About", required=True, index=True, readonly=True, ondelete="cascade"
    )
    company_id = fields.Many2one("res.company", required=True, index=True, readonly=True)
    recipient = fields.Char(required=True, readonly=True)
    email = fields.Char(readonly=True, groups="hr_performance.group_officer")
    token_hash = fields.Char(required=True, readonly=True, groups=fields.NO_ACCESS)
    sent_on = fields.Date(required=True, readonly=True)
    expires_on = fields.Date(string="Works until", required=True, readonly=True)
    last_used_on = fields.Date(string="Last used", readonly=True)
    revoked_on = fields.Date(string="Revoked", readonly=True)
    status = fields.Selection(
        [("valid", "Valid"), ("expired", "Expired"), ("revoked", "Revoked")],
        compute="_compute_status",
    )

    _token_unique = models.UniqueIndex("(token_hash)")
    _record = models.Index("(res_model, res_id)")

    @api.depends("expires_on", "revoked_on")
    def _compute_status(self):
        for link in self:
            if link.revoked_on:
                link.status = "revoked"
            else:
                today = link.company_id._get_performance_today()
                link.status = "expired" if link.expires_on < today else "valid"

    # For the code of the process

    @api.model
    def _issue(self, record, purpose, recipient, email, expires_on):
        """Make a link to ``record`` and return its token, which is kept nowhere.

        Earlier links of the record go on working until their own end: somebody may still use an
        older e-mail. The caller has decided that the recipient may do what the purpose says.
        """
        vals = {
            "purpose": purpose,
            "res_model": record._name,
            "res_id": record.id,
            "employee_id": record.employee_id.id,
            "company_id": record.company_id.id,
            "recipient": recipient,
            "email": email,
            "sent_on": record.company_id._get_performance_today(),
            "expires_on": expires_on,
        }
        (token,) = self._make([vals]).values()
        return token

    @api.model
    def _make(self, vals_list):
        """Create links and return {link: token}."""
        tokens = [secrets.token_urlsafe(_TOKEN_BYTES) for _vals in vals_list]
        rows = zip(vals_list, tokens, strict=True)
        # Nobody makes links by hand: a step of the process does.
        links_sudo = self.sudo().create(
            [{**vals, "token_hash": self._hash(token)} for vals, token in rows]
        )
        return dict(zip(links_sudo, tokens, strict=True))

    @api.model
    def _find(self, purpose, token):
        """Return the link of this token with the rights of the process, empty if there is none.

        The right token is the decision about access; its use is noted.
        """
        link_sudo = self.sudo().search(
            [("purpose", "=", purpose), ("token_hash", "=", self._hash(token or ""))]
        )
        if not link_sudo._works():
            return link_sudo.browse()
        today = link_sudo.company_id._get_performance_today()
        if link_sudo.last_used_on != today:
            link_sudo.last_used_on = today
        return link_sudo

    def _works(self):
        return self.status == "valid" and bool(self._get_record().exists())

    @api.model
    def _hash(self, token):
        return hashlib.sha256(token.encode(errors="replace")).hexdigest()

    def _get_record(self):
        return self.env[self.res_model].browse(self.res_id) if self else self

    @api.model
    def _revoke(self, record):
        """End all links to these records at once."""
        # Follows from a step of the process, or from action_revoke below.
        links_sudo = self.sudo().search(
            [
                ("res_model", "=", record._name),
                ("res_id", "in", record.ids),
                ("revoked_on", "=", False),
            ]
        )
        links_sudo.write({"revoked_on": fields.Date.context_today(self)})

    @api.model
    def _send(self, subject, body, email, company):
        self._send_all([(subject, body, email, company)])

    @api.model
    def _send_all(self, messages):
        """Send messages that hold a token: nobody of the house reads them in their messages.

        :param messages: tuples of subject, body, address and company
        """
        # Whoever creates or signs a message may read it; the caller's defaults are left out too.
        system = self.env(user=SUPERUSER_ID, context={})
        system["mail.mail"].create(
            [
                {
                    "subject": subject,
                    "body_html": body,
                    "email_to": email,
                    "email_from": company.email_formatted or system.user.email_formatted,
                    "author_id": system.user.partner_id.id,
                    "auto_delete": True,
                    "model": False,
                    "res_id": False,
                }
                for subject, body, email, company in messages
            ]
        )

    # For HR

    def action_revoke(self):
        """End these links; what was entered by them stays."""
        self.check_access("read")
        if not all(link._may_revoke() for link in self):
            raise AccessError(self.env._("Only HR ends a personal link, and not on the own file."))
        for link in self:
            self._revoke(link._get_record())

    def _may_revoke(self):
        return OFFICER in self._get_roles()[self.id]
