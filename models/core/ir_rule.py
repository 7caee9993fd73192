from odoo import models
from odoo.exceptions import AccessError

from .onchange_guard import OURS


class IrRule(models.Model):
    _inherit = "ir.rule"

    def _make_access_error(self, operation, records):
        """Say what is refused, without the names of the records.

        Odoo puts them into the message for every user in developer mode, which anybody switches
        on in the address. Here a name can be the secret: a grade, or who reviews whom.
        """
        error = super()._make_access_error(operation, records)
        if not records._name.startswith(OURS) or not self.env.user.has_group("base.group_no_one"):
            return error
        plain = AccessError(
            self.env._(
                "You have no right to this record of “%(model)s” (%(name)s, %(operation)s). If you"
                " need it, please ask HR.",
                model=self.env["ir.model"]._get(records._name).name,
                name=records._name,
                operation=operation,
            )
        )
        if hasattr(error, "context"):
            plain.context = error.context
        return plain
