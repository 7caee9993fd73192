from odoo import api, fields, models
from odoo.exceptions import UserError

from .talent import LIVING

DECIDE = "hr_performance.activity_type_talent_decide"
REVIEW = "hr_performance.activity_type_talent_review"
_NOTICE_DAYS = 14


class TalentSteps(models.Model):
    """In, looked at from time to time, and out again, each with a reason (requirement R4)."""

    _inherit = "hr.performance.talent"

    def action_approve(self):
        """HR takes the person into the pool."""
        self._transit("approve", **self._prepare_entry())

    @api.model
    def _prepare_entry(self):
        return {
            "entry_date": fields.Date.context_today(self),
            "decided_by_id": self.env.user.id,
        }

    def _check_approve(self):
        if gone := self.filtered(lambda one: not one.employee_id.active):
            raise UserError(
                self.env._(
                    "%s: has left the company. Please dismiss the proposal.",
                    ", ".join(gone.mapped("display_name")),
                )
            )

    def _after_approve(self, reason=None):
        self.activity_unlink([DECIDE])
        self.filtered(lambda one: not one.review_date)._plan_review()

    def action_dismiss(self, reason):
        """Not into the pool this time, with the reason."""
        self._transit(
            "dismiss", reason=reason, dismiss_reason=reason, decided_by_id=self.env.user.id
        )

    def _after_dismiss(self, reason=None):
        self.activity_unlink([DECIDE])

    def action_review(self, reason):
        """Looked at again: stays in; ``reason`` says what was found."""
        today = fields.Date.context_today(self)
        self._transit("review", reason=reason, review_note=reason, reviewed_on=today)

    def _after_review(self, reason=None):
        self.activity_unlink([REVIEW])
        self._plan_review()

    def action_leave(self, reason):
        """Out of the pool, with the reason; the row stays."""
        today = fields.Date.context_today(self)
        self._transit("leave", reason=reason, exit_reason=reason, exit_date=today)

    def _after_leave(self, reason=None):
        self.activity_unlink([REVIEW])

    def _plan_review(self):
        today = fields.Date.context_today(self)
        for pool, talents in self.grouped("pool_id").items():
            talents.write({"review_date": fields.Date.add(today, months=pool.review_months)})

    # Ways in

    @api.model
    def _propose(self, employee, pool, reason):
        """Hand a proposal to HR, as the caller decided that it may be made.

        Whoever may not read the pool does not learn from this whether the person is in it already.
        """
        # Proposing gives no right to read: HR decides, and may keep to itself what about.
        talents_sudo = self.sudo()
        living_sudo = talents_sudo.search(
            [
                ("employee_id", "=", employee.id),
                ("pool_id", "=", pool.id),
                ("state", "in", LIVING),
            ]
        )
        if not living_sudo:
            talents_sudo._with_pass().with_context(mail_create_nosubscribe=True).create(
                {
                    "employee_id": employee.id,
                    "pool_id": pool.id,
                    "entry_reason": reason,
                    "proposed_by_id": self.env.uid,
                }
            )._without_pass()._ask_hr()
        elif living_sudo.sudo(False).has_access("read"):
            raise UserError(
                self.env._("%s: is in this pool, or proposed for it, already.", employee.name)
            )
        else:
            living_sudo._message_log(body=self.env._("Proposed again: %s", reason))

    @api.model
    def _admit(self, outcomes):
        """Take in whoever an approved outcome says, once per pool; by the process itself."""
        living = self.search(
            [("employee_id", "in", outcomes.employee_id.ids), ("state", "in", LIVING)]
        )
        found = {(one.employee_id, one.pool_id): one for one in living}
        entry = self._prepare_entry()
        for outcome in outcomes:
            key = outcome.employee_id, outcome.rule_id._get_talent_pool()
            talent = found.setdefault(key, self.browse())
            if talent.state == "member":
                talent._message_log(body=self.env._("Also follows from: %s", outcome.basis))
                continue
            talent = talent or self._create_from(outcome, key[1])
            talent._with_pass().write({"source_outcome_id": outcome.id})
            talent._transit_by_system("approve", **entry)
            found[key] = talent

    @api.model
    def _create_from(self, outcome, pool):
        return self._with_pass().create(
            {
                "employee_id": outcome.employee_id.id,
                "pool_id": pool.id,
                "entry_reason": f"{outcome.rule_name} ({outcome.basis})",
                "proposed_by_id": self.env.uid,
            }
        )

    # Who is told

    def _ask_hr(self):
        """A to-do to decide about the proposal."""
        self._tell_hr(DECIDE, fields.Date.add(fields.Date.context_today(self), days=7))

    def _tell_hr(self, kind, deadline=None):
        told = self.filtered(lambda one: one._get_officer())
        told._create_tasks(
            kind,
            [
                {
                    "user_id": (user := one._get_officer()).id,
                    "summary": self.env.ref(kind).with_context(lang=user.lang).name,
                    "date_deadline": deadline or one.review_date,
                }
                for one in told
            ],
        )

    def _get_officer(self):
        """Who cares for the pool; else HR of the person, who decided, or an administrator."""
        # Whom to tell, whoever asks.
        administrators = self.env.ref("hr_performance.group_administrator").sudo().all_user_ids
        return self._pick_officer(
            (
                self.pool_id.owner_id,
                self.employee_id.hr_responsible_id,
                self.decided_by_id,
                *administrators.filtered(lambda user: self.company_id in user.company_ids),
            ),
            self.employee_id,
        )

    @api.model
    def _cron_review(self):
        """Every night: who is to be looked at soon, once for each date."""
        limit = fields.Date.add(fields.Date.today(), days=_NOTICE_DAYS)
        due = self.search([("state", "=", "member"), ("review_date", "<=", limit)]).filtered(
            lambda one: one.told_for != one.review_date
        )
        for company, talents in due.grouped("company_id").items():
            talents.activity_unlink([REVIEW])
            talents.with_company(company)._tell_hr(REVIEW)
            for day, ones in talents.grouped("review_date").items():
                ones._with_pass().write({"told_for": day})
