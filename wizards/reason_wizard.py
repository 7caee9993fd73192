from odoo import fields, models
from odoo.exceptions import UserError


class ReasonWizard(models.TransientModel):
    """Take a step that needs a reason."""

    _name = "hr.performance.reason.wizard"
    _description = "Give a reason"

    res_model = fields.Selection(
        [
            ("hr.performance.cycle", "Cycle"),
            ("hr.performance.agreement", "Goal Confirmation"),
            ("hr.performance.goal.revision", "Goal revision"),
            ("hr.performance.evaluation", "Evaluation"),
            ("hr.performance.review", "Review"),
            ("hr.performance.nomination", "Nomination of a reviewer"),
            ("hr.performance.calibration", "Calibration session"),
            ("hr.performance.verification", "Reported figure"),
            ("hr.performance.coaching", "Coaching record"),
            ("hr.performance.coaching.point", "Problem"),
            ("hr.performance.talk", "Feedback talk"),
            ("hr.performance.talk.point", "Point of a feedback talk"),
            ("hr.performance.action", "Action"),
            ("hr.performance.risk", "Risk"),
            ("hr.performance.feedback", "Feedback"),
            ("hr.performance.outcome", "Outcome"),
            ("hr.performance.talent", "Talent pool"),
            ("hr.performance.development.plan", "Development plan"),
            ("hr.performance.training.need", "Training need"),
            ("hr.performance.pip", "Improvement plan"),
            ("hr.performance.retrospective.action", "Action of a retrospective"),
        ],
        required=True,
        readonly=True,
    )
    res_id = fields.Many2oneReference(model_field="res_model", required=True, readonly=True)
    step = fields.Char(required=True, readonly=True)
    reason = fields.Text(required=True)

    def action_apply(self):
        self.ensure_one()
        record = self.env[self.res_model].browse(self.res_id)
        transition = record._workflow.transitions.get(self.step)
        if not (transition and transition.needs_reason):
            raise UserError(self.env._("There is no such step."))
        getattr(record, f"action_{self.step}")(self.reason)
        return {"type": "ir.actions.act_window_close"}
