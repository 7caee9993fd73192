from odoo import api, fields, models

from .risk import LIVING

TASK = "hr_performance.activity_type_goals_at_risk"


class RiskDigest(models.Model):
    """How many goals of a manager's team are at risk in one cycle (C5, G3).

    The to-do about them hangs here: one per manager with a count, not one per goal.
    """

    _name = "hr.performance.risk.digest"
    _description = "Goals at risk of a team"
    _inherit = ["hr.performance.line.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "cycle_id, risk_count desc, manager_id"
    _rec_name = "manager_id"

    cycle_id = fields.Many2one(
        "hr.performance.cycle", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="cycle_id.company_id", store=True, index=True)
    manager_id = fields.Many2one("hr.employee", required=True, index=True, ondelete="cascade")
    risk_count = fields.Integer(
        string="Goals at risk", help="Those without a plan, counted last night."
    )
    risk_ids = fields.Many2many(
        "hr.performance.risk", string="Goals at risk now", compute="_compute_risk_ids"
    )

    _manager_unique = models.Constraint(
        "UNIQUE(cycle_id, manager_id)", "There is one row per manager and cycle."
    )

    def _line_employee_path(self):
        """The figures are about the manager: they and those above them read it."""
        return "manager_id"

    def _line_manager_path(self):
        return None

    @api.depends_context("uid")
    def _compute_risk_ids(self):
        risks = self.env["hr.performance.risk"].search(
            [
                ("cycle_id", "in", self.cycle_id.ids),
                ("manager_id", "in", self.manager_id.ids),
                ("state", "in", LIVING),
            ]
        )
        found = risks.grouped(lambda risk: (risk.cycle_id, risk.manager_id))
        for digest in self:
            digest.risk_ids = found.get((digest.cycle_id, digest.manager_id), risks.browse())

    @api.depends("manager_id", "risk_count")
    @api.depends_context("lang")
    def _compute_display_name(self):
        for digest in self:
            digest.display_name = self.env._(
                "%(manager)s: %(count)s goals at risk without a plan",
                manager=digest.manager_id.name,
                count=digest.risk_count,
            )

    @api.model
    def _tell(self, cycle):
        """Count the living risks per manager in one query, and tell those whose number changed."""
        groups = self.env["hr.performance.risk"]._read_group(
            [
                ("cycle_id", "=", cycle.id),
                ("state", "=", "open"),
                ("manager_id", "!=", False),
            ],
            ["manager_id"],
            ["goal_id:count_distinct"],
        )
        counts = dict(groups)
        rows = self.search([("cycle_id", "=", cycle.id)])
        known = rows.grouped("manager_id")
        new = self.create(
            [
                {"cycle_id": cycle.id, "manager_id": manager.id}
                for manager in counts
                if manager not in known
            ]
        )
        changed = (rows | new).filtered(lambda row: row.risk_count != counts.get(row.manager_id, 0))
        for row in changed:
            row.risk_count = counts.get(row.manager_id, 0)
        changed.activity_unlink([TASK])
        changed.filtered("risk_count")._create_tasks()

    def _create_tasks(self):
        """One statement for all managers, without an e-mail for each."""
        kind = self.env.ref(TASK)
        model = self.env["ir.model"]._get(self._name)
        today = fields.Date.context_today(self)
        self.env["mail.activity"].with_context(mail_activity_quick_update=True).create(
            [
                {
                    "res_model_id": model.id,
                    "res_id": row.id,
                    "activity_type_id": kind.id,
                    "automated": True,
                    "user_id": row.manager_id.user_id.id,
                    "summary": row._describe_count(),
                    "date_deadline": today,
                }
                for row in self.filtered("manager_id.user_id")
            ]
        )

    def _describe_count(self):
        """The count, in the language of the manager."""
        reader = self.with_context(lang=self.manager_id.user_id.lang)
        if self.risk_count == 1:
            return reader.env._("1 goal at risk without a plan")
        return reader.env._("%s goals at risk without a plan", self.risk_count)
