from odoo import fields, models
from odoo.exceptions import UserError


class LeaverWizard(models.TransientModel):
    """Who leaves inside a cycle: evaluated now, or taken out, with a preview (G2)."""

    _name = "hr.performance.leaver.wizard"
    _description = "Leavers of a cycle"
    _inherit = ["hr.performance.preview.mixin", "hr.performance.link.mixin"]
    _checked_links = {"cycle_id": "write"}

    cycle_id = fields.Many2one("hr.performance.cycle", required=True)
    way = fields.Selection(
        [
            ("evaluate", "Evaluate now: the result counts by the days employed"),
            ("exclude", "Take out of the cycle: there is no result"),
        ],
        required=True,
        default="evaluate",
    )
    reason = fields.Text(help="Stands in the file of each person, who reads it.")
    line_ids = fields.One2many("hr.performance.leaver.wizard.line", "wizard_id")

    def action_preview(self):
        """List who leaves, with the last day, or why this way is closed."""
        self.ensure_one()
        leaving = self.cycle_id._get_leaving()
        days, obstacles = leaving._get_last_days(), leaving._get_leaving_obstacles(self.way)
        self.line_ids.unlink()
        self.env["hr.performance.leaver.wizard.line"].create(
            [
                {
                    "wizard_id": self.id,
                    "evaluation_id": one.id,
                    "last_day": days[one.id],
                    "obstacle": obstacles.get(one.id),
                    # Nobody is evaluated or taken out who was not ticked.
                    "included": False,
                }
                for one in leaving
            ]
        )
        return self._reopen(self.env._("Leavers: %s", self.cycle_id.name))

    def action_apply(self):
        """Do so for those who are ticked and have no obstacle."""
        chosen = self._get_chosen()
        if not chosen:
            raise UserError(self.env._("Nobody is ticked. Please tick who is meant."))
        return chosen.evaluation_id._leave(self.way, self.reason)._get_action()
