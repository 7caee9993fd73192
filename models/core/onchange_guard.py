from odoo import models

OURS = "hr.performance."


class OnchangeGuard(models.AbstractModel):
    """A form is not asked about records that its user may not read.

    A client sends any link with an unsaved form, also as ``default_*``; what the form shows of the
    record behind it (its name, related and computed fields) is not covered by record rules, because
    nothing is saved. So each link to one of our models that is new in the form has to be readable.
    """

    _inherit = "base"

    def onchange(self, values, field_names, fields_spec):
        if self._name.startswith(OURS):
            asked = {
                name: self.env.context[key]
                for name in self._fields
                if (key := f"default_{name}") in self.env.context
            }
            self._check_asked_links(asked)
            self._check_asked_links(values)
        return super().onchange(values, field_names, fields_spec)

    def _check_asked_links(self, values):
        """Refuse values of a form that lead to what the user may not read."""
        for name, value in values.items():
            field = self._fields.get(name)
            if not (field and value and field.relational):
                continue
            comodel = self.env[field.comodel_name]
            if not comodel._name.startswith(OURS):
                continue
            if field.type == "many2one":
                self._check_asked_link(name, comodel, value)
            elif isinstance(value, (list, tuple)):
                comodel._check_asked_commands(value)

    def _is_asked_of_stranger(self, name, value):
        """Whether this value makes it the form of a person whom the user may not know."""
        return False

    def _check_asked_link(self, name, comodel, value):
        if isinstance(value, dict):
            # A line sends the form that it stands in.
            target = comodel.browse([value["id"]] if isinstance(value.get("id"), int) else [])
            target._check_asked_links({key: one for key, one in value.items() if key != "id"})
        else:
            target = comodel.browse([value] if isinstance(value, int) else [])
        # What the record leads to already is shown anyway, whoever may read it.
        known = self.sudo()[name] if self else comodel  # as said above
        (target - known.sudo(self.env.su)).exists().check_access("read")

    def _check_asked_commands(self, commands):
        """The same for the lines of a form, which come as commands or as plain ids."""
        linked = set()
        for command in commands:
            if isinstance(command, int):
                linked.add(command)
                continue
            kind, key, *rest = command
            if kind in (1, 4) and isinstance(key, int):
                linked.add(key)
            if kind in (0, 1) and rest and rest[0]:
                here = self.browse([key] if kind == 1 and isinstance(key, int) else [])
                here._check_asked_links(rest[0])
            if kind == 6:
                linked |= set(rest[0])
        self.browse(linked).exists().check_access("read")
