from odoo import fields, models

from .potential import LEVELS

_YEAR = 365.25
_READERS = "hr_performance.group_officer,hr_performance.group_auditor"


class OutcomePromotion(models.Model):
    """What is known of somebody on the promotion list, as it is now (requirement R4).

    For HR and auditors; pools and potential are read by the rights of whoever looks.
    """

    _inherit = "hr.performance.outcome"

    job_id = fields.Many2one(
        "hr.job", string="Job position", compute="_compute_job", groups=_READERS
    )
    job_since = fields.Date(string="In the job since", compute="_compute_job", groups=_READERS)
    job_years = fields.Float(
        string="Years in the job", compute="_compute_job", digits=(16, 1), groups=_READERS
    )
    last_promotion = fields.Char(
        string="Last promotion",
        compute="_compute_last_promotion",
        groups=_READERS,
        help="The promotion before this one, as it was decided.",
    )
    talent_pools = fields.Char(
        string="Talent pools", compute="_compute_talent_pools", groups=_READERS
    )
    potential = fields.Selection(
        LEVELS,
        compute="_compute_potential",
        groups=_READERS,
        help="As judged in this cycle: by HR, else by the line.",
    )

    def _compute_job(self):
        """The present job, and since when without a break."""
        today = fields.Date.context_today(self)
        # Dates and jobs of people on a list that HR reads.
        versions_sudo = self.env["hr.version"].sudo()
        found = versions_sudo.search(
            [("employee_id", "in", self.employee_id.ids), ("date_version", "<=", today)],
            order="employee_id, date_version desc, id desc",
        ).grouped("employee_id")
        for outcome in self:
            versions = found.get(outcome.employee_id, versions_sudo.browse())
            since, job = False, versions[:1].job_id
            for version in versions:
                if version.job_id != job:
                    break
                since = version.contract_date_start or version.date_version
            outcome.job_id = job
            outcome.job_since = job and since
            outcome.job_years = (today - since).days / _YEAR if job and since else 0.0

    def _compute_last_promotion(self):
        done = self.search(
            [
                ("employee_id", "in", self.employee_id.ids),
                ("kind", "=", "promotion"),
                ("state", "=", "done"),
            ],
            order="id",
        ).grouped("employee_id")
        for outcome in self:
            before = done.get(outcome.employee_id, self.browse()).filtered(
                lambda one, outcome=outcome: one.id < outcome.id
            )[-1:]
            outcome.last_promotion = bool(before) and self.env._(
                "%(cycle)s: %(note)s", cycle=before.cycle_id.code, note=before.done_note
            )

    def _compute_talent_pools(self):
        names = self.env["hr.performance.potential"]._get_pool_names(self.evaluation_id)
        for outcome in self:
            outcome.talent_pools = ", ".join(names.get(outcome.employee_id.id, [])) or False

    def _compute_potential(self):
        counting = self.env["hr.performance.potential"]._get_counting(self.evaluation_id)
        for outcome in self:
            found = counting.get(outcome.evaluation_id.id)
            outcome.potential = found.level if found else False
