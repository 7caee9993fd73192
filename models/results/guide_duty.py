from odoo import fields, models
from odoo.exceptions import AccessError
from odoo.tools import SQL

GUIDE = "hr_performance.activity_type_guide"


class GuideDuty(models.Model):
    """Which manager should know which guide, and whether they do (requirement I3).

    One row per manager who evaluates in a running cycle and guide of that cycle.
    """

    _name = "hr.performance.guide.duty"
    _description = "Guide that a manager should know"
    _inherit = ["hr.performance.line.mixin"]
    _auto = False
    _order = "is_known, cycle_id, manager_id, id"
    _rec_name = "version_id"
    _depends = {
        "hr.performance.evaluation": ["cycle_id", "manager_id", "state"],
        "hr.performance.cycle": ["state", "company_id", "guide_version_ids"],
        "hr.performance.guide": ["must_acknowledge"],
        "hr.performance.guide.version": ["guide_id"],
        "hr.performance.guide.acknowledgement": ["version_id", "user_id", "acknowledged_at"],
        "hr.employee": ["user_id"],
    }

    cycle_id = fields.Many2one("hr.performance.cycle", readonly=True)
    company_id = fields.Many2one("res.company", readonly=True)
    manager_id = fields.Many2one("hr.employee", readonly=True)
    version_id = fields.Many2one("hr.performance.guide.version", string="Guide", readonly=True)
    people = fields.Integer(string="People to evaluate", readonly=True)
    acknowledged_at = fields.Datetime(string="Acknowledged on", readonly=True)
    is_known = fields.Boolean(string="Acknowledged", readonly=True)

    @property
    def _table_query(self):
        relation = self.env["hr.performance.cycle"]._fields["guide_version_ids"]
        return SQL(
            """
            SELECT ROW_NUMBER() OVER (ORDER BY c.id, e.manager_id, g.id) AS id,
                   c.id AS cycle_id, c.company_id, e.manager_id, g.id AS version_id,
                   COUNT(DISTINCT e.id) AS people, MAX(a.acknowledged_at) AS acknowledged_at,
                   COUNT(a.id) > 0 AS is_known
              FROM hr_performance_evaluation e
              JOIN hr_performance_cycle c ON c.id = e.cycle_id
              JOIN hr_employee m ON m.id = e.manager_id
              JOIN %(relation)s r ON r.%(cycle)s = c.id
              JOIN hr_performance_guide_version g ON g.id = r.%(version)s
              JOIN hr_performance_guide d ON d.id = g.guide_id AND d.must_acknowledge
         LEFT JOIN hr_performance_guide_acknowledgement a
                ON a.version_id = g.id AND a.user_id = m.user_id
             WHERE e.state != 'cancelled' AND c.state NOT IN ('draft', 'closed', 'cancelled')
          GROUP BY c.id, c.company_id, e.manager_id, g.id
            """,
            relation=SQL.identifier(relation.relation),
            cycle=SQL.identifier(relation.column1),
            version=SQL.identifier(relation.column2),
        )

    def _line_employee_path(self):
        return "manager_id"

    def _line_manager_path(self):
        return None

    def action_remind(self):
        """Ask the managers of these rows, by a to-do, to read and acknowledge their guides."""
        if not self.env.user.has_group("hr_performance.group_officer"):
            raise AccessError(self.env._("Managers are reminded by HR."))
        self.check_access("read")
        todo = self.filtered(lambda row: not row.is_known and row.manager_id.user_id)
        model = self.env["ir.model"]._get("hr.performance.guide.version")
        asked = self.env["mail.activity"].search(
            [
                ("res_model_id", "=", model.id),
                ("res_id", "in", todo.version_id.ids),
                ("activity_type_id", "=", self.env.ref(GUIDE).id),
            ]
        )
        known = {(one.res_id, one.user_id.id) for one in asked}
        wanted = {(row.version_id.id, row.manager_id.user_id.id) for row in todo} - known
        # A to-do for somebody else, on a document that everybody reads.
        activities_sudo = self.env["mail.activity"].sudo()
        activities_sudo.with_context(mail_activity_quick_update=True).create(
            [
                {
                    "res_model_id": model.id,
                    "res_id": version_id,
                    "user_id": user_id,
                    "activity_type_id": self.env.ref(GUIDE).id,
                    "automated": True,
                }
                for version_id, user_id in sorted(wanted)
            ]
        )
