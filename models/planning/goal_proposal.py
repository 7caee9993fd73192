from odoo import api, models
from odoo.fields import Domain
from odoo.tools import clean_context

from .goal_participation import PART_FIELDS

# The measure and the rest that a goal made after another one takes over from it.
COPIED_FIELDS = (
    "name", "how", "kind", "metric", "unit", "method", "baseline", "target", "low", "high", "floor",
    "cap", "is_additive",
)  # fmt: skip


class GoalProposal(models.Model):
    """Goals that are proposed to many people at once; the receivers amend them."""

    _inherit = "hr.performance.goal"

    @api.model
    def _get_proposal_obstacles(self, cycle, employees):
        """Return {employee id: sentence} for those to whom no goal can be proposed now, and why.

        A few queries for any number of people.
        """
        # Whether somebody's plan is closed must not depend on what the asker may read.
        evaluations_sudo = self.env["hr.performance.evaluation"].sudo()
        evaluations_sudo = evaluations_sudo.search(
            [
                ("cycle_id", "=", cycle.id),
                ("employee_id", "in", employees.ids),
                ("state", "!=", "cancelled"),
            ]
        )
        by_person = {one.employee_id.id: one for one in evaluations_sudo}
        closed = cycle.state in ("closed", "cancelled") and self.env._(
            "the cycle %s is closed.", cycle.name
        )
        obstacles = {}
        for employee_sudo in employees.sudo():  # only name, company, and whether they are there
            evaluation = by_person.get(employee_sudo.id, evaluations_sudo.browse())
            if not employee_sudo.active:
                obstacle = self.env._("%s has left.", employee_sudo.name)
            elif employee_sudo.company_id != cycle.company_id:
                obstacle = self.env._("%s belongs to another company.", employee_sudo.name)
            else:
                obstacle = closed or evaluation._get_goals_closed_reason()
            if obstacle:
                obstacles[employee_sudo.id] = obstacle
        return obstacles

    def _prepare_copied(self):
        """Return how this goal is measured, for a goal that is made after it."""
        self.ensure_one()
        return {name: self[name] for name in COPIED_FIELDS}

    @api.model
    def _get_receivers(self, domain):
        """Return the employees and departments that have such a goal, uncancelled; one query."""
        groups = self.sudo()._read_group(  # whether there is a proposal, not what it says
            Domain(domain) & Domain("cancelled", "=", False),
            ["employee_id", "department_id"],
        )
        return {employee or department for employee, department in groups}

    @api.model
    def _propose(self, vals_list):
        """Create goals for others as proposals, in one go, with the rights of the user.

        They say nothing in the receivers' name, and carry no default of whoever called.
        """
        clean = self.with_env(self.env(context=clean_context(self.env.context)))
        # Many at once: without a note of creation in the chatter of each.
        goals = clean.with_context(mail_create_nolog=True, mail_create_nosubscribe=True)
        return goals.create(
            [
                {name: value for name, value in vals.items() if name not in PART_FIELDS}
                for vals in vals_list
            ]
        )
