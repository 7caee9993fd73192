from collections import defaultdict

from odoo import api, fields, models
from odoo.fields import Domain


class AnswerDigest(models.Model):
    """The answer to a released result: asked of the employee until its last day (F2, G3).

    Who gave none in time is told to the manager and HR, as a number.
    """

    _name = "hr.performance.answer.digest"
    _description = "Results to answer"
    _inherit = ["hr.performance.digest.mixin"]

    _owed_type = "hr_performance.activity_type_answer"
    _late_type = "hr_performance.activity_type_answers_late"
    _reminder_mail = "hr_performance.answer_reminder_mail"
    _reminder_path = "my-performance"

    waiting_ids = fields.Many2many(
        "hr.performance.evaluation", string="To answer", compute="_compute_rows"
    )
    late_ids = fields.Many2many(
        "hr.performance.evaluation", string="No answer", compute="_compute_rows"
    )

    @api.model
    def _describe_cycle(self, name):
        return self.env._("Answers: %s", name)

    @api.depends_context("uid")
    def _compute_rows(self):
        evaluations = self.env["hr.performance.evaluation"]
        followed = Domain(evaluations._get_followed_domain())
        for digest in self:
            # By the rights of the reader, whose row this is.
            in_cycle = Domain("cycle_id", "=", digest.cycle_id.id)
            mine = Domain("state", "=", "communicating") & Domain("is_mine", "=", True)
            digest.waiting_ids = evaluations.search(in_cycle & mine)
            lapsed = Domain("state", "=", "lapsed")
            digest.late_ids = evaluations.search(in_cycle & lapsed & followed)

    @api.model
    def _count_owed(self, cycle, users):
        whose = Domain("employee_id.user_id.active", "=", True)
        if users is not None:
            whose &= Domain("employee_id.user_id", "in", users.ids)
        groups = self.env["hr.performance.evaluation"]._read_group(
            Domain("cycle_id", "=", cycle.id) & Domain("state", "=", "communicating") & whose,
            ["employee_id"],
            ["confirm_until:min"],
        )
        return {
            person.user_id: {"owed_count": 1, "date_due": until or False}
            for person, until in groups
        }

    @api.model
    def _find_late(self, cycle):
        evaluations = self.env["hr.performance.evaluation"].search(
            [("cycle_id", "=", cycle.id), ("state", "=", "lapsed")]
        )
        officers = cycle.company_id._get_performance_officers() if evaluations else ()
        late = defaultdict(set)
        for evaluation in evaluations:
            about = evaluation.employee_id.user_id
            manager = evaluation.manager_id.user_id.filtered("active")
            for user in {manager, *officers} - {about, about.browse()}:
                late[user].add(evaluation.id)
        return late

    def _describe_owed(self):
        return self.with_context(lang=self.user_id.lang).env._(
            "Read your result and answer it: %s", self.cycle_id.name
        )

    def _describe_late(self):
        return self.with_context(lang=self.user_id.lang).env._(
            "Results were not answered in time (people: %(count)s): %(cycle)s",
            count=self.late_count,
            cycle=self.cycle_id.name,
        )
