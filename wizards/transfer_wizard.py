from odoo import api, fields, models
from odoo.exceptions import UserError


class TransferWizard(models.TransientModel):
    """See what a new manager or department inside a cycle changes, and apply it (G2)."""

    _name = "hr.performance.transfer.wizard"
    _description = "Apply changes in mid-cycle"
    _inherit = ["hr.performance.preview.mixin", "hr.performance.link.mixin"]
    _checked_links = {"cycle_id": "write"}

    cycle_id = fields.Many2one("hr.performance.cycle", required=True)
    company_id = fields.Many2one(related="cycle_id.company_id")
    kind = fields.Selection(
        [("people", "People who moved"), ("merge", "A department goes into another")],
        required=True,
        default="people",
    )
    evaluation_ids = fields.Many2many(
        "hr.performance.evaluation",
        string="Only these people",
        help="Empty: everybody who has another manager or department than at the launch.",
    )
    source_department_id = fields.Many2one(
        "hr.department", string="Department that ends", domain="[('company_id', '=', company_id)]"
    )
    target_department_id = fields.Many2one(
        "hr.department", string="Goes into", domain="[('company_id', '=', company_id)]"
    )
    date = fields.Date(
        string="First day",
        required=True,
        default=fields.Date.context_today,
        help="The first day with the new manager or department, inside the cycle.",
    )
    reason = fields.Text(help="Stands in the file of each person, who reads it.")
    line_ids = fields.One2many("hr.performance.transfer.wizard.line", "wizard_id")

    @api.model
    def default_get(self, fields_list):
        """From a list or form of evaluations: these people, and their cycle."""
        values = super().default_get(fields_list)
        if self.env.context.get("active_model") == "hr.performance.evaluation":
            ids = self.env.context.get("active_ids") or []
            chosen = self.env["hr.performance.evaluation"].browse(ids)
            if len(chosen.cycle_id) > 1:
                raise UserError(self.env._("Please choose people of one cycle."))
            values |= {"evaluation_ids": [(6, 0, chosen.ids)], "cycle_id": chosen.cycle_id.id}
        return values

    def action_preview(self):
        """List everyone concerned: from where to where, or why not."""
        self.ensure_one()
        self.cycle_id._check_day_of_change(self.date)
        self.line_ids.unlink()
        self.env["hr.performance.transfer.wizard.line"].create(
            [self._prepare_line(evaluation) for evaluation in self._get_concerned()]
        )
        for line in self.line_ids:
            line.included = not line.obstacle
        return self._reopen(self.env._("Changes in mid-cycle: %s", self.cycle_id.name))

    def _get_concerned(self):
        if self.kind == "people":
            return self.evaluation_ids or self.cycle_id._get_moved()
        if not (self.source_department_id and self.target_department_id):
            raise UserError(self.env._("Please choose both departments."))
        if self.source_department_id == self.target_department_id:
            raise UserError(self.env._("A department cannot go into itself."))
        return self.env["hr.performance.evaluation"].search(
            [
                ("cycle_id", "=", self.cycle_id.id),
                ("department_id", "=", self.source_department_id.id),
                ("state", "!=", "cancelled"),
            ]
        )

    def _prepare_line(self, evaluation):
        employee = evaluation.employee_id
        department = employee.department_id
        if self.kind == "merge":
            department = self.target_department_id
        return {
            "wizard_id": self.id,
            "evaluation_id": evaluation.id,
            "old_manager_id": evaluation.manager_id.id,
            "old_department_id": evaluation.department_id.id,
            # Whose manager the organisation does not know keeps the one they have.
            "manager_id": (employee.parent_id or evaluation.manager_id).id,
            "department_id": (department or evaluation.department_id).id,
            "job_id": employee.job_id.id,
        }

    def action_apply(self):
        """Apply the change for those who are ticked and have no obstacle."""
        chosen = self._get_chosen()
        if not chosen:
            raise UserError(
                self.env._("There is nobody to be moved. The list says for each person why.")
            )
        places = {line.evaluation_id.id: line._get_place() for line in chosen}
        return chosen.evaluation_id._transfer(self.date, places, self.reason)._get_action()
