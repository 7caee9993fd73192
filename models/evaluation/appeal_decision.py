from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ..core.append_only import REFUSE_CHANGE
from .appeal_steps import TASKS

PLAN = "hr_performance.activity_type_appeal_plan"
STEPS = {"upheld": "uphold", "partly": "uphold_partly", "rejected": "reject"}

# What is closed stays as it was closed, for every role and for SQL.
_KEEP = """
    CREATE OR REPLACE TRIGGER hr_performance_appeal_keep_closed BEFORE UPDATE OR DELETE
        ON hr_performance_appeal FOR EACH ROW
        WHEN (OLD.state IN ('upheld', 'partly', 'rejected', 'withdrawn'))
        EXECUTE FUNCTION hr_performance_refuse_change()
"""


class AppealDecision(models.Model):
    """The decision: a reasoned answer, and a changed grade as a new link of the chain (A2, A4)."""

    _inherit = "hr.performance.appeal"

    answer = fields.Text(
        readonly=True, help="The reasons of the decision. The person and the manager read it."
    )
    new_grade_id = fields.Many2one(
        "hr.performance.grade", string="Grade decided", readonly=True, ondelete="restrict"
    )
    new_grade = fields.Char(string="Grade after the appeal", readonly=True)
    findings = fields.Json(readonly=True)
    findings_text = fields.Text(string="What was examined", compute="_compute_findings_text")

    def init(self):
        result = super().init()
        self.env.cr.execute(SQL(REFUSE_CHANGE))
        self.env.cr.execute(SQL(_KEEP))
        return result

    def _compute_findings_text(self):
        files = self.env["hr.performance.appeal.file"]
        for appeal in self:
            appeal.findings_text = files._describe_findings(appeal.findings or {})

    def _settle(self, outcome, answer, grade=None):
        """Decide as the independent reviewer.

        :param outcome: upheld, partly or rejected
        :param answer: the reasons, which person and manager read
        :param grade: the grade from now on; required unless rejected
        :raises UserError: not this user's to decide, not independent any more, something not
            examined yet, no reasons, or a grade that does not fit
        """
        self.ensure_one()
        self.check_access("read")
        step = STEPS[outcome]
        if refusals := self._get_refusals(step):
            raise UserError("\n".join(refusals.values()))
        grade = grade if outcome != "rejected" else None
        if outcome != "rejected" and (refusal := self._get_grade_refusal(outcome, grade)):
            raise UserError(refusal)
        self._transit(
            step,
            reason=answer,
            answer=answer,
            new_grade_id=grade.id if grade else False,
            new_grade=grade.name if grade else self.appealed_grade,
            findings=self.file_ids._collect_findings(),
            decided_by_id=self.env.uid,
            **self._prepare_clock_end(),
        )

    def _get_grades_to_choose(self):
        """Grades of the scale at the release that are not below the one appealed against."""
        self.check_access("read")
        rating_sudo = self.sudo().evaluation_id.rating_ids  # set-up, and the grade stands here
        return rating_sudo.scale_id.grade_ids.filtered(
            lambda grade: (
                str(grade.id) in (rating_sudo.released_grades or {})
                and grade.min_score >= rating_sudo.grade_id.min_score
            )
        ).sudo(False)

    def _get_grade_refusal(self, outcome, grade):
        """Return why this grade cannot follow from the appeal, None when it can."""
        rating_sudo = self.sudo().evaluation_id.rating_ids  # the user is the reviewer
        if not grade or str(grade.id) not in (rating_sudo.released_grades or {}):
            return self.env._("Please choose the grade from now on, of the scale at the release.")
        if grade == rating_sudo.grade_id and outcome == "upheld":
            return self.env._(
                "An appeal that is upheld changes the grade “%s”. If it stays, uphold it in part or"
                " reject it.",
                grade.name,
            )
        if grade.min_score < rating_sudo.grade_id.min_score:
            return self.env._(
                "Nobody is worse off for having appealed: the grade “%(new)s” is below “%(old)s”.",
                new=grade.name,
                old=rating_sudo.grade_id.name,
            )
        return None

    # Checks and consequences, the same for every outcome

    def _check_uphold(self):
        self._check_decidable()

    def _check_uphold_partly(self):
        self._check_decidable()

    def _check_reject(self):
        self._check_decidable()

    def _check_decidable(self):
        for appeal in self:
            if bar := appeal._get_bar(appeal.reviewer_id):
                raise UserError(bar)
            appeal.file_ids._check_examined()

    def _after_uphold(self, reason=None):
        self._after_decision()

    def _after_uphold_partly(self, reason=None):
        self._after_decision()

    def _after_reject(self, reason=None):
        self._after_decision()

    def _after_decision(self):
        for appeal in self:
            appeal.file_ids._freeze()
            rating = appeal.evaluation_id.rating_ids
            if appeal.new_grade_id:
                changed = appeal.new_grade_id != rating.grade_id
                rating._change_grade("appeal", appeal.new_grade_id, appeal.answer)
                if changed:
                    appeal._correct_result()
            appeal._without_pass()._tell_decision()

    def _correct_result(self):
        """What was published or put up for signing follows the grade; nothing is overwritten."""
        evaluation = self.evaluation_id
        if evaluation.state == "communicating":
            evaluation._with_pass()._freeze_content()
        results = self.env["hr.performance.result"]
        if results.search_count([("evaluation_id", "=", evaluation.id)], limit=1):
            # Payroll reads this reason, so it does not say what the appeal was about.
            reason = self.env._("Appeal decided on %s", fields.Date.to_date(self.decided_at))
            results._supersede(evaluation, reason)

    def _tell_decision(self):
        """Both sides learn that it is decided, and plan the improvement together (R6)."""
        self.activity_feedback(TASKS)
        self._message_person()
        self.statement_ids._forget()
        self.statement_ids._tell(lambda env: env._("The appeal is decided"))
        evaluation = self.evaluation_id
        people = evaluation.employee_id | evaluation.manager_id
        for user in people.user_id.filtered("active"):
            evaluation.activity_schedule(
                PLAN,
                user_id=user.id,
                summary=self.with_context(lang=user.lang).env._("Write an improvement plan"),
            )

    def _message_person(self):
        user = self.employee_id.user_id
        if user.active:
            env = self.with_context(lang=user.lang).env
            self.message_post(
                body=env._("Your appeal is decided. Please open it to read the answer."),
                subject=env._("Your appeal"),
                partner_ids=user.partner_id.ids,
            )
