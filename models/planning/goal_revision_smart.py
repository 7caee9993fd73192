from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules.smart import Code


class GoalRevisionSmart(models.Model):
    """What the SMART check says of the goals as a revision would make them (P4, P8).

    It is looked at when the revision is requested, so that whoever asks can still mend it and
    whoever decides reads it; and again when the new version is put up for signing.
    """

    _inherit = "hr.performance.goal.revision"

    smart_record = fields.Json(
        readonly=True, copy=False, help="What the SMART check found when it was requested."
    )
    smart_findings = fields.Text(
        string="Not SMART after the change",
        compute="_compute_smart_findings",
        help="What the change leaves, or makes, less than SMART.",
    )

    @api.depends("smart_record")
    @api.depends_context("lang")
    def _compute_smart_findings(self):
        agreements = self.env["hr.performance.agreement"]
        for revision in self:
            record = revision.smart_record or []
            revision.smart_findings = "\n".join(agreements._describe_smart(record))

    def _get_added_findings(self):
        """Return {revision: what the SMART check finds now and did not find in the version in
        force}; called where the goals have their new values.
        """
        agreements = self.evaluation_id.agreement_id
        records = agreements._get_smart_records()
        return {
            revision: [
                row
                for row in agreement._get_new_findings(records[agreement])
                # The employee says why it matters while the others decide.
                if row["code"] != Code.NO_REASON.value
            ]
            for revision in self
            for agreement in revision.evaluation_id.agreement_id
        }

    def _keep_findings(self, findings):
        for revision, record in findings.items():
            if record and revision.company_id.performance_smart_mode == "block":
                sentences = self.env["hr.performance.agreement"]._describe_smart(record)
                raise UserError("\n".join([revision.display_name, *sentences]))
            revision.smart_record = record
