from odoo import api, fields, models

from ...rules import flows
from .outcome_rule import OUTCOME_KINDS


class Outcome(models.Model):
    """An action that follows from somebody's grades: proposed, approved, done (requirement R3).

    Comes from the rules when results are published. It says which rule and which cycles led to it,
    in copies, so that neither a changed rule nor an appeal changes what was proposed.
    """

    _name = "hr.performance.outcome"
    _description = "Outcome"
    _inherit = [
        "hr.performance.line.mixin",
        "hr.performance.workflow.mixin",
        "hr.performance.task.mixin",
        "hr.performance.private.thread.mixin",
        "mail.activity.mixin",
    ]
    _order = "cycle_id, kind, employee_id, id"

    _workflow = flows.OUTCOME
    _protected_fields = (
        "state",
        "employee_id",
        "evaluation_id",
        "cycle_id",
        "rule_id",
        "rule_name",
        "kind",
        "basis",
        "led_cycle_ids",
        "needs_manager",
        "visible_to_employee",
        "agreed_by_id",
        "decided_by_id",
        "decided_at",
        "dismiss_reason",
        "done_note",
        "basis_lost",
    )

    employee_id = fields.Many2one(
        "hr.employee", required=True, readonly=True, index=True, ondelete="restrict"
    )
    evaluation_id = fields.Many2one(
        "hr.performance.evaluation", required=True, readonly=True, index=True, ondelete="restrict"
    )
    cycle_id = fields.Many2one(
        "hr.performance.cycle", required=True, readonly=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one(
        related="cycle_id.company_id", store=True, index=True, precompute=True
    )
    department_id = fields.Many2one(related="evaluation_id.department_id", store=True, index=True)
    manager_id = fields.Many2one(related="evaluation_id.manager_id", store=True, index=True)
    rule_id = fields.Many2one(
        "hr.performance.outcome.rule", required=True, readonly=True, ondelete="restrict"
    )
    rule_name = fields.Char(string="Rule as it was", required=True, readonly=True)
    kind = fields.Selection(
        OUTCOME_KINDS, string="Action", required=True, readonly=True, index=True
    )
    basis = fields.Char(
        string="Follows from", required=True, readonly=True, help="The cycles and their grades."
    )
    led_cycle_ids = fields.Many2many("hr.performance.cycle", string="Cycles", readonly=True)
    needs_manager = fields.Boolean(string="The manager agrees first", readonly=True)
    visible_to_employee = fields.Boolean(string="The employee reads it", readonly=True)
    state = fields.Selection(
        [
            ("proposed", "Proposed"),
            ("approved", "Approved"),
            ("done", "Done"),
            ("dismissed", "Dismissed"),
            ("withdrawn", "Withdrawn"),
        ],
        default=flows.OUTCOME.initial,
        required=True,
        readonly=True,
        tracking=True,
        index=True,
        group_expand=True,
    )
    agreed_by_id = fields.Many2one("res.users", string="Agreed by", readonly=True)
    decided_by_id = fields.Many2one("res.users", string="Decided by", readonly=True)
    decided_at = fields.Datetime(string="Decided on", readonly=True)
    dismiss_reason = fields.Text(string="Dismissed because", readonly=True)
    done_note = fields.Text(string="What was done", readonly=True)
    basis_lost = fields.Boolean(
        string="Basis lost",
        readonly=True,
        tracking=True,
        help="A corrected result no longer leads to this action, which was decided before.",
    )

    _living_unique = models.UniqueIndex(
        "(employee_id, rule_id, cycle_id) WHERE state != 'withdrawn'",
        "This rule has led to an outcome for this person and cycle already.",
    )

    @api.depends("employee_id", "kind", "cycle_id")
    def _compute_display_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        for outcome in self:
            # Names only, for those who may read the outcome.
            outcome_sudo = outcome.sudo()
            outcome.display_name = (
                f"{kinds.get(outcome.kind, '')} · {outcome_sudo.employee_id.name or ''} · "
                f"{outcome_sudo.cycle_id.code or ''}"
            )
