from odoo import api, fields, models

from ..models.evaluation.appeal_decision import STEPS


class DecideAppealWizard(models.TransientModel):
    """Decide an appeal: uphold it, uphold it in part, or reject it, with reasons."""

    _name = "hr.performance.decide.appeal.wizard"
    _description = "Decide an appeal"
    _inherit = ["hr.performance.link.mixin"]
    _checked_links = {"appeal_id": "read"}

    appeal_id = fields.Many2one("hr.performance.appeal", required=True, readonly=True)
    appealed_grade = fields.Char(related="appeal_id.appealed_grade", related_sudo=False)
    clock = fields.Char(related="appeal_id.clock", related_sudo=False)
    outcome = fields.Selection(
        lambda self: self._get_outcomes(), string="Decision of the appeal", required=True
    )
    grade_ids = fields.Many2many("hr.performance.grade", compute="_compute_grade_ids")
    grade_id = fields.Many2one(
        "hr.performance.grade", string="Grade from now on", domain="[('id', 'in', grade_ids)]"
    )
    answer = fields.Text(string="Reasons", required=True)

    @api.model
    def default_get(self, fields):
        """Ask for the reasons only when the checklist is answered, so that no text is lost."""
        values = super().default_get(fields)
        appeal = self.env["hr.performance.appeal"].browse(values.get("appeal_id") or [])
        appeal.check_access("read")
        appeal.file_ids._check_examined()
        return values

    @api.model
    def _get_outcomes(self):
        states = self.env["hr.performance.appeal"]._fields["state"]
        labels = states._description_selection(self.env)  # in the language of the user
        return [(value, label) for value, label in labels if value in STEPS]

    @api.depends("appeal_id")
    def _compute_grade_ids(self):
        for wizard in self:
            wizard.grade_ids = wizard.appeal_id._get_grades_to_choose()

    def action_apply(self):
        self.ensure_one()
        self.appeal_id._settle(self.outcome, self.answer, self.grade_id)
        return {"type": "ir.actions.act_window_close"}
