from odoo import models


class HrEmployeeForm(models.Model):
    _inherit = "hr.employee"

    def _get_performance_lang(self):
        """Language in which this person's official forms are written."""
        self.ensure_one()
        employee_sudo = self.sudo()  # only a language code leaves this method
        wanted = (
            employee_sudo.user_id.lang,
            employee_sudo.lang,
            employee_sudo.company_id.partner_id.lang,
        )
        installed = {code for code, _name in self.env["res.lang"].get_installed()}
        return next((lang for lang in wanted if lang in installed), self.env.lang or "en_US")
