from odoo import api, fields, models

from .risk import LIVING


class CoachingRisk(models.Model):
    """The risks of the person's goals, so that the talk is about them too (requirement C5)."""

    _inherit = "hr.performance.coaching"

    risk_ids = fields.Many2many(
        "hr.performance.risk", string="Risks now", compute="_compute_risk_ids"
    )

    @api.depends("employee_id")
    @api.depends_context("uid")
    def _compute_risk_ids(self):
        """Found with the rights of the reader, also where the system reads."""
        risks = (
            self.env["hr.performance.risk"]
            .sudo(False)
            .search([("employee_id", "in", self.employee_id.ids), ("state", "in", LIVING)])
        )
        by_person = risks.grouped("employee_id")
        for talk in self:
            talk.risk_ids = by_person.get(talk.employee_id._origin, risks.browse())
