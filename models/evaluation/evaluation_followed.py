from odoo import api, models


class EvaluationFollowed(models.Model):
    """Whom a user follows up: their line, or as HR and auditor everybody but themselves (G5)."""

    _inherit = "hr.performance.evaluation"

    @api.model
    def _get_followed_domain(self):
        """Evaluations that the asker follows up; nobody finds their own among them."""
        return [*self._get_followed_people(), ("state", "!=", "cancelled")]

    @api.model
    def _get_followed_people(self):
        """The same for any record about a person: whose it is, whatever became of it."""
        if self.env.user.has_groups("hr_performance.group_officer,hr_performance.group_auditor"):
            return [("is_mine", "=", False)]
        return [("in_my_line", "=", True)]

    @api.model
    def _get_followed_cycles(self):
        """The cycles in which the asker has people, newest first."""
        groups = self._read_group(self._get_followed_domain(), ["cycle_id"])
        cycles = self.env["hr.performance.cycle"].browse([cycle.id for (cycle,) in groups])
        return cycles.sorted(lambda one: (one.date_start, one.date_end, one.id), reverse=True)
