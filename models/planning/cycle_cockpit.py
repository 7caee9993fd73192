from odoo import models


class CycleCockpit(models.Model):
    """Opens the cockpit of a cycle (requirement G5)."""

    _inherit = "hr.performance.cycle"

    def action_open_cockpit(self):
        """Show where people stand, grades, coaching and what is late, as far as the user may."""
        self.ensure_one()
        self.check_access("read")
        action = self.env["ir.actions.client"]._for_xml_id("hr_performance.cockpit_action")
        return {**action, "params": {"cycle_id": self.id}, "context": {"active_id": self.id}}
