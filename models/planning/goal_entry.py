from odoo import api, models


class GoalEntry(models.Model):
    """What the form of a goal proposes while somebody fills it in."""

    _inherit = "hr.performance.goal"

    @api.model
    def default_get(self, fields):
        """In “My goals” a new goal is the user's own, in the cycle that they plan now; goals of the
        company are proposed to HR only, who may write them.
        """
        values = super().default_get(fields)
        if values.get("level") == "company" and not self._is_officer():
            values["level"] = "department"
        if not self.env.context.get("my_goals"):
            return values
        evaluation = self.env["hr.performance.evaluation"].search(
            [("is_mine", "=", True), ("state", "in", ("planning", "executing"))],
            order="id desc",
            limit=1,
        )
        proposals = {
            "employee_id": evaluation.employee_id.id or self.env.user.employee_id.id,
            "cycle_id": evaluation.cycle_id.id,
        }
        return {**{key: value for key, value in proposals.items() if key in fields}, **values}

    @api.onchange("level")
    def _onchange_level(self):
        """A goal of the company or of a department names no employee."""
        if self.level != "employee":
            self.employee_id = False
        if self.level != "department":
            self.department_id = False

    @api.onchange("kind")
    def _onchange_kind(self):
        """An objective is measured by its key results, anything else is not."""
        if self.kind == "objective":
            self.method = "key_results"
        elif self.method == "key_results":
            self.method = "ratio_higher"

    @api.onchange("method")
    def _onchange_method(self):
        if self.method == "key_results":
            self.kind = "objective"
        elif self.kind == "objective":
            self.kind = "kpi"
