from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import float_compare

from ...rules import flows


class Agreement(models.Model):
    """The Goal Confirmation of one person in one cycle, one row per version (requirement P7)."""

    _name = "hr.performance.agreement"
    _description = "Goal Confirmation"
    _inherit = [
        "hr.performance.signoff.mixin",
        "hr.performance.of.evaluation.mixin",
        "hr.performance.line.mixin",
        "hr.performance.workflow.mixin",
        "hr.performance.task.mixin",
        "hr.performance.private.thread.mixin",
        "mail.activity.mixin",
    ]
    _order = "evaluation_id, version desc"

    _workflow = flows.AGREEMENT
    _protected_fields = (
        "state",
        "evaluation_id",
        "version",
        "signed_at",
        "return_reason",
        "frozen_content",
        "frozen_digest",
        "pdf_attachment_id",
        "pdf_sha256",
        "smart_record",
        "smart_finding_count",
    )
    _signing_roles = ("employee", "manager")
    _signing_report = "hr_performance.agreement_report"

    evaluation_id = fields.Many2one(ondelete="cascade", readonly=True)
    version = fields.Integer(default=1, required=True, readonly=True)
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("submitted", "To sign"),
            ("signed", "Signed"),
            ("superseded", "Superseded"),
            ("discarded", "Discarded"),
        ],
        default=flows.AGREEMENT.initial,
        required=True,
        readonly=True,
        tracking=True,
        index=True,
    )
    goal_ids = fields.One2many(related="evaluation_id.goal_ids")
    total_weight = fields.Float(
        string="Total weight (%)", compute="_compute_total_weight", digits=(16, 2)
    )
    signed_at = fields.Datetime(readonly=True, copy=False)
    return_reason = fields.Text(string="Sent back because", readonly=True, copy=False)

    _version_unique = models.Constraint(
        "UNIQUE(evaluation_id, version)", "This version of the Goal Confirmation exists already."
    )

    @api.depends("evaluation_id.goal_ids.weight", "evaluation_id.goal_ids.cancelled")
    def _compute_total_weight(self):
        for agreement in self:
            agreement.total_weight = sum(agreement.goal_ids._get_counted().mapped("weight"))

    @api.depends("employee_id", "cycle_id", "version")
    def _compute_display_name(self):
        for agreement in self:
            agreement.display_name = self.env._(
                "Goal Confirmation %(employee)s, %(cycle)s, version %(version)s",
                employee=agreement.employee_id.name,
                cycle=agreement.cycle_id.name,
                version=agreement.version,
            )

    # Steps

    def action_submit(self):
        self._transit("submit")

    def action_send_back(self, reason):
        """Return the goals for changes; signatures given so far do not count any more."""
        self._transit("send_back", reason=reason, return_reason=reason)

    def _check_submit(self):
        for agreement in self:
            agreement._refuse_problems(agreement._get_submission_problems())

    def _check_weights(self):
        for agreement in self:
            agreement._refuse_problems(agreement._get_weight_problems())

    def _refuse_problems(self, problems):
        if problems:
            raise UserError("\n".join([self.env._("%s:", self.display_name), *problems]))

    def _get_submission_problems(self):
        """Return everything that keeps these goals from being put up for signing."""
        return self._get_weight_problems()

    def _get_weight_problems(self):
        """Return sentences about weights that do not fit (requirement P3)."""
        self.ensure_one()
        goals = self.goal_ids._get_counted()
        if not goals:
            return [self.env._("There is no goal yet.")]
        template = self.cycle_id.template_id
        low, high = template.goal_weight_min, template.goal_weight_max
        problems = [
            self.env._(
                "“%(goal)s” weighs %(weight)g %%; a goal weighs between %(low)g %% and"
                " %(high)g %%.",
                goal=goal.name,
                weight=goal.weight,
                low=low,
                high=high,
            )
            for goal in goals
            if len(goals) > 1 and not low <= goal.weight <= high
        ]
        if float_compare(self.total_weight, 100.0, precision_digits=2):
            problems.append(
                self.env._("The goals weigh %g %% together, not 100 %%.", self.total_weight)
            )
        objectives = goals.filtered(lambda goal: goal.kind == "objective")
        problems += [
            self.env._("The objective “%s” has no key result with a weight.", goal.name)
            for goal in objectives
            if not sum(goal.key_result_ids.filtered(lambda one: not one.cancelled).mapped("weight"))
        ]
        return problems

    def _after_submit(self, reason=None):
        self._freeze_content()

    def _after_send_back(self, reason=None):
        self.write({"frozen_content": False, "frozen_digest": False})
        for agreement in self:
            agreement.message_post(body=self.env._("Sent back: %s", reason))

    def _after_complete(self, reason=None):
        for agreement in self:
            older = agreement.evaluation_id.agreement_ids - agreement
            older.filtered(lambda one: one.state == "signed")._transit_by_system("supersede")
        self.evaluation_id.filtered(lambda one: one.state == "planning")._transit_by_system(
            "execute"
        )
        self.env.ref("hr_performance.cron_freeze_pdf")._trigger()

    # Signing

    def _is_up_for_signing(self):
        return self.state == "submitted"

    def _get_signing_refusal(self, role, seen_digest, vals):
        if vals.get("decision") == "disagree":
            return self.env._(
                "Goals are agreed or sent back: please send %s back with the reason.",
                self.sudo().display_name,  # also for whoever is refused anyway
            )
        return super()._get_signing_refusal(role, seen_digest, vals)

    def _after_signature(self, signature):
        if not self._get_awaited_roles():
            self._transit_by_system("complete", signed_at=fields.Datetime.now())

    def _prepare_signing_content(self):
        contents = {}
        for agreement in self:
            evaluation = agreement.evaluation_id
            contents[agreement.id] = {
                "document": "agreement",
                "lang": self.env.lang,
                "version": agreement.version,
                **evaluation._prepare_person_content(),
                "goals": [
                    agreement._prepare_goal_content(goal)
                    for goal in agreement.goal_ids.filtered(lambda one: not one.cancelled)
                ],
            }
        return contents

    def _prepare_goal_content(self, goal):
        names = (
            "id", "name", "kind", "why", "weight", "metric", "unit", "method", "baseline",
            "target", "low", "high", "floor", "cap", "confidence", "confidence_note",
            "manager_note", "how", "no_parent_reason",
        )  # fmt: skip
        return {
            **{name: goal[name] or None for name in names},
            # 0 is a figure here, not a gap
            **{name: goal[name] for name in ("baseline", "target", "low", "high", "floor")},
            "serves": goal.parent_id.name or None,
            "objective": goal.parent_id.id if goal.kind == "key_result" else None,
            "date_start": fields.Date.to_string(goal.date_start),
            "date_due": fields.Date.to_string(goal.date_due),
            "milestones": [
                {"name": step.name, "weight": step.weight} for step in goal.milestone_ids
            ],
        }

    def _get_unfrozen_domain(self):
        return [("state", "in", ("signed", "superseded")), ("pdf_attachment_id", "=", False)]
