from odoo import api, fields, models
from odoo.exceptions import ValidationError


class PipTask(models.Model):
    """An action of the person, a milestone, or support that was promised to them."""

    _name = "hr.performance.pip.task"
    _description = "Action, milestone or support"
    _inherit = ["hr.performance.pip.part.mixin"]
    _order = "pip_id, date_due, id"
    _open_fields = frozenset({"done_on", "result"})

    kind = fields.Selection(
        [
            ("action", "Action"),
            ("milestone", "Milestone"),
            ("support", "Support promised"),
        ],
        required=True,
        default="action",
    )
    name = fields.Char(string="What", required=True)
    responsible = fields.Selection(
        [("employee", "Employee"), ("manager", "Manager"), ("hr", "HR")],
        required=True,
        default="employee",
    )
    date_due = fields.Date(string="Until")
    done_on = fields.Date(string="Done on", help="Empty: not done yet.")
    result = fields.Char(help="What came of it.")

    @api.onchange("kind")
    def _onchange_kind(self):
        for task in self.filtered(lambda one: one.kind == "support"):
            task.responsible = "manager"

    @api.constrains("done_on")
    def _check_done_on(self):
        today = fields.Date.context_today(self)
        for task in self:
            if task.done_on and task.done_on > today:
                raise ValidationError(
                    self.env._(
                        "“%(task)s” cannot have been done on %(date)s: that day is still to come.",
                        task=task.name,
                        date=task.done_on,
                    )
                )
