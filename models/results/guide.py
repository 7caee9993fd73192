from odoo import api, fields, models
from odoo.exceptions import UserError


class Guide(models.Model):
    """A document that tells how to set goals, or how to evaluate (requirement I2).

    The Goal Setting Guide and the Evaluation Standards Handbook are shipped; each has versions,
    and every cycle knows those that held when it was launched.
    """

    _name = "hr.performance.guide"
    _description = "Guide"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    kind = fields.Selection(
        [("goals", "Setting goals"), ("standards", "Evaluation")],
        string="About",
        required=True,
        default="goals",
    )
    company_id = fields.Many2one("res.company", index=True, help="Empty: for all companies.")
    must_acknowledge = fields.Boolean(
        string="Managers acknowledge it",
        default=True,
        help="Managers confirm that they know the current version; the company's setting may block"
        " their evaluations until then.",
    )
    version_ids = fields.One2many("hr.performance.guide.version", "guide_id", string="Versions")
    current_version_id = fields.Many2one(
        "hr.performance.guide.version",
        string="Version in force",
        compute="_compute_current_version_id",
    )

    @api.depends("version_ids.state")
    def _compute_current_version_id(self):
        versions = self.env["hr.performance.guide.version"].search(
            [("guide_id", "in", self.ids), ("state", "=", "published")]
        )
        by_guide = {version.guide_id.id: version for version in versions}
        for guide in self:
            guide.current_version_id = by_guide.get(guide.id)

    @api.model
    def _get_current_versions(self, company):
        """Return the published version of each guide that holds for this company."""
        return self.env["hr.performance.guide.version"].search(
            [
                ("state", "=", "published"),
                ("guide_id.company_id", "in", (False, company.id)),
            ]
        )

    @api.model
    def _put_shipped_in_force(self):
        """Called by the data of the addon: the first versions that it ships hold at once.

        Also in a database that had the addon before it shipped them; HR's own drafts stay drafts.
        """
        for name in ("guide_goals_1", "guide_standards_1"):
            version = self.env.ref(f"hr_performance.{name}", raise_if_not_found=False)
            if version and version.state == "draft" and not version.guide_id.current_version_id:
                version._with_pass()._transit("publish", published_at=fields.Datetime.now())

    @api.ondelete(at_uninstall=False)
    def _unlink_except_published(self):
        versions_sudo = self.sudo().version_ids  # what was in force stays, whoever asks
        if versions_sudo.filtered(lambda one: one.state != "draft"):
            raise UserError(
                self.env._(
                    "%s: versions that were in force are kept, because cycles refer to them.",
                    ", ".join(self.mapped("name")),
                )
            )

    def action_new_version(self):
        """Open a draft that starts from the text in force."""
        self.ensure_one()
        version = self.version_ids.filtered(lambda one: one.state == "draft")[:1]
        version = version or self._draft_version()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("New version"),
            "res_model": version._name,
            "view_mode": "form",
            "res_id": version.id,
        }

    def _draft_version(self, **values):
        """Return a new draft, in all its languages the copy of the version in force."""
        self.ensure_one()
        current = self.current_version_id
        # A copy takes the translations along.
        if current:
            return current.copy({"change": False, **values})
        return self.env["hr.performance.guide.version"].create({"guide_id": self.id, **values})
