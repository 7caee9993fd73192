import psycopg2

from odoo import models, tools
from odoo.tools import SQL

_VIEW = "hr_performance_bonus_coefficient"

# The outside contract: one row per employee, bonus code and payout window, only what is current.
_SELECT = """
    SELECT r.id AS result_id, r.employee_id, e.barcode AS employee_ref, r.company_id, r.cycle_id,
           r.cycle_code, r.bonus_code, r.grade_code,
           CASE WHEN r.has_score THEN r.score END AS score,
           r.individual_coefficient, r.department_coefficient, r.company_coefficient,
           r.proration, r.bonus_coefficient, r.payout_from, r.payout_to, r.published_at
      FROM hr_performance_result r
      JOIN hr_employee e ON e.id = r.employee_id
     WHERE NOT EXISTS (
           SELECT 1 FROM hr_performance_result later WHERE later.supersedes_id = r.id)
"""


class ResultView(models.Model):
    """The SQL view from which an outside payroll reads the coefficients (requirement R2)."""

    _inherit = "hr.performance.result"

    def init(self):
        result = super().init()
        cr = self.env.cr
        view = SQL.identifier(_VIEW)
        try:
            # Replacing keeps the GRANTs that a database administrator gave on the view.
            with cr.savepoint(flush=False), tools.mute_logger("odoo.sql_db"):
                cr.execute(SQL("CREATE OR REPLACE VIEW %s AS %s", view, SQL(_SELECT)))
        except psycopg2.errors.InvalidTableDefinition:
            tools.drop_view_if_exists(cr, _VIEW)
            cr.execute(SQL("CREATE VIEW %s AS %s", view, SQL(_SELECT)))
        return result
