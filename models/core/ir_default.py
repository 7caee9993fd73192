from odoo import api, models

from .onchange_guard import OURS


class IrDefault(models.Model):
    _inherit = "ir.default"

    @api.model
    def _get_model_defaults(self, model_name, condition=False):
        """Leave out what a user may not give to a record by a default of their own.

        Everybody may save defaults for any field of any model, and they count as given by
        nobody: so they would write a state, a figure or a name that only the process writes, and
        fill in a link without asking whether its user reads what it leads to.
        """
        defaults = super()._get_model_defaults(model_name, condition)
        if not (defaults and model_name.startswith(OURS)):
            return defaults
        if self.env.su:
            return {}  # the process says itself what it creates
        model = self.env[model_name]
        return {
            name: value for name, value in defaults.items() if self._may_default(model, name, value)
        }

    @api.model
    def _may_default(self, model, name, value):
        field = model._fields.get(name)
        if not field or field.readonly or name in getattr(model, "_protected_fields", ()):
            return False
        if field.relational and field.comodel_name.startswith(OURS):
            ids = value if isinstance(value, list) else [value]
            linked = model.env[field.comodel_name].browse(one for one in ids if one).exists()
            return linked == linked._filtered_access("read")
        return not model._is_asked_of_stranger(name, value)
