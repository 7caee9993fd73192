from odoo import api, models


class ContributionMenu(models.Model):
    _inherit = "ir.ui.menu"

    @api.model
    def _get_idle_menus(self):
        """*Where I contribute* only for whoever contributes: most people do not."""
        idle = super()._get_idle_menus()
        mine = self.env.ref("hr_performance.menu_my_contributions", raise_if_not_found=False)
        contributions = self.env["hr.performance.goal.contribution"]
        if mine and not contributions.search_count([("is_mine", "=", True)], limit=1):
            idle |= mine
        return idle
