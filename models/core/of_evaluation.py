from odoo import fields, models


class OfEvaluationMixin(models.AbstractModel):
    """A record of one evaluation: whose it is, and in which cycle and company.

    Stored, because the record rules, the line of managers and the lists ask for them in every
    search. They follow the evaluation, which itself keeps the manager and the company of its time.
    A model says on its own what becomes of it when the evaluation goes (`ondelete`).
    """

    _name = "hr.performance.of.evaluation.mixin"
    _description = "Part of one evaluation"

    evaluation_id = fields.Many2one(
        "hr.performance.evaluation", required=True, index=True, ondelete="restrict"
    )
    employee_id = fields.Many2one(
        related="evaluation_id.employee_id", store=True, index=True, precompute=True
    )
    manager_id = fields.Many2one(
        related="evaluation_id.manager_id", store=True, index=True, precompute=True
    )
    cycle_id = fields.Many2one(
        related="evaluation_id.cycle_id", store=True, index=True, precompute=True
    )
    company_id = fields.Many2one(
        related="evaluation_id.company_id", store=True, index=True, precompute=True
    )
