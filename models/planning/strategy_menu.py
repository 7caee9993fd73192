from odoo import api, models


class StrategyMenu(models.Model):
    _inherit = "ir.ui.menu"

    @api.model
    def _get_idle_menus(self):
        """*Strategy meetings* only for whoever plans them, or is invited to one."""
        idle = super()._get_idle_menus()
        menu = self.env.ref("hr_performance.menu_strategy_meetings", raise_if_not_found=False)
        meetings = self.env["hr.performance.strategy.meeting"]
        if menu and not meetings._may_lead_strategy() and not meetings.search_count([], limit=1):
            idle |= menu
        return idle
