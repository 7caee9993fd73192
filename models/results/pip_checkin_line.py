from odoo import api, fields, models
from odoo.exceptions import AccessError


class PipCheckinLine(models.Model):
    """How one goal of the plan stands at one check-in."""

    _name = "hr.performance.pip.checkin.line"
    _description = "Progress of a goal at a check-in"
    _inherit = ["hr.performance.computed.mixin"]
    _order = "checkin_id, goal_id, id"
    _rec_name = "goal_id"

    checkin_id = fields.Many2one(
        "hr.performance.pip.checkin", required=True, index=True, ondelete="cascade", readonly=True
    )
    goal_id = fields.Many2one(
        "hr.performance.pip.goal", required=True, index=True, ondelete="restrict", readonly=True
    )
    company_id = fields.Many2one(related="checkin_id.company_id", store=True, index=True)
    target = fields.Float(related="goal_id.target")
    unit = fields.Char(related="goal_id.unit")
    value = fields.Float(digits=(16, 2))
    standing = fields.Selection(
        [
            ("reached", "Reached"),
            ("on_track", "On track"),
            ("behind", "Behind"),
            ("unknown", "Not measured"),
        ],
        help="Not measured: this value is left out, it does not count as 0.",
    )
    is_measured = fields.Boolean(compute="_compute_is_measured", store=True, precompute=True)
    note = fields.Char()

    _goal_unique = models.Constraint(
        "UNIQUE(checkin_id, goal_id)", "A check-in has one line for each goal."
    )

    @api.depends("standing")
    def _compute_is_measured(self):
        for line in self:
            line.is_measured = bool(line.standing) and line.standing != "unknown"

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            raise AccessError(self.env._("The lines of a check-in come with the check-in."))
        return super().create(vals_list)

    def write(self, vals):
        self.check_access("write")  # first: a refusal names the person
        if vals.keys() & {"checkin_id", "goal_id"}:
            raise AccessError(self.env._("A line stays with its check-in and its goal."))
        self.checkin_id._check_author({"line_ids"})
        return super().write(vals)
