from odoo import api, fields, models


class EvaluationLead(models.Model):
    """From which day on who leads a person in a cycle, with the department of that time (G2).

    Kept for good. A later row replaces what was decided for its day and all after it; without any
    row the manager of the evaluation led all the time.
    """

    _name = "hr.performance.evaluation.lead"
    _description = "Manager of a time"
    _inherit = ["hr.performance.append.only.mixin", "hr.performance.line.mixin"]
    _order = "evaluation_id, id"
    _rec_name = "manager_id"

    evaluation_id = fields.Many2one(
        "hr.performance.evaluation", required=True, index=True, readonly=True, ondelete="restrict"
    )
    employee_id = fields.Many2one(
        related="evaluation_id.employee_id", store=True, index=True, precompute=True
    )
    company_id = fields.Many2one(
        related="evaluation_id.company_id", store=True, index=True, precompute=True
    )
    date_from = fields.Date(string="From", required=True, readonly=True)
    manager_id = fields.Many2one(
        "hr.employee", required=True, index=True, readonly=True, ondelete="restrict"
    )
    department_id = fields.Many2one("hr.department", readonly=True, ondelete="restrict")
    job_id = fields.Many2one("hr.job", string="Job position", readonly=True, ondelete="restrict")
    reason = fields.Text(readonly=True)
    decided_by_id = fields.Many2one("res.users", string="Entered by", readonly=True)
    days = fields.Integer(
        string="Days led",
        compute="_compute_days",
        help="Days of the cycle for which this manager led the person, over all rows: the weight of"
        " the manager's review.",
    )

    @api.depends("evaluation_id", "manager_id")
    def _compute_days(self):
        days = self.evaluation_id._get_lead_days()
        for lead in self:
            lead.days = days[lead.evaluation_id.id].get(lead.manager_id.id, 0)
