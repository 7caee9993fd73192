from odoo import api, fields, models

from ...rules import flows


class Evaluation(models.Model):
    """The file of one person in one cycle.

    It keeps department, job and manager of its time. The employee reads this record, so it holds
    nothing that is withheld from them: reviews, scores and grades live in models of their own.
    """

    _name = "hr.performance.evaluation"
    _description = "Evaluation"
    _inherit = [
        "hr.performance.signoff.mixin",
        "hr.performance.line.mixin",
        "hr.performance.workflow.mixin",
        "hr.performance.task.mixin",
        "hr.performance.private.thread.mixin",
        "mail.activity.mixin",
    ]
    _order = "cycle_id, department_id, employee_id, id"
    # The file is where employee, line and HR talk; nobody writes the record itself.
    _mail_post_access = "read"

    _workflow = flows.EVALUATION
    _protected_fields = (
        "state",
        "cycle_id",
        "employee_id",
        "manager_id",
        "department_id",
        "job_id",
        "agreement_id",
        "released_at",
        "confirm_until",
        "self_submitted",
        "manager_submitted",
        "cancel_reason",
        "frozen_content",
        "frozen_digest",
        "pdf_attachment_id",
        "pdf_sha256",
    )
    _signing_report = "hr_performance.confirmation_report"

    cycle_id = fields.Many2one(
        "hr.performance.cycle", required=True, index=True, ondelete="restrict", readonly=True
    )
    company_id = fields.Many2one(
        "res.company", related="cycle_id.company_id", store=True, index=True, precompute=True
    )
    employee_id = fields.Many2one(
        "hr.employee", required=True, index=True, ondelete="restrict", readonly=True
    )
    department_id = fields.Many2one("hr.department", index=True, readonly=True, ondelete="restrict")
    job_id = fields.Many2one("hr.job", string="Job position", readonly=True, ondelete="restrict")
    manager_id = fields.Many2one("hr.employee", index=True, readonly=True, ondelete="restrict")
    state = fields.Selection(
        [
            ("planning", "Planning"),
            ("executing", "Executing"),
            ("evaluating", "Evaluating"),
            ("calibrating", "Calibrating"),
            ("communicating", "To confirm"),
            ("confirmed", "Confirmed"),
            ("disagreed", "Not agreed"),
            ("lapsed", "No answer"),
            ("closed", "Closed"),
            ("cancelled", "Cancelled"),
        ],
        default=flows.EVALUATION.initial,
        required=True,
        readonly=True,
        tracking=True,
        index=True,
        group_expand="_expand_states",
    )
    goal_ids = fields.One2many("hr.performance.goal", "evaluation_id", string="Goals")
    goal_count = fields.Integer(compute="_compute_goal_count")
    agreement_ids = fields.One2many("hr.performance.agreement", "evaluation_id", readonly=True)
    agreement_id = fields.Many2one(
        "hr.performance.agreement", string="Goal Confirmation", readonly=True
    )
    agreement_state = fields.Selection(
        related="agreement_id.state", string="Confirmation state", tracking=False
    )
    review_ids = fields.One2many("hr.performance.review", "evaluation_id", readonly=True)
    rating_ids = fields.One2many("hr.performance.rating", "evaluation_id", readonly=True)
    self_submitted = fields.Boolean(string="Self-evaluation submitted", readonly=True)
    manager_submitted = fields.Boolean(string="Manager's review submitted", readonly=True)
    cancel_reason = fields.Text(readonly=True)

    _employee_unique = models.Constraint(
        "UNIQUE(cycle_id, employee_id)", "This person is in the cycle already."
    )

    @api.depends("employee_id", "cycle_id")
    def _compute_display_name(self):
        for evaluation in self:
            evaluation.display_name = (
                f"{evaluation.employee_id.name or ''} · {evaluation.cycle_id.name or ''}"
            )

    def _compute_goal_count(self):
        counts = dict(
            self.env["hr.performance.goal"]._read_group(
                [("evaluation_id", "in", self.ids)], ["evaluation_id"], ["__count"]
            )
        )
        for evaluation in self:
            evaluation.goal_count = counts.get(evaluation, 0)

    def _open_agreements(self):
        """Give each evaluation the first version of its Goal Confirmation, and take in goals that
        were written before the launch."""
        agreements = self.env["hr.performance.agreement"].create(
            [{"evaluation_id": evaluation.id} for evaluation in self]
        )
        for agreement in agreements:
            agreement.evaluation_id.write({"agreement_id": agreement.id})
        goals = self.env["hr.performance.goal"].search(
            [
                ("cycle_id", "in", self.cycle_id.ids),
                ("employee_id", "in", self.employee_id.ids),
                ("evaluation_id", "=", False),
            ]
        )
        self.env.add_to_compute(goals._fields["evaluation_id"], goals)

    def _prepare_person_content(self):
        """Who and when, as it stands on every signed form."""
        self.ensure_one()
        cycle = self.cycle_id
        return {
            "cycle": {
                "id": cycle.id,
                "code": cycle.code,
                "name": cycle.name,
                "start": fields.Date.to_string(cycle.date_start),
                "end": fields.Date.to_string(cycle.date_end),
            },
            "employee": {"id": self.employee_id.id, "name": self.employee_id.name},
            "department": self.department_id.name or None,
            "job": self.job_id.name or None,
            "manager": self.manager_id.name or None,
            "company": self.company_id.name,
        }

    def action_cancel(self, reason):
        """Take this person out of the cycle, with a reason; nothing is deleted."""
        self._transit("cancel", reason=reason, cancel_reason=reason)

    def _after_cancel(self, reason=None):
        self._close_revisions(reason)

    def action_open_goals(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("hr_performance.goal_action")
        return {
            **action,
            "domain": [("evaluation_id", "=", self.id)],
            "context": {
                "default_cycle_id": self.cycle_id.id,
                "default_employee_id": self.employee_id.id,
            },
        }

    def action_open_my_review(self):
        """Open the current user's own review of this person."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("My review"),
            "res_model": "hr.performance.review",
            "view_mode": "form",
            "res_id": self.my_review_id.id,
        }

    def action_open_rating(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Grade and score"),
            "res_model": "hr.performance.rating",
            "view_mode": "form",
            "res_id": self.rating_ids[:1].id,
        }
