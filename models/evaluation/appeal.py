from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ...rules import flows
from ...rules.flows import APPEAL_REVIEWER, EMPLOYEE, HR, OFFICER

OPEN = ("filed", "under_review")
DECIDED = ("upheld", "partly", "rejected")
GROUNDS = [
    ("standard", "The standard was not applied as for others"),
    ("data", "Figures or facts are wrong"),
    ("procedure", "The procedure was not kept"),
    ("other", "Another reason"),
]


class Appeal(models.Model):
    """An appeal of a person against the released result (requirements A1–A4).

    Read by the person, by HR, and by the independent reviewer. Whoever took part in judging the
    person has no HR role here; the manager is told by a record of its own
    (`hr.performance.appeal.statement`), and what the reviewer works with lies in
    `hr.performance.appeal.file`. Nobody writes an appeal: it comes from filing, and changes by
    steps; once it is closed the database refuses every change.
    """

    _name = "hr.performance.appeal"
    _description = "Appeal"
    _inherit = [
        "hr.performance.of.evaluation.mixin",
        "hr.performance.line.mixin",
        "hr.performance.workflow.mixin",
        "hr.performance.task.mixin",
        "hr.performance.private.thread.mixin",
        "mail.activity.mixin",
    ]
    _order = "due desc, id desc"
    # Person, HR and reviewer write to each other here; nobody writes the record itself.
    _mail_post_access = "read"

    _workflow = flows.APPEAL
    _protected_fields = (
        "state",
        "evaluation_id",
        "grounds",
        "explanation",
        "dimension_id",
        "goal_id",
        "evidence_ids",
        "appealed_grade",
        "filed_at",
        "filed_by_id",
        "paper_reason",
        "due",
        "reviewer_id",
        "assigned_by_id",
        "assigned_at",
        "reassign_reason",
        "answer",
        "new_grade_id",
        "new_grade",
        "findings",
        "decided_at",
        "decided_by_id",
        "days_taken",
        "late",
        "told_level",
    )

    evaluation_id = fields.Many2one(readonly=True)
    department_id = fields.Many2one(
        related="evaluation_id.department_id", store=True, index=True, precompute=True
    )
    state = fields.Selection(
        [
            ("filed", "Filed"),
            ("under_review", "Under review"),
            ("upheld", "Upheld"),
            ("partly", "Upheld in part"),
            ("rejected", "Rejected"),
            ("withdrawn", "Withdrawn"),
        ],
        default=flows.APPEAL.initial,
        required=True,
        readonly=True,
        tracking=True,
        index=True,
        group_expand=True,
    )
    grounds = fields.Selection(GROUNDS, required=True, readonly=True)
    explanation = fields.Text(required=True, readonly=True)
    dimension_id = fields.Many2one(
        "hr.performance.dimension", string="About the dimension", readonly=True, ondelete="restrict"
    )
    goal_id = fields.Many2one(
        "hr.performance.goal",
        string="About the goal",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
    )
    evidence_ids = fields.Many2many("ir.attachment", readonly=True)
    appealed_grade = fields.Char(
        string="Grade appealed against", readonly=True, help="As it was when the appeal was filed."
    )
    filed_at = fields.Datetime(string="Filed on", required=True, readonly=True)
    filed_by_id = fields.Many2one(
        "res.users", string="Filed by", required=True, readonly=True, ondelete="restrict"
    )
    paper_reason = fields.Text(
        string="On paper because",
        readonly=True,
        help="HR entered the appeal of somebody without a login.",
    )
    due = fields.Date(
        string="To decide until",
        required=True,
        readonly=True,
        index=True,
        help="Working days by the company's calendar; until the end of this day.",
    )
    reviewer_id = fields.Many2one(
        "hr.employee",
        string="Independent reviewer",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
        tracking=True,
    )
    assigned_by_id = fields.Many2one(
        "res.users", string="Assigned by", readonly=True, ondelete="restrict"
    )
    assigned_at = fields.Datetime(string="Assigned on", readonly=True)
    reassign_reason = fields.Text(string="Another reviewer because", readonly=True)
    decided_at = fields.Datetime(string="Decided on", readonly=True)
    decided_by_id = fields.Many2one(
        "res.users", string="Decided by", readonly=True, ondelete="restrict"
    )
    told_level = fields.Integer(
        readonly=True, help="1: the reviewer was reminded; 2: the HR administrators were told."
    )
    file_ids = fields.One2many("hr.performance.appeal.file", "appeal_id", readonly=True)
    statement_ids = fields.One2many("hr.performance.appeal.statement", "appeal_id", readonly=True)
    judged_by_me = fields.Boolean(
        string="Judged by me",
        compute="_compute_judged_by_me",
        search="_search_judged_by_me",
        help="You took part in judging this person, so you have no HR role in this appeal.",
    )

    _evaluation_unique = models.Constraint(
        "UNIQUE(evaluation_id)", "There is an appeal against this result already."
    )

    @api.depends("employee_id", "cycle_id")
    def _compute_display_name(self):
        for appeal in self:
            appeal_sudo = appeal.sudo()  # names only, for those who may read the appeal
            appeal.display_name = self.env._(
                "Appeal · %(employee)s · %(cycle)s",
                employee=appeal_sudo.employee_id.name or "",
                cycle=appeal_sudo.cycle_id.name or "",
            )

    @api.depends("evaluation_id")
    @api.depends_context("uid")
    def _compute_judged_by_me(self):
        judged_sudo = self.sudo().search(  # decides about access, whatever the asker may read
            [("id", "in", self.ids), ("judged_by_me", "=", True)]
        )
        for appeal in self:
            appeal.judged_by_me = appeal._origin in judged_sudo

    def _search_judged_by_me(self, operator, value):
        if operator != "in":
            return NotImplemented
        return Domain("evaluation_id", "any!", self._get_judged_domain(self.env.uid))

    @api.model
    def _get_judged_domain(self, user):
        """Evaluations in which a user judged: as manager, by a review, or by deciding the grade.

        Not by leading a calibration: whoever does cannot review an appeal, and may assign one.
        """
        reviews = Domain("role", "!=", "self") & Domain("state", "=", "submitted")
        changes = Domain("step", "=", "manager")
        return (
            Domain("manager_id.user_id", "=", user)
            | Domain("review_ids", "any!", reviews & Domain("reviewer_id.user_id", "=", user))
            | Domain("rating_ids.change_ids", "any!", changes & Domain("user_id", "=", user))
        )

    def _get_roles(self):
        """HR that took part in judging has no HR role; HR acts for somebody without a login."""
        roles = super()._get_roles()
        for appeal in self:
            mine = roles[appeal.id] - HR if appeal.judged_by_me else roles[appeal.id]
            appeal_sudo = appeal.sudo()  # who it is about and who decides, whoever asks
            if OFFICER in mine and not appeal_sudo.employee_id.user_id:
                mine = mine | {EMPLOYEE}
            if appeal_sudo.reviewer_id and appeal_sudo.reviewer_id.user_id == self.env.user:
                mine = mine | {APPEAL_REVIEWER}
            roles[appeal.id] = mine
        return roles

    def _is_open(self):
        return self.state in OPEN

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        if self:
            raise UserError(
                self.env._("An appeal is kept for good; whoever filed it can withdraw it.")
            )
