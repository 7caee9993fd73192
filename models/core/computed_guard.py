from odoo import api, models
from odoo.exceptions import AccessError


class ComputedGuard(models.AbstractModel):
    """Stored figures that are computed stay computed: no caller writes them.

    Odoo makes such fields read-only in the client, and lets everyone with write access to the
    record overwrite them by RPC, by import, or through ``default_*`` in the context.
    """

    _name = "hr.performance.computed.mixin"
    _description = "Computed figures that nobody writes"

    @api.model
    def _get_computed_names(self):
        return {
            name
            for name, field in self._fields.items()
            if field.store and field.compute and field.readonly
        }

    @api.model_create_multi
    def create(self, vals_list):
        names = self._get_computed_names()
        for vals in vals_list:
            self._refuse_computed(names & vals.keys())
        forged = {f"default_{name}" for name in names} & self.env.context.keys()
        plain = self.with_context(  # pylint: disable=context-overridden
            {key: value for key, value in self.env.context.items() if key not in forged}
        )
        return super(ComputedGuard, plain).create(vals_list)

    def write(self, vals):
        self._refuse_computed(self._get_computed_names() & vals.keys())
        return super().write(vals)

    @api.model
    def _refuse_computed(self, names):
        if names:
            labels = [self._fields[name]._description_string(self.env) for name in sorted(names)]
            raise AccessError(
                self.env._(
                    "“%(fields)s” of %(model)s is computed and cannot be written.",
                    fields=", ".join(labels),
                    model=self.env["ir.model"]._get(self._name).name,
                )
            )
