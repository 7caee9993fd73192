from odoo import api, fields, models
from odoo.exceptions import UserError

from ..models.core.coefficient_modes import PARTS

_FACTORS = tuple(f"{part}_coefficient" for part in PARTS)


class CorrectWizard(models.TransientModel):
    """Correct a published result by a row that supersedes it, with a reason and a preview."""

    _name = "hr.performance.correct.wizard"
    _description = "Correct a published result"
    _inherit = ["hr.performance.link.mixin"]
    _checked_links = {"result_id": "read"}

    result_id = fields.Many2one("hr.performance.result", required=True, readonly=True)
    old_formula = fields.Char(string="Published", related="result_id.formula", related_sudo=False)
    days_total = fields.Integer(related="result_id.days_total", related_sudo=False)
    grade_name = fields.Char(compute="_compute_figures", compute_sudo=False)
    individual_coefficient = fields.Float(
        digits=(16, 4),
        groups="hr_performance.group_administrator",
        help="Follows from the grade, which only an appeal changes. For a mistake in the scale.",
    )
    department_coefficient = fields.Float(digits=(16, 4))
    company_coefficient = fields.Float(digits=(16, 4))
    days_employed = fields.Integer(string="Days that count")
    new_coefficient = fields.Float(
        string="Corrected coefficient",
        digits=(16, 4),
        compute="_compute_figures",
        compute_sudo=False,
    )
    new_formula = fields.Char(string="Corrected", compute="_compute_figures", compute_sudo=False)
    problem = fields.Char(compute="_compute_figures", compute_sudo=False)
    reason = fields.Text(required=True)

    @api.model
    def default_get(self, fields):
        defaults = super().default_get(fields)
        proposal = self._get_proposal(defaults.get("result_id"))
        return {**{name: value for name, value in proposal.items() if name in fields}, **defaults}

    @api.model_create_multi
    def create(self, vals_list):
        # What a caller leaves out stays as proposed, never 0.
        return super().create(
            [{**self._get_proposal(vals.get("result_id")), **vals} for vals in vals_list]
        )

    @api.model
    def _get_proposal(self, result_id):
        """What follows from the cycle as it is now: often that is the correction already."""
        if not result_id:
            return {}
        figures = self.env["hr.performance.result"].browse(result_id)._preview_correction({})
        return {name: figures[name] for name in self._get_names()}

    @api.model
    def _get_names(self):
        """Inputs that this user may set; the individual coefficient has its group."""
        names = (*_FACTORS, "days_employed")
        return [name for name in names if self._has_field_access(self._fields[name], "write")]

    @api.depends(*_FACTORS, "days_employed", "result_id")
    def _compute_figures(self):
        for wizard in self:
            wizard.new_coefficient = wizard.problem = wizard.grade_name = False
            wizard.new_formula = False
            try:
                figures = wizard.result_id._preview_correction(wizard._get_changes())
            except UserError as error:
                wizard.problem = error.args[0]
            else:
                wizard.new_coefficient = figures["bonus_coefficient"]
                wizard.grade_name = figures["grade_name"]
                wizard.new_formula = wizard.result_id.new(figures)._describe_formula()

    def _get_changes(self):
        return {name: self[name] for name in self._get_names()}

    def action_apply(self):
        self.ensure_one()
        result = self.result_id._correct(self.reason, self._get_changes())
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Corrected result"),
            "res_model": result._name,
            "res_id": result.id,
            "view_mode": "form",
        }
