from odoo import api, fields, models


class CalibrationWizardLine(models.TransientModel):
    """One session in the preview: its people, and who would take part."""

    _name = "hr.performance.calibration.wizard.line"
    _description = "Session in the preview"
    _inherit = ["hr.mixin"]
    _order = "name, id"

    wizard_id = fields.Many2one("hr.performance.calibration.wizard", ondelete="cascade")
    included = fields.Boolean(string="Set up")
    obstacle = fields.Char(readonly=True)
    name = fields.Char(string="Session", required=True)
    facilitator_id = fields.Many2one("hr.employee", ondelete="cascade")
    participant_ids = fields.Many2many("hr.employee", string="Participants")
    evaluation_ids = fields.Many2many(
        "hr.performance.evaluation",
        "hr_performance_calibration_wizard_line_people",
        string="People discussed",
    )
    people_count = fields.Integer(string="People", compute="_compute_people_count")

    @api.depends("evaluation_ids")
    def _compute_people_count(self):
        for line in self:
            line.people_count = len(line.evaluation_ids)

    def _prepare_session(self):
        wizard = self.wizard_id
        return {
            "name": self.name,
            "cycle_id": wizard.cycle_id.id,
            "scope": "list",
            "start": wizard.start,
            "guideline_mode": wizard.guideline_mode,
            "minimum_group": wizard.minimum_group,
            "facilitator_id": self.facilitator_id.id,
            "participant_ids": [fields.Command.set(self.participant_ids.ids)],
            "member_ids": [
                fields.Command.create({"evaluation_id": one.id}) for one in self.evaluation_ids
            ],
        }
