from odoo import api, fields, models

from ...rules import flows
from ...rules.cadence import Status

TALK_STATUS = [
    (Status.OPEN.value, "Open"),
    (Status.ON_TIME.value, "On time"),
    (Status.LATE.value, "Late"),
    (Status.MISSING.value, "Missing"),
]


class Talk(models.Model):
    """The feedback talk about one evaluation (requirements F1, F3).

    Comes into being with the release of the result. The employee reads this record from then on,
    so it says when and with whom, not what: the points, the manager's preparation and the
    employee's own note are models of their own with their own rules.
    """

    _name = "hr.performance.talk"
    _description = "Feedback talk"
    _inherit = [
        "hr.performance.computed.mixin",
        "hr.performance.recorded.mixin",
        "hr.performance.meeting.mixin",
        "hr.performance.of.evaluation.mixin",
        "hr.performance.line.mixin",
        "hr.performance.workflow.mixin",
        "hr.performance.task.mixin",
        "hr.performance.private.thread.mixin",
        "mail.activity.mixin",
    ]
    _order = "due, employee_id, id"

    _workflow = flows.TALK
    _event_fields = frozenset({"start", "duration", "leader_id", "location"})
    _recorded_fields = frozenset({"leader_id", "start", "duration", "location", "held_on"})
    _protected_fields = (
        "state",
        "evaluation_id",
        "status",
        "recorded_at",
        "acknowledged_at",
        "entered_by_id",
        "employee_comment",
        "cancel_reason",
        "told_days",
        "told_level",
    )

    evaluation_id = fields.Many2one(readonly=True)
    department_id = fields.Many2one(
        related="evaluation_id.department_id", store=True, index=True, precompute=True
    )
    leader_id = fields.Many2one(
        "hr.employee",
        string="Led by",
        index=True,
        ondelete="restrict",
        help="The manager of the evaluation, somebody else who leads the person, or HR.",
    )
    due = fields.Date(
        string="Until",
        compute="_compute_due",
        store=True,
        precompute=True,
        index=True,
        help="Working days after the calibration or the release, as set in the template.",
    )
    start = fields.Datetime(string="Day and time")
    location = fields.Char(string="Where", help="A room where nobody else listens, or a call.")
    held_on = fields.Date(help="The day on which you talked. Empty: today.")
    state = fields.Selection(
        [
            ("planned", "To be held"),
            ("held", "Held"),
            ("acknowledged", "Acknowledged"),
            ("cancelled", "Cancelled"),
        ],
        default=flows.TALK.initial,
        required=True,
        readonly=True,
        tracking=True,
        index=True,
        group_expand=True,
    )
    status = fields.Selection(
        TALK_STATUS,
        string="In time",
        default=Status.OPEN.value,
        required=True,
        readonly=True,
        index=True,
        copy=False,
    )
    point_ids = fields.One2many("hr.performance.talk.point", "talk_id", string="Points")
    recorded_at = fields.Datetime(string="Recorded", readonly=True, copy=False)
    acknowledged_at = fields.Datetime(readonly=True, copy=False)
    entered_by_id = fields.Many2one(
        "res.users",
        readonly=True,
        copy=False,
        help="Who entered the acknowledgement of somebody without a login.",
    )
    employee_comment = fields.Text(string="Employee's comment", readonly=True, copy=False)
    cancel_reason = fields.Text(readonly=True, copy=False)
    told_days = fields.Integer(
        readonly=True, copy=False, help="The last reminder, in days before the day it is due."
    )
    told_level = fields.Integer(
        readonly=True, copy=False, help="1: the manager above was told; 2: HR was told."
    )

    _evaluation_unique = models.Constraint(
        "UNIQUE(evaluation_id)", "This evaluation has its feedback talk already."
    )

    @api.depends("evaluation_id")
    def _compute_due(self):
        """N working days after the calibration, else after the release (formulas 7)."""
        terms = self.evaluation_id._get_talk_terms()
        # People who were released together share their last day.
        days = {term: self._get_due(*term) for term in set(terms.values())}
        for talk in self:
            talk.due = days[terms[talk.evaluation_id]]

    @api.model
    def _get_due(self, company, event, released, working_days):
        due = company._get_performance_deadline(event, working_days)
        # Nobody talks about a grade that is withheld: the day after the release is the first.
        return max(due, company._get_performance_deadline(released, 1))

    @api.depends("employee_id", "cycle_id")
    def _compute_display_name(self):
        for talk in self:
            talk_sudo = talk.sudo()  # names only, for those who may read the talk
            talk.display_name = self.env._(
                "Feedback talk · %(employee)s · %(cycle)s",
                employee=talk_sudo.employee_id.name or "",
                cycle=talk_sudo.cycle_id.name or "",
            )

    # Coming into being

    @api.model
    def _open(self, evaluations):
        """Give each released evaluation its talk, with its sheets; in one pass for all of them."""
        known = self.search([("evaluation_id", "in", evaluations.ids)]).evaluation_id
        quiet = self.with_context(
            tracking_disable=True, mail_create_nolog=True, mail_create_nosubscribe=True
        )
        talks = quiet.create(
            [
                {"evaluation_id": one.id, "leader_id": one._get_talk_leader().id}
                for one in evaluations - known
            ]
        )
        sheets = [{"talk_id": talk.id} for talk in talks]
        self.env["hr.performance.talk.preparation"].create(sheets)
        self.env["hr.performance.talk.note"].create(sheets)
        talks._ask_leaders()
        return talks

    # The calendar

    def _get_meeting_people(self):
        return self.employee_id | self.leader_id

    def _get_meeting_name(self):
        """Not whom it is about: a calendar is looked at by many."""
        return self.env._("Feedback talk")

    def _prepare_event(self):
        return {**super()._prepare_event(), "location": self.location}

    def _follow_event(self):
        planned = self.filtered(lambda talk: talk.state == "planned")
        return super(Talk, planned)._follow_event()
