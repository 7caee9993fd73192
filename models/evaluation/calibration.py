from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

from ...rules import distribution, flows

# What the facilitator writes without being HR.
_BY_FACILITATOR = {"agenda", "minutes", "start", "duration", "calendar_event_id"}
# What only a session that is not open yet may change.
_SHAPE = {
    "cycle_id", "scope", "department_ids", "manager_id", "member_ids", "guideline_mode",
    "minimum_group",
}  # fmt: skip
_PEOPLE = {"name", "facilitator_id", "participant_ids"}


class Calibration(models.Model):
    """A session in which managers compare their judgements of many people (requirement E8).

    Read by facilitator, participants and HR, and by nobody who is discussed in it: neither list,
    minutes nor figures of a session reach a person about whom it is. What a session knows about
    people lies in models of their own, whose rules hide the own row and those above.
    """

    _name = "hr.performance.calibration"
    _description = "Calibration session"
    _inherit = [
        "hr.performance.workflow.mixin",
        "hr.performance.computed.mixin",
        "hr.performance.facilitated.meeting.mixin",
        "hr.performance.private.thread.mixin",
        "mail.activity.mixin",
    ]
    _order = "start desc, id desc"
    _check_company_auto = True

    _workflow = flows.CALIBRATION
    _protected_fields = (
        "state",
        "guideline",
        "opened_at",
        "approved_at",
        "approved_by_id",
        "minutes_digest",
        "minutes_pdf_sha256",
    )

    cycle_id = fields.Many2one(
        "hr.performance.cycle", required=True, index=True, check_company=True, ondelete="restrict"
    )
    company_id = fields.Many2one(
        "res.company", related="cycle_id.company_id", store=True, index=True, precompute=True
    )
    state = fields.Selection(
        [
            ("draft", "Preparation"),
            ("open", "In session"),
            ("approved", "Approved"),
            ("cancelled", "Cancelled"),
        ],
        default=flows.CALIBRATION.initial,
        required=True,
        readonly=True,
        tracking=True,
        index=True,
    )
    scope = fields.Selection(
        [("department", "Departments"), ("manager", "Line of a manager"), ("list", "List")],
        default="department",
        required=True,
    )
    department_ids = fields.Many2many(
        "hr.department",
        string="Departments",
        check_company=True,
        help="With the departments below them.",
    )
    manager_id = fields.Many2one(
        "hr.employee", string="In the line of", check_company=True, ondelete="restrict"
    )
    guideline_mode = fields.Selection(
        [("off", "Do not show"), ("warn", "Show deviations"), ("block", "Block the approval")],
        string="Guideline",
        default="warn",
        required=True,
        help="Blocked only from the minimum group size on.",
    )
    minimum_group = fields.Integer(
        string="Minimum group size", default=distribution.MINIMUM_GROUP, required=True
    )
    guideline = fields.Json(
        string="Guideline at opening", readonly=True, copy=False, help="Copied from the scale."
    )
    member_ids = fields.One2many(
        "hr.performance.calibration.member", "calibration_id", string="People discussed"
    )
    move_ids = fields.One2many(
        "hr.performance.calibration.move", "calibration_id", string="Moves", readonly=True
    )
    member_count = fields.Integer(string="People", compute="_compute_counts")
    move_count = fields.Integer(string="Moves made", compute="_compute_counts")
    opened_at = fields.Datetime(readonly=True, copy=False)
    approved_at = fields.Datetime(readonly=True, copy=False)
    approved_by_id = fields.Many2one("res.users", readonly=True, copy=False, ondelete="restrict")

    is_participant = fields.Boolean(
        string="I take part", compute="_compute_my_part", search="_search_is_participant"
    )
    is_facilitator = fields.Boolean(
        string="I lead it", compute="_compute_my_part", search="_search_is_facilitator"
    )
    is_about_me = fields.Boolean(
        string="I am discussed", compute="_compute_my_part", search="_search_is_about_me"
    )

    _minimum_group_positive = models.Constraint(
        "CHECK(minimum_group > 0)", "The minimum group size is at least 1."
    )

    def _compute_counts(self):
        """What this user may see of the members and moves, counted with the rights of the user."""
        counts = {}
        for field in ("member", "move"):
            rows = self.env[f"hr.performance.calibration.{field}"]._read_group(
                [("calibration_id", "in", self.ids)], ["calibration_id"], ["__count"]
            )
            counts[field] = {session.id: count for session, count in rows}
        for session in self:
            session.member_count = counts["member"].get(session.id, 0)
            session.move_count = counts["move"].get(session.id, 0)

    @api.depends("facilitator_id", "participant_ids", "member_ids")
    @api.depends_context("uid")
    def _compute_my_part(self):
        found = {
            name: self.sudo().search([("id", "in", self.ids), (name, "=", True)])  # decides access
            for name in ("is_participant", "is_facilitator", "is_about_me")
        }
        for session in self:
            for name, sessions in found.items():
                session[name] = session in sessions

    def _search_is_facilitator(self, operator, value):
        if operator != "in":
            return NotImplemented
        return Domain("facilitator_id.user_id", "=", self.env.uid)

    def _search_is_participant(self, operator, value):
        if operator != "in":
            return NotImplemented
        mine = Domain("participant_ids.user_id", "=", self.env.uid)
        return mine | Domain("facilitator_id.user_id", "=", self.env.uid)

    def _search_is_about_me(self, operator, value):
        if operator != "in":
            return NotImplemented
        # Whoever asks reads neither member nor evaluation: that is what this decides.
        mine = Domain("employee_id.user_id", "=", self.env.uid)
        return Domain("member_ids", "any!", mine)

    def _get_roles(self):
        """HR and the facilitator act, never where they themselves are discussed."""
        hr_roles = self.env["hr.performance.line.mixin"]._get_hr_roles()
        roles = {}
        for session in self:
            leads = {flows.FACILITATOR} if session.is_facilitator else set()
            roles[session.id] = set() if session.is_about_me else hr_roles | leads
        return roles

    # What may be written, by whom and when

    def write(self, vals):
        self.check_access("write")
        self._check_writable(vals.keys())
        return super().write(vals)

    def _check_writable(self, names):
        if self._has_pass():
            return
        officer = self.env.su or self.env.user.has_group("hr_performance.group_officer")
        if names & (_SHAPE | _PEOPLE) and not officer:
            raise AccessError(
                self.env._(
                    "Only HR sets up a calibration session. The facilitator writes its time,"
                    " agenda and minutes."
                )
            )
        closed = {
            "open": _SHAPE,
            "approved": _SHAPE | _PEOPLE | _BY_FACILITATOR,
            "cancelled": _SHAPE | _PEOPLE | _BY_FACILITATOR,
        }
        for session in self:
            if fixed := sorted(names & closed.get(session.state, set())):
                states = dict(self._fields["state"]._description_selection(self.env))
                labels = [self._fields[name]._description_string(self.env) for name in fixed]
                raise UserError(
                    self.env._(
                        "%(session)s is in the state “%(state)s”: %(fields)s cannot change now.",
                        session=session.name,
                        state=states[session.state],
                        fields=", ".join(labels),
                    )
                )

    def _follow_event(self):
        return super(
            Calibration, self.filtered(lambda one: one.state in ("draft", "open"))
        )._follow_event()

    @api.ondelete(at_uninstall=False)
    def _unlink_except_draft(self):
        if held := self.filtered(lambda one: one.state != "draft"):
            raise UserError(
                self.env._(
                    "%s was opened or cancelled: it is kept with its history and cannot be"
                    " deleted.",
                    ", ".join(held.mapped("name")),
                )
            )

    def _tell_others(self):
        """Tell open boards that something changed; what it is, they ask with their own rights."""
        for session in self:
            self.env["bus.bus"]._sendone(
                session,
                "hr_performance.calibration/changed",
                {"id": session.id},
            )
