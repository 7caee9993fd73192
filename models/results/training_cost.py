from odoo import fields, models


class TrainingCost(models.Model):
    """What a training costs, apart from the need, which the person reads.

    One row for each need, so that the figures count all of them. The line and HR read it; the
    person does not.
    """

    _name = "hr.performance.training.cost"
    _description = "Cost of a training"
    _inherit = ["hr.performance.computed.mixin", "hr.performance.line.mixin"]
    _rec_name = "need_id"
    _order = "need_id desc"

    need_id = fields.Many2one(
        "hr.performance.training.need",
        string="Training need",
        required=True,
        readonly=True,
        ondelete="cascade",
    )
    employee_id = fields.Many2one(
        related="need_id.employee_id", store=True, index=True, precompute=True
    )
    company_id = fields.Many2one(
        related="need_id.company_id", store=True, index=True, precompute=True
    )
    department_id = fields.Many2one(related="need_id.department_id", store=True, precompute=True)
    skill_id = fields.Many2one(related="need_id.skill_id", store=True, precompute=True)
    kind = fields.Selection(related="need_id.kind", store=True, precompute=True)
    state = fields.Selection(related="need_id.state", store=True, precompute=True)
    date_planned = fields.Date(related="need_id.date_planned", store=True, precompute=True)
    currency_id = fields.Many2one(related="company_id.currency_id")
    planned = fields.Monetary(string="Planned cost")
    actual = fields.Monetary(string="Actual cost")

    _need_unique = models.Constraint("UNIQUE(need_id)", "The cost of this training exists already.")
    _not_negative = models.Constraint(
        "CHECK(planned >= 0 AND actual >= 0)", "A training does not cost less than nothing."
    )
