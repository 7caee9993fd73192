from odoo import api, fields, models

from ...rules.nomination import NOMINATED, RoleRule
from ..core.labelled import labelled


class CycleReviewers(models.Model):
    """Which reviewers the cycle asks for: the template's rules, fixed at the launch (E3)."""

    _inherit = "hr.performance.cycle"

    reviewer_rules = fields.Json(readonly=True, copy=False)
    reviewer_summary = fields.Text(string="Reviewers", compute="_compute_reviewer_summary")

    def _after_launch(self, reason=None):
        result = super()._after_launch(reason=reason)
        for cycle in self:
            rules = cycle.template_id._get_reviewer_rules().values()
            cycle.write({"reviewer_rules": {"roles": [rule.as_data() for rule in rules]}})
        return result

    def _after_calibrate(self, reason=None):
        result = super()._after_calibrate(reason=reason)
        for cycle in self:
            # From now on nobody owes an anonymous answer about people who are judged.
            self.env["hr.performance.review.digest"]._refresh(cycle)
        return result

    def _get_reviewer_rules(self):
        """Return {role: RoleRule}: those kept at the launch, before it those of the template."""
        self.ensure_one()
        if self.reviewer_rules:
            return {data["role"]: RoleRule(**data) for data in self.reviewer_rules["roles"]}
        return self.template_id._get_reviewer_rules()

    @api.depends("reviewer_rules", "template_id")
    @api.depends_context("lang")
    def _compute_reviewer_summary(self):
        for cycle in self:
            rules = cycle._get_reviewer_rules() if cycle.template_id else {}
            cycle.reviewer_summary = "\n".join(
                cycle._describe_reviewer_rule(rules[role]) for role in NOMINATED if role in rules
            )

    def _describe_reviewer_rule(self, rule):
        roles = dict(
            self.env["hr.performance.template.role"]
            ._fields["role"]
            ._description_selection(self.env)
        )
        parts = [self.env._("at least %s", rule.minimum)]
        if rule.maximum:
            parts.append(self.env._("at most %s", rule.maximum))
        if rule.by_employee:
            parts.append(self.env._("proposed by the employee"))
        if rule.by_employee and rule.approval:
            parts.append(self.env._("approved by manager or HR"))
        return labelled(self.env, roles[rule.role], " · ".join(parts))
