from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules import flows
from ...rules.verification import deviation


class Verification(models.Model):
    """A figure that the employee reported, beside the measured one (requirement E2).

    It shows what the self-evaluation says, so it comes into being when both self-evaluation and
    manager's review are submitted. What deviates by more than the tolerance is settled by the
    manager with a note, or corrected by a new measurement, before the release.
    """

    _name = "hr.performance.verification"
    _description = "Reported and measured figure"
    _inherit = [
        "hr.performance.of.evaluation.mixin",
        "hr.performance.line.mixin",
        "hr.performance.workflow.mixin",
    ]
    _order = "evaluation_id, goal_id, indicator_id, id"

    _workflow = flows.VERIFICATION
    _protected_fields = (
        "state",
        "evaluation_id",
        "goal_id",
        "indicator_id",
        "reported_value",
        "measured_value",
        "is_measured",
        "tolerance",
        "note",
        "settled_by_id",
        "settled_at",
    )

    evaluation_id = fields.Many2one(ondelete="cascade", readonly=True)
    goal_id = fields.Many2one("hr.performance.goal", readonly=True, ondelete="cascade")
    indicator_id = fields.Many2one("hr.performance.indicator", readonly=True, ondelete="restrict")
    subject = fields.Char(string="Figure", compute="_compute_subject")
    unit = fields.Char(compute="_compute_subject")
    reported_value = fields.Float(string="Reported", digits=(16, 4), readonly=True, aggregator=None)
    measured_value = fields.Float(string="Measured", digits=(16, 4), readonly=True, aggregator=None)
    is_measured = fields.Boolean(readonly=True)
    difference = fields.Float(
        compute="_compute_difference", digits=(16, 4), help="Reported less measured."
    )
    difference_text = fields.Char(string="Deviation", compute="_compute_difference")
    tolerance = fields.Float(string="Tolerance (%)", digits=(16, 2), readonly=True)
    state = fields.Selection(
        [
            ("matches", "Matches"),
            ("deviates", "Deviates"),
            ("unmeasured", "Not measured"),
            ("settled", "Settled"),
            ("corrected", "Corrected"),
        ],
        default=flows.VERIFICATION.initial,
        required=True,
        readonly=True,
        index=True,
    )
    note = fields.Text(readonly=True, help="How the deviation was settled.")
    settled_by_id = fields.Many2one("res.users", readonly=True, ondelete="restrict")
    settled_at = fields.Datetime(string="Settled on", readonly=True)

    _figure_unique = models.Constraint(
        "UNIQUE NULLS NOT DISTINCT (evaluation_id, goal_id, indicator_id)",
        "A figure is compared once.",
    )
    _one_figure = models.Constraint(
        "CHECK(num_nonnulls(goal_id, indicator_id) = 1)",
        "What is compared is a figure of one goal or of one indicator.",
    )

    @api.depends("goal_id", "indicator_id")
    def _compute_subject(self):
        for one in self:
            # Whoever reads the comparison knows what is compared.
            figure_sudo = (one.goal_id or one.indicator_id).sudo()
            one.subject, one.unit = figure_sudo.name, figure_sudo.unit

    @api.depends("subject", "employee_id")
    def _compute_display_name(self):
        for one in self:
            name = one.sudo().employee_id.name  # as for the subject
            one.display_name = f"{name or ''} · {one.subject or ''}"

    @api.depends("reported_value", "measured_value", "is_measured")
    @api.depends_context("lang")
    def _compute_difference(self):
        for one in self:
            measured = one.is_measured
            one.difference = one.reported_value - one.measured_value if measured else 0.0
            one.difference_text = one._describe_difference() if measured else False

    def _describe_difference(self):
        if not self.difference:
            return "0"
        share = deviation(self.reported_value, self.measured_value)
        if share is None:
            return f"{self.difference:+g}"
        return self.env._(
            "%(difference)s (%(share)s %%)",
            difference=f"{self.difference:+g}",
            share=f"{share:+g}",
        )

    # Steps

    def action_settle(self, reason):
        """Accept a deviation, with a note that says why."""
        self._transit(
            "settle",
            reason=reason,
            note=reason,
            settled_by_id=self.env.uid,
            settled_at=fields.Datetime.now(),
        )

    def _check_settle(self):
        if released := self.evaluation_id.filtered("released_at"):
            raise UserError(
                self.env._(
                    "%s: the result is released, so its figures are closed.",
                    ", ".join(released.mapped("display_name")),
                )
            )

    def _after_settle(self, reason=None):
        self.evaluation_id._update_verification_tasks()

    def _after_correct(self, reason=None):
        for one in self:
            one.write(
                {
                    "note": self.env._("Measured again: %s", f"{one.measured_value:g}"),
                    "settled_by_id": self.env.uid,
                    "settled_at": fields.Datetime.now(),
                }
            )

    def action_measure_again(self):
        """Enter the right value, as a new measurement with its source."""
        self.ensure_one()
        self.check_access("read")
        today = self.company_id._get_performance_today()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Enter the right value"),
            "res_model": "hr.performance.measurement",
            "view_mode": "form",
            "target": "new",
            "context": {
                "default_goal_id": self.goal_id.id,
                "default_indicator_id": self.indicator_id.id,
                "default_employee_id": self.employee_id.id,
                "default_cycle_id": self.cycle_id.id,
                "default_date": fields.Date.to_string(min(self.cycle_id.date_end, today)),
            },
        }
