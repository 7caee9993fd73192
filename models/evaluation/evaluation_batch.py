from odoo import fields, models
from odoo.exceptions import UserError


class EvaluationBatch(models.Model):
    """What is done for many evaluations at once. Each method works on a whole portion."""

    _inherit = "hr.performance.evaluation"

    def _batch_evaluate(self, batch):
        """Start the evaluation, with a self-evaluation and a manager's review for each person."""
        todo = self.filtered(lambda one: one.state in ("planning", "executing"))
        if missing := todo.filtered(lambda one: one.agreement_id.state != "signed"):
            raise UserError(
                self.env._(
                    "%s: the goals are not signed yet. Sign the Goal Confirmation, or cancel the"
                    " evaluation with a reason.",
                    ", ".join(missing.mapped("employee_id.name")),
                )
            )
        todo._transit("evaluate")

    def _check_evaluate(self):
        self._check_no_open_revision()

    def _after_evaluate(self, reason=None):
        self.env["hr.performance.review"].create(
            [vals for evaluation in self for vals in evaluation._prepare_first_reviews()]
        )

    def _prepare_first_reviews(self):
        people = {"self": self.employee_id, "manager": self.manager_id}
        return [
            {"evaluation_id": self.id, "role": role, "reviewer_id": person.id}
            for role, person in people.items()
            if person
        ]

    def _batch_release(self, batch):
        """Let each employee read grade and score, and ask for the confirmation."""
        todo = self.filtered(lambda one: not one.released_at and one.state != "cancelled")
        # Also a grade that the asker may not read yet: the own one, which somebody else releases.
        if missing := todo.filtered(lambda one: not one.sudo().rating_ids):
            raise UserError(
                self.env._(
                    "%s: there is no grade yet, because the manager's review is not submitted.",
                    ", ".join(missing.mapped("employee_id.name")),
                )
            )
        todo._transit("release", released_at=fields.Datetime.now())

    def _check_release(self):
        self.rating_ids._check_decided()

    def _after_release(self, reason=None):
        self.rating_ids._transit("release")
        self._freeze_content()
        for company, evaluations in self.grouped("company_id").items():
            for days, ones in evaluations.grouped(
                lambda one: one.cycle_id.template_id.confirm_days
            ).items():
                ones.write(
                    {
                        "confirm_until": company._get_performance_deadline(
                            fields.Datetime.now(), days
                        )
                    }
                )
