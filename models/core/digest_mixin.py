from odoo import api, fields, models
from odoo.api import SUPERUSER_ID

from ...rules import reminder

_QUIET = {"tracking_disable": True, "mail_create_nolog": True, "mail_create_nosubscribe": True}


class DigestMixin(models.AbstractModel):
    """What one person has to do in one cycle, and what others are late with (requirement G3).

    The to-dos hang here: one for each person with a count, not one for each record. A row is read
    by its person alone, so that no to-do tells who owes what about whom.

    An heir says what is owed (``_count_owed``) and what is late (``_find_late``), words both
    (``_describe_owed``, ``_describe_late``; ``_describe_cycle`` for the row itself), and names the
    kinds of its to-dos, the template of its reminders and the page to which they lead.
    """

    _name = "hr.performance.digest.mixin"
    _description = "What one person has to do in a cycle"
    _inherit = ["hr.performance.task.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "cycle_id, user_id"

    _owed_type = None
    _late_type = None
    _reminder_mail = None
    _reminder_path = None

    cycle_id = fields.Many2one(
        "hr.performance.cycle", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="cycle_id.company_id", store=True, index=True)
    user_id = fields.Many2one("res.users", required=True, index=True, ondelete="cascade")
    owed_count = fields.Integer(string="To do", readonly=True)
    date_due = fields.Date(string="Until", readonly=True)
    late_count = fields.Integer(string="Late", readonly=True, help="Counted last night.")
    told_on = fields.Date(string="Last told", readonly=True)

    _user_unique = models.Constraint(
        "UNIQUE(cycle_id, user_id)", "There is one row per person and cycle."
    )

    @api.depends("cycle_id")
    @api.depends_context("lang")
    def _compute_display_name(self):
        for digest in self:
            digest.display_name = self._describe_cycle(digest.cycle_id.name or "")

    # What an heir tells

    @api.model
    def _count_owed(self, cycle, users):
        """Return {user: values of the row} of what these users (None: all) owe."""
        raise NotImplementedError

    @api.model
    def _find_late(self, cycle):
        """Return {user who is told: ids of what is late}."""
        raise NotImplementedError

    def _describe_owed(self):
        """The count as a sentence, in the language of the person."""
        raise NotImplementedError

    def _describe_late(self):
        """The count as a sentence, in the language of the person."""
        raise NotImplementedError

    @api.model
    def _describe_cycle(self, name):
        """What the row is called: what it counts, in the cycle of this name."""
        raise NotImplementedError

    @api.model
    def _get_nothing(self):
        """The values of somebody who owes nothing."""
        return {"owed_count": 0, "date_due": False}

    # Keeping the counts

    @api.model
    def _refresh(self, cycle, users=None):
        """Count what is owed in this cycle, by these users or by all; renew what has changed."""
        # Each reads only the own row; the process counts for all.
        digest_sudo = self.sudo().with_context(**_QUIET)
        owed = digest_sudo._count_owed(cycle, users)
        rows = digest_sudo._get_rows(cycle, owed)
        if users is None:
            rows |= digest_sudo.search([("cycle_id", "=", cycle.id), ("owed_count", ">", 0)])
        else:
            rows |= digest_sudo.search([("cycle_id", "=", cycle.id), ("user_id", "in", users.ids)])
        nothing = self._get_nothing()
        wanted = {row: owed.get(row.user_id, nothing) for row in rows}
        changed = rows.filtered(
            lambda row: any(row[name] != value for name, value in wanted[row].items())
        )
        today = cycle.company_id._get_performance_today()
        for row in changed:
            more = wanted[row]["owed_count"] > row.owed_count
            row.write({**wanted[row], "told_on": today if more else row.told_on})
        changed._renew_tasks()

    @api.model
    def _get_rows(self, cycle, users):
        """The rows of these users, made where there are none."""
        ids = [user.id for user in users]
        rows = self.search([("cycle_id", "=", cycle.id), ("user_id", "in", ids)])
        known = rows.user_id
        return rows | self.create(
            [{"cycle_id": cycle.id, "user_id": user.id} for user in users if user not in known]
        )

    def _renew_tasks(self):
        self.activity_unlink([self._owed_type])
        rows = self.filtered(lambda row: row._has_task())
        rows._create_tasks(
            self._owed_type,
            [
                {
                    "user_id": row.user_id.id,
                    "summary": row._describe_owed(),
                    "date_deadline": row.date_due or fields.Date.context_today(row),
                }
                for row in rows
            ],
        )

    def _has_task(self):
        """Whether what is owed needs a to-do of its own."""
        self.ensure_one()
        return bool(self.owed_count)

    # Every night

    @api.model
    def _follow_up(self, cycle):
        """Bring the counts of a cycle up to date, remind and escalate, in one pass."""
        self._refresh(cycle)
        self._remind_in_time(cycle)
        self._escalate(cycle)

    @api.model
    def _remind_in_time(self, cycle):
        """Remind those for whom one of the company's days before the deadline has come."""
        company = cycle.company_id
        today, days = company._get_performance_today(), company._get_performance_reminder_days()
        rows = self.search([("cycle_id", "=", cycle.id), ("owed_count", ">", 0)])
        rows.filtered(
            lambda row: row.date_due and reminder.is_due(today, row.date_due, days, row.told_on)
        )._send_reminders()

    @api.model
    def _escalate(self, cycle):
        """Tell those above and HR how much is late; a new to-do when the number changes."""
        late = self._find_late(cycle)
        rows = self._get_rows(cycle, self.env["res.users"].union(*late))
        rows |= self.search([("cycle_id", "=", cycle.id), ("late_count", ">", 0)])
        changed = rows.filtered(lambda row: row.late_count != len(late.get(row.user_id, ())))
        for row in changed:
            row.late_count = len(late.get(row.user_id, ()))
        changed.activity_unlink([self._late_type])
        told = changed.filtered("late_count")
        today = cycle.company_id._get_performance_today()
        told._create_tasks(
            self._late_type,
            [
                {
                    "user_id": row.user_id.id,
                    "summary": row._describe_late(),
                    "date_deadline": today,
                }
                for row in told
            ],
        )

    # Reminding

    @api.model
    def _remind(self, cycle, users):
        """Remind these users by e-mail of what they owe in the cycle."""
        # Somebody who may has decided to remind them; each reads only the own row.
        rows_sudo = self.sudo().search(
            [("cycle_id", "=", cycle.id), ("user_id", "in", users.ids), ("owed_count", ">", 0)]
        )
        rows_sudo._send_reminders()

    def _send_reminders(self):
        """One e-mail for each person, with the count and without names; in one statement."""
        # Whoever creates a message may read it, so the system creates these.
        mails = self.env(user=SUPERUSER_ID, context={})["mail.mail"]
        mails.create([row._prepare_reminder(mails.env.user.partner_id) for row in self])
        for company, rows in self.grouped("company_id").items():
            rows.write({"told_on": company._get_performance_today()})

    def _prepare_reminder(self, author):
        told = self.with_context(lang=self.user_id.lang)
        return {
            "subject": told._describe_owed(),
            "body_html": told.env["ir.qweb"]._render(
                self._reminder_mail,
                {"digest": told, "url": f"{self.get_base_url()}/odoo/{self._reminder_path}"},
            ),
            "recipient_ids": [fields.Command.link(self.user_id.partner_id.id)],
            "email_from": self.company_id.email_formatted or author.email_formatted,
            "author_id": author.id,
            "auto_delete": True,
        }
