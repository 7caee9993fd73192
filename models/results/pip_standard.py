from odoo import api, fields, models
from odoo.exceptions import ValidationError


class PipStandard(models.Model):
    """A standard that was not met, with its evidence: what a plan rests on (requirement R5)."""

    _name = "hr.performance.pip.standard"
    _description = "Standard not met"
    _inherit = ["hr.performance.pip.part.mixin"]
    _order = "pip_id, id"
    _rec_name = "name"
    _checked_links = {"pip_id": "write", "goal_id": "read"}

    name = fields.Char(string="Standard", required=True, help="What was demanded, and where.")
    dimension_id = fields.Many2one("hr.performance.dimension", ondelete="restrict")
    goal_id = fields.Many2one("hr.performance.goal", ondelete="restrict")
    demanded = fields.Text(help="What the standard or the goal asks for.")
    found = fields.Text(help="What was measured or observed instead.")
    evidence = fields.Text(help="Figures with date and source, or what happened when and where.")
    evidence_ids = fields.Many2many("ir.attachment", string="Documents")
    is_proven = fields.Boolean(string="With evidence", compute="_compute_is_proven")

    @api.depends("dimension_id", "goal_id", "evidence", "evidence_ids")
    def _compute_is_proven(self):
        for standard in self:
            proof = (standard.evidence or "").strip() or standard.evidence_ids
            standard.is_proven = bool((standard.dimension_id or standard.goal_id) and proof)

    def _check_open(self):
        """Refuse to change files on which a plan rests, once it is out of its author's hands."""
        self.pip_id._check_drafted()

    @api.constrains("goal_id", "pip_id")
    def _check_goal(self):
        for standard in self.filtered("goal_id"):
            if standard.goal_id.evaluation_id != standard.pip_id.evaluation_id:
                raise ValidationError(
                    self.env._(
                        "%s is not a goal of the evaluation on which the plan rests.",
                        standard.goal_id.name,
                    )
                )
