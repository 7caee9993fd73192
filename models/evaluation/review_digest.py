from odoo import api, fields, models
from odoo.api import SUPERUSER_ID
from odoo.fields import Domain

TASK = "hr_performance.activity_type_reviews"
_QUIET = {"tracking_disable": True, "mail_create_nolog": True, "mail_create_nosubscribe": True}


class ReviewDigest(models.Model):
    """What one person has to do about reviews in one cycle: give their own, see to late ones.

    The to-dos hang here: one for each person with a count, not one for each review. A row is read
    by its person alone, so that no to-do tells who reviews whom.
    """

    _name = "hr.performance.review.digest"
    _description = "Reviews to give"
    _inherit = ["hr.performance.task.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "cycle_id, user_id"

    cycle_id = fields.Many2one(
        "hr.performance.cycle", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="cycle_id.company_id", store=True, index=True)
    user_id = fields.Many2one("res.users", required=True, index=True, ondelete="cascade")
    owed_count = fields.Integer(string="Reviews to give", readonly=True)
    date_due = fields.Date(string="Until", readonly=True)
    late_count = fields.Integer(
        string="Late reviews of others", readonly=True, help="Counted last night."
    )
    told_on = fields.Date(string="Last told", readonly=True)
    review_ids = fields.Many2many(
        "hr.performance.review", string="My reviews to give", compute="_compute_rows"
    )
    late_ids = fields.Many2many(
        "hr.performance.review.owed", string="Late now", compute="_compute_rows"
    )

    _user_unique = models.Constraint(
        "UNIQUE(cycle_id, user_id)", "There is one row per person and cycle."
    )

    @api.depends("cycle_id")
    @api.depends_context("lang")
    def _compute_display_name(self):
        for digest in self:
            digest.display_name = self.env._("Reviews: %s", digest.cycle_id.name or "")

    @api.depends_context("uid")
    def _compute_rows(self):
        for digest in self:
            in_cycle = Domain("cycle_id", "=", digest.cycle_id.id)
            # The own ones only; whether they are open depends on evaluations not to be read.
            reviews_sudo = self.env["hr.performance.review"].sudo()
            mine = Domain("reviewer_id.user_id", "=", self.env.uid)
            found = reviews_sudo.search(in_cycle & mine & reviews_sudo._get_owed_domain())
            digest.review_ids = found.ids
            late = Domain("date_due", "<", fields.Date.context_today(digest))
            digest.late_ids = self.env["hr.performance.review.owed"].search(in_cycle & late)

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
        nothing = (0, False)
        changed = rows.filtered(
            lambda row: (row.owed_count, row.date_due) != owed.get(row.user_id, nothing)
        )
        today = cycle.company_id._get_performance_today()
        for row in changed:
            count, due = owed.get(row.user_id, nothing)
            told = today if count > row.owed_count else row.told_on
            row.write({"owed_count": count, "date_due": due, "told_on": told})
        changed._renew_tasks()

    @api.model
    def _count_owed(self, cycle, users):
        """Return {user: (number of reviews, the earliest day they are due)}."""
        reviews = self.env["hr.performance.review"]
        whose = Domain("reviewer_id.user_id", "!=", False)
        if users is not None:
            whose = Domain("reviewer_id.user_id", "in", users.ids)
        groups = reviews._read_group(
            Domain("cycle_id", "=", cycle.id) & whose & reviews._get_owed_domain(),
            ["reviewer_id", "role", "part_due:day"],
            ["__count"],
        )
        counts = {}
        for reviewer, role, part_due, number in groups:
            before, due = counts.get(reviewer.user_id, (0, False))
            until = part_due or (cycle.self_due if role == "self" else cycle.manager_due)
            days = [day for day in (due, until) if day]
            counts[reviewer.user_id] = (before + number, min(days, default=False))
        return counts

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
        self.activity_unlink([TASK])
        rows = self.filtered("owed_count")
        rows._create_tasks(
            TASK,
            [
                {
                    "user_id": row.user_id.id,
                    "summary": row._describe_owed(),
                    "date_deadline": row.date_due or fields.Date.context_today(row),
                }
                for row in rows
            ],
        )

    def _describe_owed(self):
        """The count, in the language of the person."""
        env = self.with_context(lang=self.user_id.lang).env
        if self.owed_count == 1:
            return env._("1 review to give: %s", self.cycle_id.name)
        return env._(
            "%(count)s reviews to give: %(cycle)s", count=self.owed_count, cycle=self.cycle_id.name
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
                "hr_performance.review_reminder_mail",
                {"digest": told, "url": f"{self.get_base_url()}/odoo/my-reviews"},
            ),
            "recipient_ids": [fields.Command.link(self.user_id.partner_id.id)],
            "email_from": self.company_id.email_formatted or author.email_formatted,
            "author_id": author.id,
            "auto_delete": True,
        }
