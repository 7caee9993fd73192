from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import float_compare


class Template(models.Model):
    """How a cycle evaluates: scale, dimensions with weights, reviewer roles with weights."""

    _name = "hr.performance.template"
    _description = "Evaluation template"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company", index=True)
    scale_id = fields.Many2one("hr.performance.scale", required=True, ondelete="restrict")
    line_ids = fields.One2many(
        "hr.performance.template.line", "template_id", string="Dimensions", copy=True
    )
    role_ids = fields.One2many(
        "hr.performance.template.role", "template_id", string="Reviewers", copy=True
    )
    goal_weight_min = fields.Float(
        string="Lowest goal weight (%)", default=5.0, digits=(16, 2), required=True
    )
    goal_weight_max = fields.Float(
        string="Highest goal weight (%)", default=80.0, digits=(16, 2), required=True
    )
    confirm_days = fields.Integer(
        string="Working days to confirm",
        default=5,
        required=True,
        help="So long can the employee answer after the release; then the evaluation lapses.",
    )

    _weight_bounds = models.Constraint(
        "CHECK(goal_weight_min > 0 AND goal_weight_min <= goal_weight_max"
        " AND goal_weight_max <= 100)",
        "The lowest and highest goal weight lie between 0 and 100 %, the lowest first.",
    )
    _confirm_days_positive = models.Constraint(
        "CHECK(confirm_days > 0)", "At least one working day is needed to confirm."
    )

    @api.constrains("line_ids", "role_ids")
    def _check_weights(self):
        for template in self:
            template._check_hundred(template.line_ids, self.env._("dimensions"))
            template._check_hundred(template.role_ids, self.env._("reviewer roles"))

    def _check_hundred(self, lines, what):
        total = sum(lines.mapped("weight"))
        if lines and float_compare(total, 100.0, precision_digits=2):
            raise ValidationError(
                self.env._(
                    "%(template)s: the weights of the %(what)s make %(total)g %%, not 100 %%.",
                    template=self.name,
                    what=what,
                    total=total,
                )
            )

    def _get_role_weights(self):
        """Return {role: weight} as the rules take them."""
        self.ensure_one()
        return {line.role: line.weight for line in self.role_ids}
