from odoo import api, fields, models


class DecideWizard(models.TransientModel):
    """Decide the grade of one person, with a reason where it differs from the computed one."""

    _name = "hr.performance.decide.wizard"
    _description = "Decide the grade"
    _inherit = ["hr.performance.link.mixin"]
    _checked_links = {"rating_id": "read"}

    rating_id = fields.Many2one("hr.performance.rating", required=True, readonly=True)
    scale_id = fields.Many2one(related="rating_id.scale_id")
    # Read as the user: a dialog about a withheld rating shows nothing of it.
    score = fields.Float(related="rating_id.score", related_sudo=False)
    missing = fields.Text(related="rating_id.missing", related_sudo=False)
    computed_grade_id = fields.Many2one(related="rating_id.computed_grade_id", related_sudo=False)
    grade_id = fields.Many2one(
        "hr.performance.grade",
        string="Decided grade",
        required=True,
        domain="[('scale_id', '=', scale_id)]",
        compute="_compute_grade_id",
        compute_sudo=False,
        precompute=True,
        store=True,
        readonly=False,
    )
    deviates = fields.Boolean(compute="_compute_deviates")
    reason = fields.Text()

    @api.depends("rating_id")
    def _compute_grade_id(self):
        for wizard in self:
            wizard.grade_id = wizard.rating_id.grade_id

    @api.depends("grade_id", "computed_grade_id")
    def _compute_deviates(self):
        for wizard in self:
            wizard.deviates = wizard.grade_id != wizard.computed_grade_id

    def action_apply(self):
        self.ensure_one()
        self.rating_id._decide(self.grade_id, self.reason)
        return {"type": "ir.actions.act_window_close"}
