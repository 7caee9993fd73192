from odoo import api, models


class CalibrationMenu(models.Model):
    _inherit = "ir.ui.menu"

    @api.model
    def _get_idle_menus(self):
        """Calibration sessions among the own menus are for those who take part in one."""
        idle = super()._get_idle_menus()
        menu = self.env.ref("hr_performance.menu_my_calibrations", raise_if_not_found=False)
        mine = [("is_participant", "=", True)]
        if menu and not self.env["hr.performance.calibration"].search_count(mine, limit=1):
            idle |= menu
        return idle
