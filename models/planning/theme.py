from odoo import fields, models


class Theme(models.Model):
    """A strategic theme of a company in one cycle, mostly a year: goals of the company follow it
    (requirement P1).
    """

    _name = "hr.performance.theme"
    _description = "Strategic theme"
    _inherit = [
        "hr.performance.can.write.mixin",
        "hr.performance.strategy.mixin",
        "hr.performance.computed.mixin",
    ]
    _order = "cycle_id, sequence, id"
    _check_company_auto = True

    name = fields.Char(string="Theme", required=True)
    description = fields.Text(help="What the company wants to change, and why now.")
    sequence = fields.Integer(default=10)
    cycle_id = fields.Many2one(
        "hr.performance.cycle",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self._get_default_cycle_id(),
        help="The cycle for which the theme is set, mostly the year.",
    )
    company_id = fields.Many2one(
        "res.company", related="cycle_id.company_id", store=True, index=True, precompute=True
    )
    owner_id = fields.Many2one(
        "hr.employee", check_company=True, index="btree_not_null", ondelete="restrict"
    )
    goal_ids = fields.One2many("hr.performance.goal", "theme_id", string="Goals")
    goal_count = fields.Integer(compute="_compute_goal_count")

    _name_unique = models.Constraint(
        "UNIQUE(cycle_id, name)", "The cycle has a theme with this name already."
    )

    def _compute_goal_count(self):
        counts = dict(
            self.env["hr.performance.goal"]._read_group(
                [("theme_id", "in", self.ids)], ["theme_id"], ["__count"]
            )
        )
        for theme in self:
            theme.goal_count = counts.get(theme, 0)

    def write(self, vals):
        result = super().write(vals)
        if "cycle_id" in vals:
            self.check_access("write")  # nor may it be moved into a company led by others
        return result

    def action_open_goals(self):
        """Open the goals that follow the theme."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("hr_performance.shared_goal_action")
        return {
            **action,
            "domain": [("theme_id", "=", self.id)],
            "context": {
                "shared_goals": True,
                "default_level": "company",
                "default_theme_id": self.id,
                "default_cycle_id": self.cycle_id.id,
                "create": self.env["hr.performance.goal"]._is_officer(),  # as the rules do
            },
        }
