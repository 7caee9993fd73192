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
        rating = self.env["hr.performance.rating"].search(
            [("employee_id", "=", self.employee_id.id), ("state", "=", "released")],
            order="cycle_id desc",
            limit=1,
        )
        strengths, gaps = [], []
        grades = rating.cycle_id.template_id.scale_id.grade_ids.sorted("min_score", reverse=True)
        for line in rating.line_ids.filtered("grade_id"):
            text = self.env._(
                "%(dimension)s: %(grade)s (%(cycle)s)",
                dimension=line.dimension_id.name,
                grade=line.grade_id.name,
                cycle=rating.sudo().cycle_id.name,  # a name beside what the user reads
            )
            if line.grade_id == grades[:1]:
                strengths.append(text)
            elif line.grade_id in grades[2:]:
                gaps.append(text)
        return strengths, gaps

    @api.model
    def _open_for(self, employee):
        """Return the living plan of a person, a new draft where there is none."""
        living = self.search(
            [("employee_id", "=", employee.id), ("state", "in", ("draft", "agreed"))], limit=1
        )
        return living or self.create({"employee_id": employee.id})
