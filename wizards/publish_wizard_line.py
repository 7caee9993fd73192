from odoo import api, fields, models

from ..models.core.coefficient_modes import PAY_READERS


class PublishWizardLine(models.TransientModel):
    """One person in the preview of publishing: factors, coefficient, amount, or why not."""

    _name = "hr.performance.publish.wizard.line"
    _description = "Person in the preview of publishing"
    _order = "state, department_id, employee_id, id"
    _rec_name = "employee_id"

    wizard_id = fields.Many2one("hr.performance.publish.wizard", required=True, ondelete="cascade")
    evaluation_id = fields.Many2one("hr.performance.evaluation", ondelete="cascade")
    employee_id = fields.Many2one("hr.employee", ondelete="cascade")
    department_id = fields.Many2one("hr.department", ondelete="set null")
    state = fields.Selection(
        [("ready", "To publish"), ("waiting", "Not yet"), ("published", "Published")],
        required=True,
    )
    obstacle = fields.Char(string="Why not yet")
    has_appeal = fields.Boolean(string="Appeal open")
    has_figures = fields.Boolean()
    grade_name = fields.Char(string="Grade")
    individual_coefficient = fields.Float(digits=(16, 4), aggregator="avg")
    department_coefficient = fields.Float(digits=(16, 4), aggregator="avg")
    company_coefficient = fields.Float(digits=(16, 4), aggregator="avg")
    days_employed = fields.Integer(string="Days that count", aggregator=None)
    days_total = fields.Integer(string="Days of the cycle", aggregator=None)
    proration = fields.Float(digits=(16, 4), aggregator="avg")
    bonus_coefficient = fields.Float(digits=(16, 4), aggregator="avg")
    has_previous = fields.Boolean()
    previous_coefficient = fields.Float(
        digits=(16, 4), aggregator="avg", help="Of the payout window before, same bonus code."
    )
    change = fields.Float(digits=(16, 4), aggregator="avg")
    currency_id = fields.Many2one(related="wizard_id.currency_id")
    bonus_base = fields.Monetary(groups=PAY_READERS)
    amount = fields.Monetary(string="Bonus", groups=PAY_READERS)

    @api.model
    def _fill(self, wizard, lines):
        """Keep what the preview found, for the user of the dialog."""
        # The user reads these lines and does not write them; pay has its groups there.
        return self.sudo().create([self._prepare_vals(wizard, line) for line in lines])

    @api.model
    def _prepare_vals(self, wizard, line):
        published, obstacle = line.pop("published"), line["obstacle"]
        has_figures = "bonus_coefficient" in line
        waiting = "waiting" if obstacle or not has_figures else "ready"
        previous = line["previous_coefficient"]
        known = {name: value for name, value in line.items() if name in self._fields}
        return {
            **known,
            "wizard_id": wizard.id,
            "state": "published" if published else waiting,
            "has_figures": has_figures,
            "change": line["bonus_coefficient"] - previous
            if has_figures and line["has_previous"]
            else 0.0,
        }
