from odoo import api, fields, models

from ...rules.cadence import Kind

SHIPPED = (("one_on_one", Kind.MONTHLY.value), ("quarterly_review", Kind.QUARTERLY.value))


class Template(models.Model):
    _inherit = "hr.performance.template"

    cadence_ids = fields.One2many(
        "hr.performance.template.cadence",
        "template_id",
        copy=True,
        default=lambda self: self._get_default_cadence(),
    )

    @api.model
    def _get_default_cadence(self):
        """A monthly 1:1 and a quarterly review; stand-ups are for teams that want them."""
        return [fields.Command.create({"kind": kind, "every": every}) for kind, every in SHIPPED]
