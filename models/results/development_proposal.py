from odoo import api, models


class DevelopmentProposal(models.Model):
    """Strengths and gaps as the released evaluation and the skills show them (requirement R6)."""

    _inherit = "hr.performance.development.plan"

    def action_propose(self):
        """Fill in strengths and gaps where nothing is written yet, from what the user may read."""
        for plan in self:
            plan.check_access("write")
            strengths, gaps = plan._get_findings()
            values = {}
            if strengths and not plan.strengths:
                values["strengths"] = "\n".join(strengths)
            if gaps and not plan.gaps:
                values["gaps"] = "\n".join(gaps)
            if values:
                plan.write(values)

    def _get_findings(self):
        """Return (strengths, gaps) of the last released evaluation, as sentences."""
        self.ensure_one()
        ratings = self.env["hr.performance.rating"]
        last = ratings._get_last_released([("employee_id", "=", self.employee_id.id)])
        strengths = [line._describe_grade() for line in last._get_strong_lines()]
        gaps = [line._describe_grade() for line in last._get_gap_lines()]
        return strengths, gaps

    @api.model
    def _open_for(self, employee):
        """Return the living plan of a person, a new draft where there is none."""
        living = self.search(
            [("employee_id", "=", employee.id), ("state", "in", ("draft", "agreed"))], limit=1
        )
        return living or self.create({"employee_id": employee.id})
