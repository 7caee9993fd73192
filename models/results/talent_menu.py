from odoo import api, models


class TalentMenu(models.Model):
    _inherit = "ir.ui.menu"

    @api.model
    def _get_idle_menus(self):
        """The pool of the own line is for managers, and where a company shows it to them."""
        idle = super()._get_idle_menus()
        menu = self.env.ref("hr_performance.menu_team_talents", raise_if_not_found=False)
        readers = "hr_performance.group_officer,hr_performance.group_auditor"
        # A setting of the companies in which the user works.
        shown = any(self.env.companies.sudo().mapped("performance_talent_visible"))
        if menu and (not shown or self.env.user.has_groups(readers)):
            idle |= menu
        return idle
