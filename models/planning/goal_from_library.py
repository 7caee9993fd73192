from odoo import fields, models


class GoalFromLibrary(models.Model):
    """Where a goal comes from, so that nobody gets the same goal of the library twice."""

    _inherit = "hr.performance.goal"

    template_id = fields.Many2one(
        "hr.performance.goal.template",
        string="From the library",
        readonly=True,
        index="btree_not_null",
        ondelete="set null",
    )
