from odoo import api, fields, models

from ...rules import flows

COACHING_KINDS = [
    ("one_on_one", "1:1"),
    ("quarterly_review", "Quarterly review"),
    ("stand_up", "Stand-up"),
    ("ad_hoc", "Ad hoc"),
]
DURATIONS = {"one_on_one": 0.5, "quarterly_review": 1.0, "stand_up": 0.25, "ad_hoc": 0.5}


class Coaching(models.Model):
    """One talk about work between a person and somebody who leads them (requirement C2).

    While it is planned, the leaders prepare it and nobody else reads it. Once held it is closed,
    and the employee reads and acknowledges it.
    """

    _name = "hr.performance.coaching"
    _description = "Coaching record"
    _inherit = [
        "hr.performance.link.mixin",
        "hr.performance.computed.mixin",
        "hr.performance.recorded.mixin",
        "hr.performance.line.mixin",
        "hr.performance.workflow.mixin",
        "hr.mixin",
        "hr.performance.private.thread.mixin",
        "mail.activity.mixin",
    ]
    _order = "date desc, id desc"
    _form_tells_of_person = True

    _mail_post_access = "read"  # the person concerned takes part in the discussion
    _workflow = flows.COACHING
    # The meeting moves the talk, and leaves the calendar with it.
    _checked_links = {"calendar_event_id": "write"}
    # What was said in the talk: closed once the talk is held.
    _recorded_fields = frozenset({
        "kind", "employee_id", "leader_id", "participant_ids", "date", "held_on", "duration",
        "line_ids", "wins", "point_ids", "agreed", "calendar_event_id",
    })  # fmt: skip
    _protected_fields = (
        "state",
        "recorded_at",
        "acknowledged_at",
        "employee_comment",
        "cancel_reason",
    )

    kind = fields.Selection(COACHING_KINDS, required=True, default="one_on_one", index=True)
    employee_id = fields.Many2one("hr.employee", required=True, index=True, ondelete="restrict")
    leader_id = fields.Many2one(
        "hr.employee",
        string="Led by",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self.env.user.employee_id.id,
    )
    participant_ids = fields.Many2many(
        "hr.employee", string="Other participants", help="They do not get access to the record."
    )
    company_id = fields.Many2one(
        "res.company", related="employee_id.company_id", store=True, index=True, precompute=True
    )
    date = fields.Date(
        string="Planned for", required=True, default=fields.Date.context_today, index=True
    )
    held_on = fields.Date(
        string="Held on", help="The day on which you talked. Empty: the planned day, or today."
    )
    duration = fields.Float(
        string="Duration (hours)",
        compute="_compute_duration",
        store=True,
        readonly=False,
        digits=(16, 2),
    )
    calendar_event_id = fields.Many2one(
        "calendar.event", string="Meeting", index="btree_not_null", ondelete="set null", copy=False
    )
    evaluation_id = fields.Many2one(
        "hr.performance.evaluation",
        compute="_compute_evaluation_id",
        store=True,
        index="btree_not_null",
        ondelete="set null",
    )
    cycle_id = fields.Many2one(
        related="evaluation_id.cycle_id", store=True, index="btree_not_null", string="Cycle"
    )
    state = fields.Selection(
        [
            ("planned", "Planned"),
            ("held", "Held"),
            ("acknowledged", "Acknowledged"),
            ("cancelled", "Cancelled"),
        ],
        default=flows.COACHING.initial,
        required=True,
        readonly=True,
        tracking=True,
        index=True,
        group_expand=True,
    )
    line_ids = fields.One2many(
        "hr.performance.coaching.line", "coaching_id", string="Progress per goal"
    )
    wins = fields.Text(help="What went well, and what the person should keep doing.")
    point_ids = fields.One2many("hr.performance.coaching.point", "coaching_id", string="Problems")
    agreed = fields.Text(string="What was agreed")
    recorded_at = fields.Datetime(string="Recorded", readonly=True, copy=False)
    acknowledged_at = fields.Datetime(string="Acknowledged on", readonly=True, copy=False)
    employee_comment = fields.Text(string="Employee's comment", readonly=True, copy=False)
    cancel_reason = fields.Text(string="Cancelled because", readonly=True, copy=False)

    def _line_manager_path(self):
        """Who led the talk keeps access to it; a check makes sure that they lead the person."""
        return "leader_id"

    @api.depends("kind")
    def _compute_duration(self):
        for coaching in self:
            coaching.duration = DURATIONS.get(coaching.kind)

    @api.depends("employee_id", "date", "held_on")
    def _compute_evaluation_id(self):
        """The cycle of the day; of a year and its quarter, the quarter."""
        evaluations = self.env["hr.performance.evaluation"].search(
            [("employee_id", "in", self.employee_id.ids), ("state", "!=", "cancelled")]
        )
        by_length = evaluations.sorted(
            lambda one: (one.cycle_id.date_end - one.cycle_id.date_start, one.id)
        ).grouped("employee_id")
        for coaching in self:
            day = coaching.held_on or coaching.date
            coaching.evaluation_id = next(
                (
                    one.id
                    for one in by_length.get(coaching.employee_id, ())
                    if day and one.cycle_id.date_start <= day <= one.cycle_id.date_end
                ),
                False,
            )

    @api.depends("kind", "employee_id", "date", "held_on")
    def _compute_display_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        for coaching in self:
            if not coaching.employee_id:  # while it is being written
                coaching.display_name = self.env._("New talk")
                continue
            coaching.display_name = self.env._(
                "%(kind)s with %(employee)s, %(date)s",
                kind=kinds.get(coaching.kind, ""),
                employee=coaching.employee_id.name,
                date=coaching.held_on or coaching.date or "",
            )
