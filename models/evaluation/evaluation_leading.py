from collections import defaultdict

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from ...rules import lead as rules

# While an evaluation is in these states, its manager can still change.
RUNNING = ("planning", "executing", "evaluating", "calibrating")


class EvaluationLeading(models.Model):
    """Who led the person when, and how much each manager's review counts (Formulas, 11)."""

    _inherit = "hr.performance.evaluation"

    lead_ids = fields.One2many(
        "hr.performance.evaluation.lead", "evaluation_id", string="Managers in time", readonly=True
    )
    was_led_by_me = fields.Boolean(
        string="I led this person before",
        compute="_compute_was_led_by_me",
        search="_search_was_led_by_me",
        help="A former manager reads the file for the own part, until the result is released.",
    )
    has_moved = fields.Boolean(
        string="Manager or department changed",
        compute="_compute_has_moved",
        search="_search_has_moved",
        help="The employee has another manager or department today than this evaluation.",
    )

    # Who led, and how long

    def _get_lead_days(self):
        """Return {id: {employee id of a manager: days of the cycle for which they led}}."""
        # Figures of the process; whoever reads the score reads what it rests on.
        files_sudo = self.sudo()
        decisions = defaultdict(list)
        for lead in files_sudo.env["hr.performance.evaluation.lead"].search(
            [("evaluation_id", "in", self.ids)], order="id"
        ):
            decisions[lead.evaluation_id.id].append((lead.date_from, lead.manager_id.id))
        tenures = files_sudo.employee_id._get_performance_tenures()
        return {
            one.id: rules.days_led(
                decisions[one.id] or [(one.cycle_id.date_start, one.manager_id.id)],
                tenures[one.employee_id.id].employed,
                one.cycle_id.date_start,
                one.cycle_id.date_end,
            )
            for one in files_sudo
        }

    def _get_review_shares(self):
        """Return {id of a manager's review: days}, of those whose manager has changed.

        All other reviews of a role count alike.
        """
        moved = self.sudo().filtered("lead_ids")  # weights of the process, as above
        days = moved._get_lead_days() if moved else {}
        return {
            review.id: days[review.evaluation_id.id].get(review.reviewer_id.id, 0)
            for review in moved.review_ids
            if review.role == "manager"
        }

    # For whom the file stays readable

    @api.depends_context("uid")
    @api.depends("review_ids.is_carried")
    def _compute_was_led_by_me(self):
        led_sudo = self.sudo().search(  # decides about access, whatever the asker may read
            [("id", "in", self.ids), ("was_led_by_me", "=", True)]
        )
        for evaluation in self:
            evaluation.was_led_by_me = evaluation in led_sudo

    def _search_was_led_by_me(self, operator, value):
        if operator != "in":
            return NotImplemented
        mine = Domain("is_carried", "=", True) & Domain("reviewer_id.user_id", "=", self.env.uid)
        # The own file is opened by its own rules.
        return Domain("employee_id.user_id", "!=", self.env.uid) & Domain(
            "review_ids", "any!", mine
        )

    # Where the organisation has changed since

    @api.depends("manager_id", "department_id", "state")
    def _compute_has_moved(self):
        moved = self.search([("id", "in", self.ids), ("has_moved", "=", True)])
        for evaluation in self:
            evaluation.has_moved = evaluation in moved

    def _search_has_moved(self, operator, value):
        if operator != "in":
            return NotImplemented
        self.flush_model(["state", "manager_id", "department_id", "employee_id"])
        self.env["hr.employee"].flush_model(["parent_id", "active", "current_version_id"])
        self.env["hr.version"].flush_model(["department_id"])
        return Domain(
            "id",
            "in",
            SQL(
                """(
                SELECT evaluation.id
                  FROM hr_performance_evaluation evaluation
                  JOIN hr_employee employee ON employee.id = evaluation.employee_id
                  JOIN hr_version version ON version.id = employee.current_version_id
                 WHERE evaluation.state IN %s
                   AND employee.active
                   AND (employee.parent_id IS DISTINCT FROM evaluation.manager_id
                        OR version.department_id IS DISTINCT FROM evaluation.department_id)
                )""",
                RUNNING,
            ),
        )
