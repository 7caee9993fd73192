from odoo import fields, models

from ..models.results.pip import NEXT_STEPS


class PipDecideWizard(models.TransientModel):
    """Extend an improvement plan, or say how it ended."""

    _name = "hr.performance.pip.decide.wizard"
    _description = "Extend or finish an improvement plan"
    _inherit = ["hr.performance.link.mixin"]
    _checked_links = {"pip_id": "read"}

    pip_id = fields.Many2one("hr.performance.pip", required=True, readonly=True)
    decision = fields.Selection(
        [
            ("extend", "Extend"),
            ("succeed", "Finished with success"),
            ("fail", "Finished without success"),
        ],
        required=True,
        default="extend",
    )
    date_end = fields.Date(string="New last day")
    next_step = fields.Selection(
        NEXT_STEPS,
        string="What follows",
        help="Recommending a termination is refused unless the file is complete.",
    )
    reason = fields.Text(required=True)

    def action_apply(self):
        self.ensure_one()
        if self.decision == "extend":
            self.pip_id.action_extend(self.reason, self.date_end)
        elif self.decision == "succeed":
            self.pip_id.action_succeed(self.reason)
        else:
            self.pip_id.action_fail(self.reason, self.next_step)
        return {"type": "ir.actions.act_window_close"}
