from odoo import fields, models


class FinishTrainingWizard(models.TransientModel):
    """Say what came of a training, for everybody who took part."""

    _name = "hr.performance.finish.training.wizard"
    _description = "Finish a training"
    _inherit = ["hr.performance.training.mixin"]

    # The name that Odoo would give the table is too long.
    need_ids = fields.Many2many(relation="hr_performance_finish_training_need_rel")
    result = fields.Text(required=True)

    def action_apply(self):
        self.ensure_one()
        needs = self.need_ids
        needs.action_finish(self.result)
        if self.cost_per_head:
            needs.write({"actual_cost": self.cost_per_head})
        return {"type": "ir.actions.act_window_close"}
