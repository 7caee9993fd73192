from odoo import fields, models

from ..models.planning.goal_revision_line import VALUES


class RequestRevisionWizardLine(models.TransientModel):
    """One goal in the wizard: its values now, and the values asked for."""

    _name = "hr.performance.request.revision.wizard.line"
    _description = "Goal in the request of a revision"
    _inherit = ["hr.performance.link.mixin"]
    _checked_links = {"goal_id": "read"}

    wizard_id = fields.Many2one("hr.performance.request.revision.wizard", ondelete="cascade")
    goal_id = fields.Many2one(
        "hr.performance.goal", string="Signed goal", required=True, ondelete="cascade"
    )
    # Read as the user: a dialog about somebody else's goal shows nothing of it.
    employee_id = fields.Many2one(related="goal_id.employee_id", related_sudo=False)
    method = fields.Selection(related="goal_id.method", related_sudo=False)
    kind = fields.Selection(
        [("change", "Change"), ("cancel", "Cancel this goal")],
        string="What to do",
        required=True,
        default="change",
    )
    old_name = fields.Char(string="Goal before")
    old_how = fields.Text(string="How it is reached, before")
    old_target = fields.Float(string="Target before", digits=(16, 4))
    old_baseline = fields.Float(string="Baseline before", digits=(16, 4))
    old_low = fields.Float(string="Range from, before", digits=(16, 4))
    old_high = fields.Float(string="Range to, before", digits=(16, 4))
    old_weight = fields.Float(string="Weight before (%)", digits=(16, 2))
    old_date_due = fields.Date(string="Due before")
    new_name = fields.Char(string="Goal")
    new_how = fields.Text(string="How it is reached")
    new_target = fields.Float(string="Target", digits=(16, 4))
    new_baseline = fields.Float(string="Baseline", digits=(16, 4))
    new_low = fields.Float(string="Range from", digits=(16, 4))
    new_high = fields.Float(string="Range to", digits=(16, 4))
    new_weight = fields.Float(string="Weight (%)", digits=(16, 2))
    new_date_due = fields.Date(string="Due")

    def _describe_stale_text(self):
        """Return a sentence when the text still names the figure that is no longer the target."""
        return self.env["hr.performance.goal.revision.line"]._describe_stale_figure(
            self.new_name, self.old_target, self.new_target
        )

    def _is_changed(self):
        """A goal that was selected and left as it is, is not in the request."""
        self.ensure_one()
        return self.kind == "cancel" or any(
            self[f"new_{name}"] != self.goal_id[name] for name in VALUES
        )

    def _prepare_line_vals(self):
        self.ensure_one()
        news = {f"new_{name}": self[f"new_{name}"] for name in VALUES}
        return {"goal_id": self.goal_id.id, "kind": self.kind, **news}
