from odoo import api, models


class LinkGuard(models.AbstractModel):
    """Links lead only to what the user may read, or change where that follows from the link.

    A link shows the name of what it leads to, whoever may read that; and constraints, which run
    before the record rules do, name it in their sentences. So the right to a link is checked
    before anything else.
    """

    _name = "hr.performance.link.mixin"
    _description = "Links to what the user may read"

    _checked_links = {}  # {name of a many2one: "read" or "write"}

    @api.model_create_multi
    def create(self, vals_list):
        defaults = {name: self.env.context.get(f"default_{name}") for name in self._checked_links}
        self._check_new_links([{**defaults, **vals} for vals in vals_list])
        records = super().create(vals_list)
        for name, right in self._checked_links.items():
            # Also links that were proposed or computed; the right is that of the user.
            records.sudo()[name].sudo(self.env.su).check_access(right)
        return records

    def write(self, vals):
        self._check_new_links([vals])
        return super().write(vals)

    @api.model
    def _check_new_links(self, vals_list):
        for name, right in self._checked_links.items():
            ids = {vals[name] for vals in vals_list if isinstance(vals.get(name), int)}
            self[name].browse(ids - {0}).exists().check_access(right)
