from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules import flows


class GuideVersion(models.Model):
    """One version of a guide: what was in force stays as it was (requirement I2)."""

    _name = "hr.performance.guide.version"
    _description = "Version of a guide"
    _inherit = [
        "hr.performance.workflow.mixin",
        "mail.thread",
        "mail.activity.mixin",
    ]
    _order = "guide_id, number desc, id desc"

    _workflow = flows.GUIDE_VERSION
    _protected_fields = ("state", "number", "published_at", "published_by_id")

    guide_id = fields.Many2one(
        "hr.performance.guide", required=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one(related="guide_id.company_id", store=True, index=True)
    kind = fields.Selection(related="guide_id.kind")
    number = fields.Integer(string="Version", readonly=True, copy=False)
    body = fields.Html(string="Text", translate=True)
    change = fields.Text(string="What is new", help="And which experience led to it.")
    retrospective_id = fields.Many2one(
        "hr.performance.retrospective",
        string="Comes out of",
        index="btree_not_null",
        ondelete="set null",
        copy=False,
        groups="hr_performance.group_officer,hr_performance.group_auditor",
    )
    state = fields.Selection(
        [("draft", "Draft"), ("published", "In force"), ("superseded", "Replaced")],
        default=flows.GUIDE_VERSION.initial,
        required=True,
        readonly=True,
        copy=False,
        tracking=True,
        index=True,
    )
    published_at = fields.Datetime(string="In force since", readonly=True, copy=False)
    published_by_id = fields.Many2one("res.users", readonly=True, copy=False)
    acknowledgement_ids = fields.One2many(
        "hr.performance.guide.acknowledgement", "version_id", readonly=True
    )
    is_acknowledged = fields.Boolean(
        string="Acknowledged by me", compute="_compute_is_acknowledged"
    )

    _draft_unique = models.UniqueIndex(
        "(guide_id) WHERE state = 'draft'",
        "There is a draft of this guide already. Please continue that one.",
    )
    _published_unique = models.UniqueIndex(
        "(guide_id) WHERE state = 'published'", "A guide has one version in force."
    )

    @api.depends("guide_id.name", "number", "state")
    def _compute_display_name(self):
        for version in self:
            number = version.number or self.env._("draft")
            version.display_name = f"{version.guide_id.name or ''} ({number})"

    @api.depends("acknowledgement_ids")
    @api.depends_context("uid")
    def _compute_is_acknowledged(self):
        known = self.env["hr.performance.guide.acknowledgement"]._get_known(self, self.env.user)
        for version in self:
            version.is_acknowledged = version in known

    def _get_roles(self):
        roles = self.env["hr.performance.line.mixin"]._get_hr_roles()
        return {version.id: roles for version in self}

    # What was in force stays as it was

    def write(self, vals):
        if not self._has_pass() and vals.keys() & {"body", "change", "guide_id"}:
            self._check_drafted()
        return super().write(vals)

    def update_field_translations(self, field_name, translations, source_lang=""):
        """Override: translations are text of the guide too, and reach no ``write``."""
        self._check_drafted()
        return super().update_field_translations(field_name, translations, source_lang)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_draft(self):
        self._check_drafted()

    def _check_drafted(self):
        self.check_access("write")
        if settled := self.filtered(lambda one: one.state != "draft"):
            raise UserError(
                self.env._(
                    "%s is in force or was replaced, and stays as it is. Please write a new"
                    " version.",
                    ", ".join(settled.mapped("display_name")),
                )
            )

    # Steps

    def action_publish(self):
        """Put this version in force; cycles that are launched from now on use it."""
        self._transit(
            "publish", published_at=fields.Datetime.now(), published_by_id=self.env.user.id
        )

    def _check_publish(self):
        for version in self:
            if not (version.body or "").strip():
                raise UserError(
                    self.env._("%s has no text yet. Please write it first.", version.display_name)
                )
            version.guide_id.version_ids.filtered(
                lambda one: one.state == "published"
            )._transit_by_system("supersede")
        # The database knows one version in force: the old one steps back before.
        self.flush_model(["state"])

    def _after_publish(self, reason=None):
        for version in self:
            numbers = version.guide_id.version_ids.mapped("number")
            version.write({"number": max(numbers) + 1})

    def action_acknowledge(self):
        """The current user confirms to know this version."""
        self.check_access("read")
        if self.filtered(lambda one: one.state != "published"):
            raise UserError(self.env._("Only the version in force is acknowledged."))
        todo = self.filtered(lambda one: not one.is_acknowledged)
        self.env["hr.performance.guide.acknowledgement"]._acknowledge(todo)
