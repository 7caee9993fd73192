from odoo import api, fields, models
from odoo.exceptions import UserError


class PlanTrainingWizard(models.TransientModel):
    """Plan one training for everybody who needs it: topic, day, provider and cost per person."""

    _name = "hr.performance.plan.training.wizard"
    _description = "Plan a training"
    _inherit = ["hr.performance.training.mixin"]

    # The name that Odoo would give the table is too long.
    need_ids = fields.Many2many(relation="hr_performance_plan_training_need_rel")
    name = fields.Char(string="Topic", required=True)
    kind = fields.Selection(
        selection=lambda self: (
            self.env["hr.performance.training.need"]
            ._fields["kind"]
            ._description_selection(self.env)
        ),
        required=True,
    )
    date_planned = fields.Date(string="Takes place on", required=True)
    provider = fields.Char()
    owner_id = fields.Many2one("hr.employee", help="Who teaches, mentors or organises it.")

    @api.model
    def default_get(self, fields_list):
        """Proposed from the first of the chosen needs, for the earliest day that is wanted."""
        values = super().default_get(fields_list)
        needs = self._get_active_needs()
        first = needs[:1]
        days = needs.filtered("date_wanted").mapped("date_wanted")
        proposed = {
            "name": first.name,
            "kind": first.kind,
            "date_planned": first.date_planned or (days and min(days)),
            "provider": first.provider,
            "owner_id": first.owner_id.id,
        }
        return {**{name: proposed[name] for name in proposed.keys() & set(fields_list)}, **values}

    def action_apply(self):
        self.ensure_one()
        needs = self.need_ids
        if len(needs.company_id) > 1:
            raise UserError(
                self.env._(
                    "These people belong to several companies. Please plan for one company at a"
                    " time: costs and providers differ."
                )
            )
        values = {"name": self.name, "kind": self.kind, "date_planned": self.date_planned}
        if self.provider:
            values["provider"] = self.provider
        if self.owner_id:
            values["owner_id"] = self.owner_id.id
        if self.cost_per_head:
            values["planned_cost"] = self.cost_per_head
        needs.write(values)
        needs.action_plan()
        return {"type": "ir.actions.act_window_close"}
