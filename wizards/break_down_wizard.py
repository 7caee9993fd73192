from odoo import api, fields, models
from odoo.exceptions import UserError


class BreakDownWizard(models.TransientModel):
    """Give a goal of a year its parts in the quarters (P1)."""

    _name = "hr.performance.break.down.wizard"
    _description = "Break a goal down"
    _inherit = ["hr.performance.split.mixin"]

    line_ids = fields.One2many(
        "hr.performance.break.down.wizard.line",
        "wizard_id",
        compute="_compute_line_ids",
        compute_sudo=False,
        store=True,
        readonly=False,
    )

    @api.depends("goal_id")
    def _compute_line_ids(self):
        """Propose a part for each cycle inside the goal's, in order of time."""
        for wizard in self:
            cycles = wizard._get_cycles()
            wizard.line_ids = [fields.Command.clear()] + [
                fields.Command.create({"cycle_id": cycle.id}) for cycle in cycles
            ]
            wizard._distribute()

    def _get_cycles(self):
        goal = self.goal_id
        cycles = goal.cycle_id.child_ids.filtered(lambda one: one.state != "cancelled")
        if goal and not cycles:
            raise UserError(
                self.env._(
                    "%s has no shorter cycles inside it yet. HR creates them and names the longer"
                    " cycle as the one that they are a part of.",
                    goal.cycle_id.name,
                )
            )
        return cycles.sorted("date_start")

    def _get_given(self):
        """What parts that exist already have of the target."""
        self.goal_id.check_access("read")
        # Parts belong to the owner of the goal; here only what they make together counts.
        parts_sudo = self.goal_id._origin.sudo().part_ids
        return sum(parts_sudo.filtered(lambda part: not part.cancelled).mapped("target"))

    def action_apply(self):
        """Create the parts that are ticked and have no obstacle."""
        self.ensure_one()
        self.goal_id.check_access("read")
        chosen = self._get_chosen()
        if not chosen:
            raise UserError(
                self.env._("There is no part to create. The list says for each cycle why.")
            )
        self._check_balance()
        goals = self.env["hr.performance.goal"]._propose([line._prepare_goal() for line in chosen])
        return self._get_created_action(goals, self.env._("Parts of %s", self.goal_id.display_name))
