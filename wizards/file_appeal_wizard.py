from odoo import api, fields, models

from ..models.evaluation.appeal import GROUNDS


class FileAppealWizard(models.TransientModel):
    """File an appeal: on which grounds, about what, with which evidence, and what happens then."""

    _name = "hr.performance.file.appeal.wizard"
    _description = "File an appeal"
    _inherit = ["hr.performance.link.mixin"]
    _checked_links = {"evaluation_id": "read", "goal_id": "read"}

    evaluation_id = fields.Many2one("hr.performance.evaluation", required=True, readonly=True)
    on_paper = fields.Boolean(compute="_compute_terms")
    until = fields.Date(compute="_compute_terms", help="The last day on which you can file it.")
    due = fields.Date(compute="_compute_terms", help="If you file it now.")
    grounds = fields.Selection(GROUNDS, required=True)
    explanation = fields.Text(required=True)
    dimension_ids = fields.Many2many("hr.performance.dimension", compute="_compute_terms")
    dimension_id = fields.Many2one(
        "hr.performance.dimension",
        string="About the dimension",
        domain="[('id', 'in', dimension_ids)]",
    )
    goal_id = fields.Many2one(
        "hr.performance.goal",
        string="About the goal",
        domain="[('evaluation_id', '=', evaluation_id)]",
    )
    evidence_ids = fields.Many2many("ir.attachment")
    received = fields.Datetime(string="Received on", help="Empty: now.")
    paper_reason = fields.Text(string="Why on paper")

    @api.model
    def default_get(self, fields):
        """Say at once why no appeal is possible, before anybody writes one."""
        values = super().default_get(fields)
        evaluation = self.env["hr.performance.evaluation"].browse(values.get("evaluation_id"))
        if evaluation:
            evaluation.check_access("read")
            evaluation._check_appeal_possible()
        return values

    @api.depends("evaluation_id", "received")
    def _compute_terms(self):
        for wizard in self:
            evaluation = wizard.evaluation_id
            wizard.on_paper = bool(evaluation) and evaluation._get_appellant_side() == "paper"
            wizard.until = evaluation._find_appeal_until() if evaluation.released_at else False
            wizard.due = evaluation._find_appeal_due(wizard.received) if evaluation else False
            wizard.dimension_ids = evaluation.cycle_id.template_id.line_ids.dimension_id

    def action_apply(self):
        """File it, and show the appeal with its clock."""
        self.ensure_one()
        appeal = self.env["hr.performance.appeal"]._file(
            self.evaluation_id,
            {
                "grounds": self.grounds,
                "explanation": self.explanation,
                "dimension_id": self.dimension_id.id,
                "goal_id": self.goal_id.id,
                "paper_reason": self.paper_reason,
            },
            self.evidence_ids,
            self.received,
        )
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Appeal"),
            "res_model": "hr.performance.appeal",
            "view_mode": "form",
            "res_id": appeal.id,
        }
