import logging

import psycopg2

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

from ...rules import flows

_logger = logging.getLogger(__name__)

# Errors that speak about one row. Anything else is a fault of the program and must be seen.
ROW_ERRORS = (UserError, ValidationError, AccessError, psycopg2.IntegrityError)
PORTION = 200

# kind -> (model, method). The method takes all records of a portion and works on them as one;
# it must leave alone what is done already, so that a batch can be resumed after a kill.
HANDLERS = {
    "launch": ("hr.employee", "_performance_batch_launch"),
    "evaluate": ("hr.performance.evaluation", "_batch_evaluate"),
    "take_in": ("hr.performance.evaluation", "_batch_take_in"),
    "release": ("hr.performance.evaluation", "_batch_release"),
    "publish": ("hr.performance.evaluation", "_batch_publish"),
    "assign": ("hr.performance.evaluation", "_batch_assign"),
    "remind": ("hr.performance.review.owed", "_batch_remind"),
    "transfer": ("hr.performance.evaluation", "_batch_transfer"),
    "leave": ("hr.performance.evaluation", "_batch_leave"),
    "revision_request": ("hr.performance.goal.revision", "_batch_request"),
    "revision_approve": ("hr.performance.goal.revision", "_batch_approve"),
}


class Batch(models.Model):
    """A job over many records: progress, rows that failed and why, retry, resume.

    Up to the company's limit it runs at once, above that the scheduler runs it in portions with
    Odoo's progress API. Each portion is a savepoint; when one fails, its halves are tried, so that
    the bad rows are kept with their reason and the others go on. Runs with the rights of the
    user who started it.
    """

    _name = "hr.performance.batch"
    _description = "Background job"
    _inherit = ["hr.performance.workflow.mixin"]
    _order = "id desc"

    _workflow = flows.BATCH
    _protected_fields = (
        "state",
        "pending_ids",
        "total",
        "done_count",
        "user_id",
        "kind",
        "payload",
    )

    name = fields.Char(required=True)
    kind = fields.Selection(
        [
            ("launch", "Launch"),
            ("evaluate", "Start evaluation"),
            ("take_in", "Take in late answers"),
            ("release", "Release"),
            ("publish", "Publish"),
            ("assign", "Assign goals"),
            ("remind", "Remind reviewers"),
            ("transfer", "Changes in mid-cycle"),
            ("leave", "Leavers"),
            ("revision_request", "Request goal revisions"),
            ("revision_approve", "Approve goal revisions"),
        ],
        required=True,
        readonly=True,
    )
    state = fields.Selection(
        [
            ("waiting", "Waiting"),
            ("running", "Running"),
            ("done", "Done"),
            ("cancelled", "Cancelled"),
        ],
        default=flows.BATCH.initial,
        required=True,
        readonly=True,
        index=True,
    )
    company_id = fields.Many2one("res.company", required=True, index=True)
    cycle_id = fields.Many2one("hr.performance.cycle", index=True, ondelete="cascade")
    user_id = fields.Many2one("res.users", string="Started by", required=True, readonly=True)
    pending_ids = fields.Json(readonly=True)
    payload = fields.Json(
        readonly=True,
        groups=fields.NO_ACCESS,  # also figures that whoever reads jobs may not read
        help="What the job needs to know besides the rows.",
    )
    total = fields.Integer(readonly=True)
    done_count = fields.Integer(string="Done", readonly=True)
    progress = fields.Float(compute="_compute_progress", help="Percent of the rows handled.")
    failure_ids = fields.One2many("hr.performance.batch.failure", "batch_id", readonly=True)
    failure_count = fields.Integer(compute="_compute_progress")

    @api.depends("total", "done_count", "failure_ids", "pending_ids")
    def _compute_progress(self):
        for batch in self:
            batch.failure_count = len(batch.failure_ids)
            handled = batch.total - len(batch.pending_ids or [])
            batch.progress = 100.0 * handled / batch.total if batch.total else 100.0

    def _get_roles(self):
        roles = self.env["hr.performance.line.mixin"]._get_hr_roles()
        return {batch.id: roles for batch in self}

    # Starting

    @api.model
    def _run(self, kind, records, cycle, name, payload=None):
        """Start a job for ``records`` and return it; small ones are finished on return."""
        # Only code that has decided about access starts a job; users have no create right.
        batch_sudo = (
            self.sudo()
            ._with_pass()
            .create(
                {
                    "name": name,
                    "kind": kind,
                    "cycle_id": cycle.id,
                    "company_id": cycle.company_id.id,
                    "user_id": self.env.uid,
                    "pending_ids": records.ids,
                    "payload": payload,
                    "total": len(records),
                }
            )
        )
        if len(records) <= cycle.company_id.sudo().performance_batch_limit:
            batch_sudo._transit_by_system("start")
            while batch_sudo._do_portion():
                pass
        else:
            self.env.ref("hr_performance.cron_batch").sudo()._trigger()
        return batch_sudo.with_env(self.env)

    def action_retry(self):
        """Try the failed rows again."""
        self._transit("retry")

    def _after_retry(self, reason=None):
        for batch in self:
            failed = batch.failure_ids.mapped("res_id")
            # With the rights of whoever retries: perhaps the first one may not do these rows.
            batch.write({"pending_ids": failed, "user_id": self.env.uid})
            batch.failure_ids.unlink()
        self.env.ref("hr_performance.cron_batch")._trigger()

    def action_cancel(self):
        self._transit("cancel")

    # Working

    @api.model
    def _cron_run(self):
        """Work on open batches, oldest first, until the scheduler's time is used up."""
        cron = self.env["ir.cron"]
        batches = self.search([("state", "in", ("waiting", "running"))], order="id")
        remaining = sum(len(batch.pending_ids or []) for batch in batches)
        cron._commit_progress(remaining=remaining)
        for batch in batches.try_lock_for_update():
            if batch.state == "waiting":
                batch._transit_by_system("start")
            more = True
            while more:
                before = len(batch.pending_ids or [])
                more = batch._do_portion()
                if not cron._commit_progress(before - len(batch.pending_ids or [])):
                    return

    def _do_portion(self):
        """Handle the next portion; return whether there is more to do."""
        self.ensure_one()
        process = self.sudo()._with_pass()  # bookkeeping of the job, not the work itself
        pending = process.pending_ids or []
        portion, rest = pending[:PORTION], pending[PORTION:]
        failures = self._try(portion) if portion else {}
        process.write(
            {
                "pending_ids": rest,
                "done_count": process.done_count + len(portion) - len(failures),
                "failure_ids": [
                    fields.Command.create({"res_id": res_id, "reason": reason})
                    for res_id, reason in failures.items()
                ],
            }
        )
        if not rest:
            self._transit_by_system("finish")
        return bool(rest)

    def _try(self, ids):
        """Handle these rows together, in parts when that fails; return {id: reason}."""
        try:
            self._handle(ids)
        except ROW_ERRORS as error:
            if len(ids) == 1:
                return {ids[0]: self._describe_error(error)}
            # By halves: few bad rows among many cost few attempts.
            middle = len(ids) // 2
            return self._try(ids[:middle]) | self._try(ids[middle:])
        return {}

    def _handle(self, ids):
        model, method = HANDLERS[self.kind]
        with self.env.cr.savepoint():
            # Not sudo: the job has the rights of whoever started it, also in the scheduler.
            env = self._without_pass().env
            worker = env[model].with_user(self.user_id).with_company(self.company_id)
            getattr(worker.browse(ids), method)(self)
            self.env.flush_all()

    def _describe_error(self, error):
        if isinstance(error, psycopg2.Error):
            _logger.info("Row of batch %s refused by the database: %s", self.id, error)
            return self.env._("Refused by the database: %s", error.diag.message_primary or error)
        return str(error.args[0] if error.args else error)

    def _get_action(self):
        """Show the job: progress and what failed."""
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "current",
        }
