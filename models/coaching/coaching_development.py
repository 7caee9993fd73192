from odoo import api, fields, models


class CoachingDevelopment(models.Model):
    """The open actions of the person's development plan are reviewed in the talk."""

    _inherit = "hr.performance.coaching"

    development_action_ids = fields.Many2many(
        "hr.performance.development.action",
        string="Development",
        compute="_compute_development_action_ids",
    )

    @api.depends("employee_id")
    @api.depends_context("uid")
    def _compute_development_action_ids(self):
        """Found with the rights of the reader, also where the system reads."""
        actions = (
            self.env["hr.performance.development.action"]
            .sudo(False)
            .search(
                [
                    ("employee_id", "in", self.employee_id.ids),
                    ("plan_state", "=", "agreed"),
                    ("done_on", "=", False),
                ]
            )
        )
        by_person = actions.grouped("employee_id")
        for talk in self:
            talk.development_action_ids = by_person.get(talk.employee_id._origin, actions.browse())
