from odoo import api, fields, models
from odoo.exceptions import UserError

# May change while the plan is agreed: what became of it
_OPEN = frozenset({"done_on", "result"})


class DevelopmentAction(models.Model):
    """One step of a development plan, with the skill it raises and a date."""

    _name = "hr.performance.development.action"
    _description = "Action of a development plan"
    _inherit = ["hr.performance.link.mixin", "hr.performance.computed.mixin"]
    _order = "plan_id, date_due, id"

    _checked_links = {"plan_id": "write"}

    plan_id = fields.Many2one(
        "hr.performance.development.plan", required=True, index=True, ondelete="cascade"
    )
    employee_id = fields.Many2one(related="plan_id.employee_id", store=True, index=True)
    company_id = fields.Many2one(related="plan_id.company_id", store=True, index=True)
    plan_state = fields.Selection(related="plan_id.state", string="State of the plan")
    name = fields.Char(string="Action", required=True)
    kind = fields.Selection(
        [
            ("task", "New task or project"),
            ("mentoring", "Mentoring"),
            ("sharing", "Internal sharing"),
            ("course", "Course"),
            ("rotation", "Job rotation"),
            ("other", "Other"),
        ],
        required=True,
        default="task",
    )
    skill_id = fields.Many2one("hr.skill", ondelete="restrict")
    skill_type_id = fields.Many2one(related="skill_id.skill_type_id")
    level_id = fields.Many2one(
        "hr.skill.level",
        string="Level aimed at",
        domain="[('skill_type_id', '=', skill_type_id)]",
        ondelete="restrict",
    )
    date_due = fields.Date(string="Until", required=True)
    done_on = fields.Date(string="Done on", help="Empty: not done yet.")
    result = fields.Char(help="What came of it.")

    @api.model_create_multi
    def create(self, vals_list):
        actions = super().create(vals_list)
        if not self.env.su:
            actions.plan_id._check_drafted()
            actions.plan_id._forget_consent()
        return actions

    def write(self, vals):
        self.check_access("write")  # first: a refusal names the person
        if "plan_id" in vals:
            raise UserError(self.env._("An action stays with its plan."))
        if vals.keys() - _OPEN:
            self.plan_id._check_drafted()
            self.plan_id._forget_consent()
        elif closed := self.filtered(lambda one: one.plan_state in ("done", "cancelled")):
            raise UserError(
                self.env._("%s is closed and cannot change.", closed[0].plan_id.display_name)
            )
        return super().write(vals)

    @api.constrains("done_on")
    def _check_done_on(self):
        today = fields.Date.context_today(self)
        for action in self:
            if action.done_on and action.done_on > today:
                raise UserError(
                    self.env._(
                        "“%(task)s” cannot have been done on %(date)s: that day is still to come.",
                        task=action.name,
                        date=action.done_on,
                    )
                )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_agreed(self):
        self.plan_id._check_drafted()

    def _finish_by_training(self, result):
        """A training was finished: close the action that asked for it; called by its process."""
        todo_sudo = self.sudo().filtered(lambda one: not one.done_on)  # follows from the training
        todo_sudo.write({"done_on": fields.Date.context_today(self), "result": result})
