from odoo import api, fields, models


class GuideAcknowledgement(models.Model):
    """Somebody confirmed to know a version of a guide. Kept for good (requirement I3)."""

    _name = "hr.performance.guide.acknowledgement"
    _description = "Acknowledgement of a guide"
    _inherit = ["hr.performance.append.only.mixin"]
    _order = "acknowledged_at desc, id desc"
    _rec_name = "version_id"

    version_id = fields.Many2one(
        "hr.performance.guide.version", required=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one("res.company", index=True, ondelete="restrict")
    user_id = fields.Many2one("res.users", required=True, index=True, ondelete="restrict")
    acknowledged_at = fields.Datetime(required=True)

    _once = models.Constraint(
        "UNIQUE(version_id, user_id)", "This version is acknowledged already."
    )

    @api.model
    def _acknowledge(self, versions):
        """The current user acknowledges; nobody does it for somebody else."""
        self._add(
            [
                {
                    "version_id": version.id,
                    "company_id": version.company_id.id,
                    "user_id": self.env.uid,
                    "acknowledged_at": fields.Datetime.now(),
                }
                for version in versions
            ]
        )
        for version_sudo in versions.sudo():  # the own to-do, on a document of HR
            version_sudo.activity_feedback(
                ["hr_performance.activity_type_guide"], user_id=self.env.uid
            )

    @api.model
    def _get_known(self, versions, user):
        """Return those of these versions that this user has acknowledged."""
        rows = self.sudo().search(  # a fact, whatever the asker may read
            [("version_id", "in", versions.ids), ("user_id", "=", user.id)]
        )
        return versions & rows.version_id.with_env(versions.env)
