from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

# Departments that the user, or somebody below, manages, and all departments below these.
_DEPARTMENTS = """
    WITH RECURSIVE led(id) AS (
        SELECT d.id FROM hr_department d JOIN hr_employee e ON e.id = d.manager_id
         WHERE e.user_id = %(user)s OR e.id IN (%(below)s)
        UNION
        SELECT d.id FROM hr_department d JOIN led l ON d.parent_id = l.id
    )
    SELECT id FROM led
"""


class GoalLine(models.Model):
    """Goals of departments belong to a line too: to whoever leads the department."""

    _inherit = "hr.performance.goal"

    leads_department = fields.Boolean(
        string="Of a department that I lead",
        compute="_compute_leads_department",
        search="_search_leads_department",
    )

    can_hand_down = fields.Boolean(string="I may hand it down", compute="_compute_can_hand_down")

    @api.depends("department_id", "level")
    @api.depends_context("uid")
    def _compute_leads_department(self):
        led = self._get_led_department_ids()
        for goal in self:
            goal.leads_department = goal.level == "department" and goal.department_id.id in led

    def _search_leads_department(self, operator, value):
        if operator != "in":
            return NotImplemented
        return Domain("level", "=", "department") & Domain(
            "department_id", "in", list(self._get_led_department_ids())
        )

    @api.model
    def _get_led_department_ids(self):
        """Ids of the departments that the current user leads, directly or through others."""
        query = SQL(_DEPARTMENTS, user=self.env.uid, below=self._get_subordinates_query())
        return {row[0] for row in self.env.execute_query(query)}

    @api.depends_context("uid")
    def _compute_can_hand_down(self):
        self.can_hand_down = self._leads_anybody()

    @api.model
    def _leads_anybody(self):
        """Whether there is somebody to whom the current user could hand a goal down."""
        return self._may_write_shared() or bool(self._get_subordinate_ids())

    @api.model
    def _may_write_shared(self):
        """Whether the current user writes goals of the company or of some department."""
        return self._is_officer() or bool(self._get_led_department_ids())
