from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...rules import flows

# Where a need may come from: {name of the link: what ``source`` says then}
SOURCES = {
    "action_id": "coaching",
    "development_action_id": "plan",
    "outcome_id": "outcome",
    "rating_id": "evaluation",
}
OPEN_STATES = ("proposed", "planned", "running")


class TrainingNeed(models.Model):
    """What somebody should learn, wherever that was found: one list (requirements R4, C3, R6).

    Comes from problems of capability, gaps of a released evaluation, approved outcomes, agreed
    development plans, or by hand. As long as it is proposed it follows its source; when it is done
    the source is closed with it, and the other way round. What it costs is kept apart, in
    ``hr.performance.training.cost``, because the person reads the need.
    """

    _name = "hr.performance.training.need"
    _description = "Training need"
    _inherit = [
        "hr.performance.computed.mixin",
        "hr.performance.line.mixin",
        "hr.performance.workflow.mixin",
        "hr.mixin",
        "hr.performance.private.thread.mixin",
        "mail.activity.mixin",
    ]
    _order = "priority desc, date_wanted, id"
    _mail_post_access = "read"

    _workflow = flows.TRAINING_NEED
    _protected_fields = (
        "state",
        "source",
        *SOURCES,
        "dimension_id",
        "basis",
        "result",
        "done_on",
        "dismiss_reason",
    )

    name = fields.Char(string="Topic", required=True)
    employee_id = fields.Many2one(
        "hr.employee", string="For", required=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one(
        "res.company", compute="_compute_place", store=True, precompute=True, index=True
    )
    department_id = fields.Many2one(
        "hr.department",
        compute="_compute_place",
        store=True,
        precompute=True,
        index=True,
        help="When the need was found.",
    )
    skill_id = fields.Many2one("hr.skill", index="btree_not_null", ondelete="restrict")
    skill_type_id = fields.Many2one(related="skill_id.skill_type_id")
    skill_level_id = fields.Many2one(
        "hr.skill.level",
        string="Level to reach",
        domain="[('skill_type_id', '=', skill_type_id)]",
        ondelete="restrict",
    )
    kind = fields.Selection(
        [
            ("course", "Course"),
            ("sharing", "Internal sharing"),
            ("mentoring", "Mentoring"),
            ("other", "Other"),
        ],
        required=True,
        default="course",
        index=True,
    )
    priority = fields.Selection(
        [("0", "Normal"), ("1", "High"), ("2", "Urgent")], required=True, default="0"
    )
    date_wanted = fields.Date(string="Wanted by")
    date_planned = fields.Date(string="Takes place on")
    provider = fields.Char(help="School or trainer, where somebody from outside teaches.")
    owner_id = fields.Many2one(
        "hr.employee",
        index="btree_not_null",
        ondelete="restrict",
        help="Who teaches, mentors or organises it.",
    )
    visible_to_employee = fields.Boolean(
        string="The employee reads it",
        default=True,
        help="Off where it follows from an outcome that is not meant for the employee.",
    )
    source = fields.Selection(
        [
            ("hand", "By hand"),
            ("coaching", "Coaching"),
            ("evaluation", "Evaluation"),
            ("outcome", "Outcome"),
            ("plan", "Development plan"),
        ],
        string="Found in",
        required=True,
        readonly=True,
        default="hand",
        index=True,
    )
    basis = fields.Text(string="Follows from", readonly=True)
    action_id = fields.Many2one(
        "hr.performance.action", string="Coaching action", readonly=True, ondelete="set null"
    )
    development_action_id = fields.Many2one(
        "hr.performance.development.action",
        string="Action of the development plan",
        readonly=True,
        ondelete="set null",
    )
    outcome_id = fields.Many2one("hr.performance.outcome", readonly=True, ondelete="restrict")
    rating_id = fields.Many2one(
        "hr.performance.rating", string="Grade and score", readonly=True, ondelete="restrict"
    )
    dimension_id = fields.Many2one(
        "hr.performance.dimension", readonly=True, index="btree_not_null", ondelete="restrict"
    )
    result = fields.Text(readonly=True, help="What came of it.")
    done_on = fields.Date(readonly=True)
    dismiss_reason = fields.Text(string="Dismissed because", readonly=True)
    state = fields.Selection(
        [
            ("proposed", "Proposed"),
            ("planned", "Planned"),
            ("running", "Taking place"),
            ("done", "Done"),
            ("dismissed", "Dismissed"),
        ],
        default=flows.TRAINING_NEED.initial,
        required=True,
        readonly=True,
        tracking=True,
        index=True,
        group_expand=True,
    )

    _one_source = models.Constraint(
        f"CHECK(num_nonnulls({', '.join(SOURCES)}) <= 1)", "A training need has one source."
    )
    _action_unique = models.UniqueIndex(
        "(action_id) WHERE action_id IS NOT NULL", "This action is on the list already."
    )
    _development_action_unique = models.UniqueIndex(
        "(development_action_id) WHERE development_action_id IS NOT NULL",
        "This action of a development plan is on the list already.",
    )
    _outcome_unique = models.UniqueIndex(
        "(outcome_id) WHERE outcome_id IS NOT NULL", "This outcome is on the list already."
    )
    _gap_unique = models.UniqueIndex(
        "(rating_id, dimension_id) WHERE rating_id IS NOT NULL",
        "This gap of the evaluation is on the list already.",
    )

    @api.depends("employee_id")
    def _compute_place(self):
        """Kept as it was: what a department needed does not move with the person."""
        for need in self:
            employee_sudo = need.sudo().employee_id  # where somebody works is no secret
            need.company_id = employee_sudo.company_id
            need.department_id = employee_sudo.department_id

    @api.constrains("skill_id", "skill_level_id")
    def _check_skill_level(self):
        for need in self:
            if need.skill_level_id and need.skill_level_id.skill_type_id != need.skill_type_id:
                raise ValidationError(
                    self.env._(
                        "“%(topic)s”: the level “%(level)s” belongs to another kind of skill."
                        " Please choose a level of the skill.",
                        topic=need.name,
                        level=need.skill_level_id.name,
                    )
                )

    @api.constrains("owner_id", "company_id")
    def _check_owner(self):
        for need_sudo in self.sudo().filtered("owner_id"):  # a fact, whatever the asker may read
            if need_sudo.owner_id.company_id != need_sudo.company_id:
                raise ValidationError(
                    self.env._(
                        "“%s”: the owner belongs to another company. Please choose somebody of the"
                        " same company, or name a provider.",
                        need_sudo.name,
                    )
                )

    # ORM overrides

    def write(self, vals):
        if not self._has_pass():
            self.check_access("write")  # first: a refusal names the topic
            self._check_writer(vals)
        return super().write(vals)

    def _check_writer(self, vals):
        for need in self:
            if "employee_id" in vals and vals["employee_id"] != need.employee_id.id:
                raise UserError(
                    self.env._(
                        "“%s” stays with its person. Please enter a need of its own for somebody"
                        " else.",
                        need.name,
                    )
                )
            if need.state not in OPEN_STATES and (self._get_content_names() & vals.keys()):
                raise UserError(self.env._("“%s” is closed and cannot change any more.", need.name))

    @api.model
    def _get_content_names(self):
        """What is settled when a need is closed."""
        return {
            "name", "skill_id", "skill_level_id", "kind", "priority", "date_wanted", "date_planned",
            "provider", "owner_id", "visible_to_employee", "planned_cost",
        }  # fmt: skip

    @api.ondelete(at_uninstall=False)
    def _unlink_except_by_hand(self):
        if kept := self.filtered(lambda one: one.state != "proposed" or one.source != "hand"):
            raise UserError(
                self.env._(
                    "“%s” is part of the record. Please dismiss it with a reason instead.",
                    kept[0].name,
                )
            )
