from odoo import models

TO_SETTLE = "hr_performance.activity_type_settle"


class EvaluationVerificationTask(models.Model):
    """One to-do for the manager while reported figures deviate (requirements E2, G3)."""

    _name = "hr.performance.evaluation"
    _inherit = ["hr.performance.evaluation", "hr.performance.task.mixin"]

    def _update_verification_tasks(self):
        """Open the to-do where something is to be settled, and close it where nothing is."""
        kind = self.env.ref(TO_SETTLE)
        told = self.activity_ids.filtered(lambda one: one.activity_type_id == kind)
        waiting = self.filtered(
            lambda one: (
                "deviates" in one.verification_ids.mapped("state") and one.manager_id.user_id
            )
        )
        having = self.filtered(lambda one: one.activity_ids & told)
        (having - waiting).activity_feedback([TO_SETTLE])
        new = waiting - having
        new._create_tasks(TO_SETTLE, [one._prepare_verification_task() for one in new])

    def _prepare_verification_task(self):
        manager = self.manager_id.user_id
        # The person reads the to-dos of the own file: no figure and no judgement in it.
        summary = self.with_context(lang=manager.lang).env._("Settle reported figures")
        today = self.company_id._get_performance_today()
        due = max(self.cycle_id.manager_due or today, today)
        return {"user_id": manager.id, "summary": summary, "date_deadline": due}
