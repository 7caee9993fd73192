from odoo import api, fields, models
from odoo.exceptions import UserError


class TalkScreen(models.Model):
    """What the form of a feedback talk shows to this user, read with the rights of this user."""

    _inherit = "hr.performance.talk"

    preparation_id = fields.Many2one("hr.performance.talk.preparation", compute="_compute_sheets")
    note_id = fields.Many2one(
        "hr.performance.talk.note", string="Employee's note", compute="_compute_sheets"
    )
    can_write_note = fields.Boolean(compute="_compute_sheets")
    days_late = fields.Integer(
        compute="_compute_days_late", help="Days since the last day, while it is not held."
    )

    @api.depends("state")
    @api.depends_context("uid")
    def _compute_sheets(self):
        domain = [("talk_id", "in", self.ids)]
        # The searches apply the record rules: whoever may not read a sheet finds none.
        readable = self.env["hr.performance.talk.preparation"].sudo(False)
        preparations = readable.search(domain).grouped("talk_id")
        notes = self.env["hr.performance.talk.note"].sudo(False).search(domain).grouped("talk_id")
        for talk in self:
            talk.preparation_id = preparations.get(talk, False)
            talk.note_id = notes.get(talk, False)
            talk.can_write_note = bool(talk.note_id) and talk.note_id.is_open

    @api.depends("due", "state", "held_on")
    def _compute_days_late(self):
        for talk in self:
            today = talk.company_id._get_performance_today()
            end = talk.held_on if talk.held_on and talk.state != "planned" else today
            late = (end - talk.due).days if talk.due and talk.state != "cancelled" else 0
            talk.days_late = max(late, 0)

    def action_open_preparation(self):
        """Open the manager's sheet; the employee has no right to it."""
        return self._open_sheet(self.preparation_id, self.env._("Preparation"))

    def action_open_note(self):
        """Open the employee's own note, or the one that they shared."""
        return self._open_sheet(self.note_id, self.env._("Employee's note"))

    def _open_sheet(self, sheet, name):
        self.ensure_one()
        if not sheet:
            raise UserError(self.env._("%s is not open to you.", name))
        return {
            "type": "ir.actions.act_window",
            "name": name,
            "res_model": sheet._name,
            "res_id": sheet.id,
            "view_mode": "form",
        }
