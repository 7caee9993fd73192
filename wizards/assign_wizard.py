from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain


class AssignWizard(models.TransientModel):
    """Give goals of the library to many people; see first who gets them, and who does not."""

    _name = "hr.performance.assign.wizard"
    _description = "Assign goals"
    _inherit = ["hr.performance.preview.mixin"]

    cycle_id = fields.Many2one(
        "hr.performance.cycle",
        required=True,
        domain="[('state', 'in', ('planning', 'executing'))]",
        default=lambda self: self._default_cycle_id(),
    )
    template_ids = fields.Many2many(
        "hr.performance.goal.template",
        string="Goals",
        domain="[('kind', '!=', 'key_result')]",
        default=lambda self: self._default_template_ids(),
    )
    only_meant = fields.Boolean(
        string="Only for the jobs and departments they are meant for",
        default=True,
        help="A goal of the library may name jobs and departments; one that names none is for all.",
    )
    department_ids = fields.Many2many(
        "hr.department",
        string="Only these departments",
        help="With the departments below them. Empty: everybody whom you lead.",
    )
    job_ids = fields.Many2many("hr.job", string="Only these jobs")
    line_ids = fields.One2many("hr.performance.assign.wizard.line", "wizard_id")
    included_line_ids = fields.One2many(
        "hr.performance.assign.wizard.line",
        "wizard_id",
        string="Get the goals",
        domain=[("obstacle", "=", False)],
    )
    excluded_line_ids = fields.One2many(
        "hr.performance.assign.wizard.line",
        "wizard_id",
        string="Do not get them",
        domain=[("obstacle", "!=", False)],
        readonly=True,
    )
    included_count = fields.Integer(string="People")
    excluded_count = fields.Integer(string="Left out")

    @api.model
    def _default_cycle_id(self):
        return self.env["hr.performance.cycle"].search(
            [("state", "in", ("planning", "executing"))], limit=1
        )

    @api.model
    def _default_template_ids(self):
        """The goals that are ticked in the library; for a key result its objective."""
        if self.env.context.get("active_model") != "hr.performance.goal.template":
            return False
        chosen = self.env["hr.performance.goal.template"].browse(
            self.env.context.get("active_ids") or []
        )
        return chosen.filtered(lambda one: one.kind != "key_result") | chosen.parent_id

    def action_preview(self):
        """List everyone concerned: who would get the goals, and why the others would not."""
        self.ensure_one()
        if not self.template_ids:
            raise UserError(self.env._("Please choose at least one goal of the library."))
        people = self._get_population()
        obstacles = people._get_assign_obstacles(self.template_ids, self.only_meant)
        # A manager gives goals to the team; the own file is listed, for whoever wants it too.
        mine = people.filtered("is_mine")
        own = mine if people > mine else mine.browse()
        self.line_ids.unlink()
        self.env["hr.performance.assign.wizard.line"].create(
            [
                {
                    "wizard_id": self.id,
                    "evaluation_id": evaluation.id,
                    "obstacle": obstacles.get(evaluation),
                    "included": evaluation not in obstacles and evaluation not in own,
                }
                for evaluation in people
            ]
        )
        return self._reopen(self.env._("Assign goals"))

    def _get_population(self):
        """People of the cycle for whom the user can write goals."""
        domain = Domain("cycle_id", "=", self.cycle_id.id) & Domain("state", "!=", "cancelled")
        if not self.env.user.has_group("hr_performance.group_officer"):
            domain &= Domain("is_mine", "=", True) | Domain("in_my_line", "=", True)
        if self.department_ids:
            domain &= Domain("department_id", "child_of", self.department_ids.ids)
        if self.job_ids:
            domain &= Domain("job_id", "in", self.job_ids.ids)
        return self.env["hr.performance.evaluation"].search(domain)

    def action_apply(self):
        """Give the goals to those who are ticked and have no obstacle."""
        chosen = self._get_chosen()
        if not chosen:
            raise UserError(
                self.env._("Nobody gets these goals. The list says for each person why.")
            )
        return chosen.evaluation_id._assign(self.template_ids, self.only_meant)._get_action()
