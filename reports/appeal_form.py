from odoo import api, models

from .form_mixin import GAP


class AppealForm(models.AbstractModel):
    """The decision of an appeal on paper (A4)."""

    _name = "report.hr_performance.appeal_form"
    _inherit = ["hr.performance.form.mixin"]
    _description = "Decision of an appeal, printed"

    _form_model = "hr.performance.appeal"

    @api.model
    def _prepare_form(self, document):
        # Names on the form of a record that the asker may read.
        appeal_sudo = document.sudo()
        findings = self.env["hr.performance.appeal.file"]._prepare_findings
        return {
            "title": self.env._("Decision of an appeal"),
            "company": appeal_sudo.company_id.name,
            "person": self._prepare_appeal(appeal_sudo),
            "grounds": self._label(document._name, "grounds", document.grounds),
            "about": appeal_sudo.dimension_id.name or appeal_sudo.goal_id.name,
            "explanation": document.explanation,
            "outcome": self._label(document._name, "state", document.state),
            "grade_before": document.appealed_grade or GAP,
            "grade_after": document.new_grade or GAP,
            "findings": findings(document.findings or {}),
            "answer": document.answer,
            "small_print": self._prepare_procedure(appeal_sudo),
        }

    @api.model
    def _prepare_appeal(self, appeal):
        return [
            (self.env._("Employee"), appeal.employee_id.name),
            (self.env._("Cycle"), appeal.cycle_id.name),
            (self.env._("Department"), appeal.department_id.name or GAP),
            (self.env._("Filed on"), self._time(appeal.filed_at, appeal)),
            (self.env._("Independent reviewer"), appeal.reviewer_id.name or GAP),
            (self.env._("To decide until"), self._date(appeal.due)),
        ]

    @api.model
    def _prepare_procedure(self, appeal):
        if not appeal.decided_at:
            return [self.env._("This appeal is not decided.")]
        lines = [
            self.env._(
                "Decided by %(who)s on %(when)s; working days taken: %(days)s.",
                who=appeal.decided_by_id.name,
                when=self._time(appeal.decided_at, appeal),
                days=appeal.days_taken,
            )
        ]
        if appeal.paper_reason:
            lines.append(
                self.env._(
                    "Filed on paper, entered by %(who)s, because: %(why)s",
                    who=appeal.filed_by_id.name,
                    why=appeal.paper_reason,
                )
            )
        return lines
