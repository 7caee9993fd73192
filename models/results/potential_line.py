from odoo import api, fields, models

from .potential import LEVELS


class PotentialLine(models.Model):
    """One criterion of somebody's potential, as one side judges it (requirement R4)."""

    _name = "hr.performance.potential.line"
    _description = "Judged criterion of potential"
    _inherit = ["hr.performance.computed.mixin", "hr.performance.link.mixin"]
    _order = "potential_id, sequence, id"

    _checked_links = {"potential_id": "write"}

    potential_id = fields.Many2one(
        "hr.performance.potential", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="potential_id.company_id", store=True, index=True)
    criterion_id = fields.Many2one(
        "hr.performance.potential.criterion", required=True, ondelete="restrict"
    )
    sequence = fields.Integer(related="criterion_id.sequence", store=True)
    description = fields.Text(related="criterion_id.description", related_sudo=False)
    low_text = fields.Text(related="criterion_id.low_text", related_sudo=False)
    medium_text = fields.Text(related="criterion_id.medium_text", related_sudo=False)
    high_text = fields.Text(related="criterion_id.high_text", related_sudo=False)
    level = fields.Selection(LEVELS, help="Empty: not judged, and left out.")
    note = fields.Char(string="Seen in", help="An observation of this cycle.")

    _criterion_unique = models.Constraint(
        "UNIQUE(potential_id, criterion_id)", "This criterion is judged here already."
    )

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        lines.potential_id._check_open()
        return lines

    def write(self, vals):
        self.check_access("write")  # first: a refusal names the person
        self.potential_id._check_open()
        return super().write(vals)
