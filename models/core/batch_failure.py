from odoo import api, fields, models

from .batch import HANDLERS


class BatchFailure(models.Model):
    """One row that a background job could not handle, and why."""

    _name = "hr.performance.batch.failure"
    _description = "Failed row of a background job"
    _rec_name = "record_name"

    batch_id = fields.Many2one(
        "hr.performance.batch", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="batch_id.company_id", store=True, index=True)
    res_id = fields.Integer(string="Record", required=True)
    record_name = fields.Char(string="Row", compute="_compute_record_name")
    reason = fields.Text(required=True)

    @api.depends("res_id", "batch_id.kind")
    def _compute_record_name(self):
        for kind, failures in self.grouped(lambda failure: failure.batch_id.kind).items():
            records = self.env[HANDLERS[kind][0]].browse(failures.mapped("res_id")).exists()
            # Only names, for HR officers who may read the job.
            names = {record.id: record.display_name for record in records.sudo()}
            for failure in failures:
                failure.record_name = names.get(failure.res_id, str(failure.res_id))
