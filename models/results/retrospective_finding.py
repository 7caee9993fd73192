from odoo import api, fields, models


class RetrospectiveFinding(models.Model):
    """What went wrong or well, and why."""

    _name = "hr.performance.retrospective.finding"
    _description = "Finding of a retrospective"
    _inherit = ["hr.performance.link.mixin"]
    _order = "retrospective_id, category_id, id"

    _checked_links = {"retrospective_id": "write"}

    retrospective_id = fields.Many2one(
        "hr.performance.retrospective", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="retrospective_id.company_id", store=True, index=True)
    category_id = fields.Many2one(
        "hr.performance.finding.category", required=True, ondelete="restrict"
    )
    name = fields.Char(string="Finding", required=True)
    cause = fields.Text()
    guide_id = fields.Many2one(
        "hr.performance.guide",
        string="Guide to change",
        ondelete="restrict",
        help="A new version of this guide can be written from the finding.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        findings = super().create(vals_list)
        findings.retrospective_id._check_open()
        return findings

    def write(self, vals):
        self.check_access("write")  # first: a refusal names the cycle
        self.retrospective_id._check_open(moved="retrospective_id" in vals)
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_closed(self):
        self.retrospective_id._check_open()

    def action_write_guide(self):
        """Draft a new version of the guide, which names this retrospective and the finding."""
        self.ensure_one()
        self.check_access("write")
        guide = self.guide_id
        draft = guide.version_ids.filtered(lambda one: one.state == "draft")[:1]
        if draft:
            text = "\n".join(filter(None, [draft.change, self.name]))
            draft.write({"change": text, "retrospective_id": self.retrospective_id.id})
        else:
            guide._draft_version(change=self.name, retrospective_id=self.retrospective_id.id)
        return guide.action_new_version()
