from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import SQL

from ...rules.flows import ADMIN, MANAGER, OFFICER
from ..setup.template_role import REVIEW_ROLES


class ReviewOwed(models.Model):
    """Who still owes a review, and until when; never what a review says (E3, G3).

    HR reads all rows but those about themselves; a manager those of self, manager and second-level
    manager, because peers and direct reports stay anonymous.
    """

    _name = "hr.performance.review.owed"
    _description = "Review that is still owed"
    _inherit = ["hr.performance.line.mixin"]
    _auto = False
    _order = "date_due, department_id, employee_id, id"
    _rec_name = "reviewer_name"
    _depends = {
        "hr.performance.review": [
            "state", "role", "reviewer_id", "evaluation_id", "external_id", "part_due",
        ],
        "hr.performance.evaluation": ["state", "employee_id", "manager_id", "department_id"],
        "hr.performance.cycle": ["state", "self_due", "manager_due", "company_id"],
        "hr.performance.nomination": ["external_name"],
        "hr.performance.rating": ["evaluation_id"],
    }  # fmt: skip

    evaluation_id = fields.Many2one("hr.performance.evaluation", readonly=True)
    employee_id = fields.Many2one("hr.employee", string="About", readonly=True)
    manager_id = fields.Many2one("hr.employee", readonly=True)
    department_id = fields.Many2one("hr.department", readonly=True)
    cycle_id = fields.Many2one("hr.performance.cycle", readonly=True)
    company_id = fields.Many2one("res.company", readonly=True)
    role = fields.Selection(REVIEW_ROLES, readonly=True)
    reviewer_id = fields.Many2one("hr.employee", readonly=True)
    external_id = fields.Many2one(
        "hr.performance.nomination", string="External reviewer", readonly=True
    )
    external_name = fields.Char(string="Somebody outside", readonly=True)
    reviewer_name = fields.Char(string="Owed by", compute="_compute_reviewer_name")
    date_due = fields.Date(string="Until", readonly=True)

    @property
    def _table_query(self):
        return SQL("%s %s %s", self._select(), self._from(), self._where())

    @api.model
    def _select(self):
        return SQL(
            """
            SELECT review.id, review.evaluation_id, review.role, review.reviewer_id,
                   review.external_id, nomination.external_name,
                   evaluation.employee_id, evaluation.manager_id, evaluation.department_id,
                   evaluation.cycle_id, cycle.company_id,
                   COALESCE(review.part_due, CASE review.role
                       WHEN 'self' THEN cycle.self_due ELSE cycle.manager_due END) AS date_due
            """
        )

    @api.model
    def _from(self):
        return SQL(
            """
              FROM hr_performance_review review
              JOIN hr_performance_evaluation evaluation ON evaluation.id = review.evaluation_id
              JOIN hr_performance_cycle cycle ON cycle.id = evaluation.cycle_id
              LEFT JOIN hr_performance_nomination nomination
                     ON nomination.id = review.external_id
            """
        )

    @api.model
    def _where(self):
        # Which reviews are owed; the rules of this model say who reads of them.
        owed = self.env["hr.performance.review"].sudo()
        owed = owed._search(owed._get_owed_domain())
        return SQL(
            """
             WHERE review.id IN %s
            """,
            owed.subselect(),
        )

    @api.depends("reviewer_id", "external_name")
    def _compute_reviewer_name(self):
        for row in self:
            row.reviewer_name = row.external_name or row.reviewer_id.name

    # Reminding

    def action_remind(self):
        """Remind the reviewers of these rows by e-mail, in the background if they are many."""
        self.check_access("read")
        roles = self._get_roles()
        if any(not roles[row.id] & {MANAGER, OFFICER, ADMIN} for row in self):
            raise AccessError(self.env._("Reviewers are reminded by the manager's line or by HR."))
        for cycle, rows in self.grouped("cycle_id").items():
            self.env["hr.performance.batch"]._run(
                "remind", rows, cycle, self.env._("Remind reviewers: %s", cycle.name)
            )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._(
                    "Reminders are on their way (reviews: %s). Reviewers without a login are not"
                    " reached by them.",
                    len(self),
                ),
            },
        }

    def _batch_remind(self, batch):
        """Remind of a portion; what was given in the meantime is left alone."""
        rows = self.search([("id", "in", self.ids)])
        # Whoever reads the row may remind; the address of a reviewer is not theirs to read.
        rows_sudo = rows.sudo()
        rows_sudo.external_id._send_links()
        for cycle, owed in rows_sudo.filtered("reviewer_id").grouped("cycle_id").items():
            users = owed.reviewer_id.user_id
            self.env["hr.performance.review.digest"]._remind(cycle, users)
