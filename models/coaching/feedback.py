from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Domain

from ...rules import flows

ENVELOPE = {"giver_id", "receiver_id", "goal_id", "dimension_id", "question"}


class Feedback(models.Model):
    """Feedback of one colleague to another, outside the evaluation (requirement C6).

    This is the envelope: who, to whom, on what. What is said lives in its own model
    (`hr.performance.feedback.text`): until the receiver opens it, the giver may take it back, and
    nobody else has read it. The giver alone decides who reads it.
    """

    _name = "hr.performance.feedback"
    _description = "Feedback"
    _inherit = [
        "hr.performance.link.mixin",
        "hr.performance.line.mixin",
        "hr.performance.computed.mixin",
        "hr.performance.workflow.mixin",
        "hr.performance.private.thread.mixin",
        "mail.activity.mixin",
    ]
    _order = "id desc"

    _workflow = flows.FEEDBACK
    _checked_links = {"goal_id": "read"}
    _protected_fields = ("state", "asked", "given_at", "read_at", "decline_reason")

    giver_id = fields.Many2one(
        "hr.employee",
        string="Feedback from",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self._get_default_person("giver"),
    )
    receiver_id = fields.Many2one(
        "hr.employee",
        string="Feedback to",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self._get_default_person("receiver"),
    )
    company_id = fields.Many2one(
        "res.company", related="receiver_id.company_id", store=True, index=True, precompute=True
    )
    goal_id = fields.Many2one(
        "hr.performance.goal", string="On the goal", index="btree_not_null", ondelete="set null"
    )
    dimension_id = fields.Many2one(
        "hr.performance.dimension", string="On the dimension", ondelete="restrict"
    )
    asked = fields.Boolean(string="Asked for", readonly=True, copy=False)
    question = fields.Text(help="What you want to know. Whoever may read the answer reads it too.")
    text_ids = fields.One2many("hr.performance.feedback.text", "feedback_id", readonly=True)
    text = fields.Text(string="Feedback", compute="_compute_text", inverse="_inverse_text")
    visibility = fields.Selection(
        [("person", "Only the person"), ("manager", "Also the managers above the person")],
        string="Who reads it",
        required=True,
        default="person",
        help="The giver decides. Managers read it once the person has opened it.",
    )
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("requested", "Asked"),
            ("given", "Given"),
            ("read", "Read"),
            ("declined", "Declined"),
            ("cancelled", "Cancelled"),
            ("withdrawn", "Taken back"),
        ],
        default=flows.FEEDBACK.initial,
        required=True,
        readonly=True,
        index=True,
    )
    given_at = fields.Datetime(string="Given on", readonly=True, copy=False)
    read_at = fields.Datetime(string="Read on", readonly=True, copy=False)
    decline_reason = fields.Text(string="Declined because", readonly=True, copy=False)
    is_giver = fields.Boolean(
        string="From me", compute="_compute_is_giver", search="_search_is_giver"
    )

    _not_oneself = models.Constraint(
        "CHECK(giver_id != receiver_id)", "Feedback is for somebody else, not for oneself."
    )

    def _line_employee_path(self):
        return "receiver_id"

    @api.model
    def _get_default_person(self, side):
        """Oneself, on the side that one is on: asking makes one the receiver."""
        mine = "receiver" if self.env.context.get("ask_feedback") else "giver"
        return self.env.user.employee_id.id if side == mine else False

    @api.depends("giver_id")
    @api.depends_context("uid")
    def _compute_is_giver(self):
        for feedback in self:
            # Who gives it decides about access, so it is read without regard to access.
            feedback.is_giver = feedback.sudo().giver_id.user_id == self.env.user

    def _search_is_giver(self, operator, value):
        if operator != "in":
            return NotImplemented
        return Domain("giver_id.user_id", "=", self.env.uid)

    @api.depends("giver_id", "receiver_id")
    def _compute_display_name(self):
        for feedback in self:
            giver, receiver = feedback.giver_id.name, feedback.receiver_id.name
            if giver and receiver:
                feedback.display_name = self.env._(
                    "Feedback from %(giver)s to %(receiver)s", giver=giver, receiver=receiver
                )
            else:  # while it is being written
                feedback.display_name = self.env._("New feedback")

    @api.depends("text_ids.text", "state")
    @api.depends_context("uid")
    def _compute_text(self):
        """What the current user may read of it: the rules of the text decide."""
        texts = self.env["hr.performance.feedback.text"].sudo(False)  # also while a step is taken
        found = texts.search([("feedback_id", "in", self.ids)])
        texts = {row.feedback_id.id: row.text for row in found}
        for feedback in self:
            feedback.text = texts.get(feedback._origin.id, False)

    def _inverse_text(self):
        texts = self.env["hr.performance.feedback.text"]
        for feedback in self:
            row = texts.search([("feedback_id", "=", feedback.id)])
            if row:
                row.write({"text": feedback.text})
            elif feedback.text:
                texts.create({"feedback_id": feedback.id, "text": feedback.text})

    @api.constrains("giver_id", "receiver_id", "goal_id", "dimension_id")
    def _check_people(self):
        for feedback_sudo in self.sudo():  # facts, whatever the asker may read
            if obstacle := feedback_sudo._get_obstacle():
                raise ValidationError(obstacle)

    def _get_obstacle(self):
        """Return why there cannot be such feedback, None when there can."""
        self.ensure_one()
        people = self.giver_id | self.receiver_id
        for person in people:
            if not person.active or not person.user_id:
                return self.env._(
                    "%s cannot log in, and so can neither give nor read feedback.", person.name
                )
        if len(people.company_id) > 1:
            return self.env._(
                "%(giver)s and %(receiver)s belong to different companies.",
                giver=self.giver_id.name,
                receiver=self.receiver_id.name,
            )
        if not (self.goal_id or self.dimension_id):
            return self.env._("Please say on which goal or on which dimension.")
        owner = self.goal_id.employee_id
        if self.goal_id.company_id - self.company_id or (owner and owner != self.receiver_id):
            return self.env._(
                "“%(goal)s” is not a goal of %(receiver)s.",
                goal=self.goal_id._get_link_name(),
                receiver=self.receiver_id.name,
            )
        return None

    # ORM overrides

    @api.model_create_multi
    def create(self, vals_list):
        feedbacks = super().create([self._without_choice(vals) for vals in vals_list])
        asked_sudo = feedbacks.filtered("is_mine").sudo()  # the process notes who began it
        # Who asks does not choose who reads the answer, by a default neither.
        asked_sudo._with_pass().write({"asked": True, "visibility": "person"})
        feedbacks._check_own()
        return feedbacks

    def _without_choice(self, vals):
        """Who asks does not choose who reads the answer."""
        giver = self.env["hr.employee"].browse(vals.get("giver_id")).sudo()  # only whose user
        if giver and giver.user_id != self.env.user:
            return {key: value for key, value in vals.items() if key not in ("visibility", "text")}
        return vals

    def write(self, vals):
        if not self._has_pass():
            self.check_access("write")
            self._check_writer(vals)
        result = super().write(vals)
        if {"giver_id", "receiver_id"} & vals.keys():
            self._check_own()  # nor does anybody turn it into somebody else's
        return result

    def _check_own(self):
        for feedback in self:
            if not (feedback.is_mine if feedback.asked else feedback.is_giver):
                raise AccessError(
                    self.env._("Feedback is given, or asked for, by oneself: nobody else does it.")
                )

    def _check_writer(self, vals):
        for feedback in self:
            if ENVELOPE & vals.keys() and feedback.state != "draft":
                raise UserError(
                    self.env._(
                        "%s: to whom and on what is settled. Please write a new one instead.",
                        feedback.display_name,
                    )
                )
            if {"visibility", "text"} & vals.keys() and not feedback._may_word():
                raise AccessError(
                    self.env._(
                        "%s: only the giver writes it and decides who reads it, and only until it"
                        " is given.",
                        feedback.display_name,
                    )
                )

    def _may_word(self):
        return self.is_giver and self.state in ("draft", "requested")

    @api.ondelete(at_uninstall=False)
    def _unlink_except_sent(self):
        for feedback in self:
            if feedback.state != "draft":
                raise UserError(
                    self.env._(
                        "%s is not a draft any more: it can be taken back or cancelled, not"
                        " deleted.",
                        feedback.display_name,
                    )
                )
