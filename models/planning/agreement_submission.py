from odoo import api, fields, models

from ...rules.smart import Code, Finding, Letter
from ..core.labelled import labelled


class AgreementSubmission(models.Model):
    """What is looked at before goals are put up for signing (requirements P4, P6).

    What the SMART check found is kept with the version that was put up, also where it does not
    stop the submission: the retrospective counts it.
    """

    _inherit = "hr.performance.agreement"

    smart_record = fields.Json(
        readonly=True, copy=False, help="What the SMART check found when it was put up."
    )
    smart_finding_count = fields.Integer(
        string="SMART findings",
        readonly=True,
        copy=False,
        help="So many findings of the SMART check stood when the goals were put up for signing.",
    )
    smart_findings = fields.Text(
        string="Not SMART yet",
        compute="_compute_smart_findings",
        help="What the SMART check says: about the goals as they are, later as they were put up.",
    )

    @api.depends("state", "smart_record", "goal_ids.smart_finding_count")
    @api.depends_context("lang")
    def _compute_smart_findings(self):
        found = self.filtered(lambda one: one.state == "draft")._get_smart_records()
        for agreement in self:
            record = found.get(agreement, agreement.smart_record)
            agreement.smart_findings = "\n".join(agreement._describe_smart(record or []))

    def _get_smart_records(self):
        """Return {agreement: what the SMART check finds now}, as plain values to be kept."""
        goals = self.goal_ids.filtered(lambda goal: not goal.cancelled)
        found = goals._get_smart_findings()
        return {
            agreement: [
                {
                    "goal_id": goal.id,
                    "goal": goal.name,
                    "letter": finding.letter.value,
                    "code": finding.code.value,
                    "figures": dict(finding.figures),
                }
                for goal in agreement.goal_ids
                for finding in found.get(goal, ())
            ]
            for agreement in self
        }

    @api.model
    def _describe_smart(self, record):
        """Return each goal with what it lacks, in the language of the user."""
        words = self.env["hr.performance.smart.words"]
        goals = self.env["hr.performance.goal"]
        sentences = {}
        for row in record:
            finding = Finding(Letter(row["letter"]), Code(row["code"]), row["figures"])
            letter = goals._fields[f"smart_{row['letter']}"]._description_string(self.env)
            sentence = labelled(self.env, letter, words._describe(finding))
            sentences.setdefault(row["goal"], []).append(f"– {sentence}")
        return ["\n".join([f"“{goal}”", *found]) for goal, found in sentences.items()]

    # Submitting

    def _get_submission_problems(self):
        problems = super()._get_submission_problems()
        problems += self._get_asked_goals()._get_participation_problems()
        if self.company_id.performance_smart_mode == "block":
            record = self._get_smart_records()[self]
            problems += self._describe_smart(self._get_blocking(record))
        return problems

    def _get_asked_goals(self):
        """Return the goals about which employee and manager say their part before signing."""
        return self.goal_ids

    def _get_blocking(self, record):
        """Return the rows of the record of findings that stop a submission."""
        return record

    def _after_submit(self, reason=None):  # pylint: disable=missing-return
        super()._after_submit(reason=reason)
        self.goal_ids._close_all_todos()
        with self._get_proposed()._rehearsed():
            records = self._get_smart_records()
        for agreement, record in records.items():
            agreement.write({"smart_record": record, "smart_finding_count": len(record)})
