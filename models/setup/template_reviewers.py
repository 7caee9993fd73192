from odoo import api, fields, models

from ...rules.nomination import NOMINATED, RoleRule


class TemplateRoleRules(models.Model):
    """How many reviewers of a role are asked, and who names them (requirement E3).

    A cycle takes a copy when it is launched; what is changed here afterwards counts for the next.
    """

    _inherit = "hr.performance.template.role"

    minimum = fields.Integer(help="With fewer reviewers, manager and HR see a warning.")
    maximum = fields.Integer(help="So many can be asked at most; 0: no limit.")
    by_employee = fields.Boolean(
        string="Employee nominates", default=True, help="The person proposes own reviewers."
    )
    by_manager = fields.Boolean(
        string="Manager nominates", default=True, help="Those above the person; HR always may."
    )
    approval = fields.Boolean(
        string="Approval needed",
        default=True,
        help="The manager or HR approves whom the employee proposes. Reviewers outside the company"
        " are always approved.",
    )
    is_nominated = fields.Boolean(
        compute="_compute_is_nominated",
        help="Self, manager and second-level manager are asked without anybody naming them.",
    )

    _numbers = models.Constraint(
        "CHECK(minimum >= 0 AND maximum >= 0 AND (maximum = 0 OR minimum <= maximum))",
        "The smallest number of reviewers cannot be negative, nor above the largest.",
    )

    @api.depends("role")
    def _compute_is_nominated(self):
        for line in self:
            line.is_nominated = line.role in NOMINATED

    def _as_rule(self):
        self.ensure_one()
        named = self.role in NOMINATED
        return RoleRule(
            role=self.role,
            minimum=self.minimum if named else 0,
            maximum=self.maximum if named else 0,
            by_employee=named and self.by_employee,
            by_manager=named and self.by_manager,
            approval=self.approval,
        )


class TemplateReviewers(models.Model):
    _inherit = "hr.performance.template"

    def _get_reviewer_rules(self):
        """Return {role: RoleRule} of all roles of the template."""
        self.ensure_one()
        return {line.role: line._as_rule() for line in self.role_ids}
