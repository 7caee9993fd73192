from odoo import api, fields, models
from odoo.fields import Domain


class ReviewDigest(models.Model):
    """What one person has to do about reviews in one cycle: give their own, see to late ones."""

    _name = "hr.performance.review.digest"
    _description = "Reviews to give"
    _inherit = ["hr.performance.digest.mixin"]

    _owed_type = "hr_performance.activity_type_reviews"
    _late_type = "hr_performance.activity_type_reviews_late"
    _reminder_mail = "hr_performance.review_reminder_mail"
    _reminder_path = "my-reviews"

    owed_count = fields.Integer(string="Reviews to give")
    late_count = fields.Integer(string="Late reviews of others")
    review_ids = fields.Many2many(
        "hr.performance.review", string="My reviews to give", compute="_compute_rows"
    )
    late_ids = fields.Many2many(
        "hr.performance.review.owed", string="Late now", compute="_compute_rows"
    )

    @api.model
    def _describe_cycle(self, name):
        return self.env._("Reviews: %s", name)

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

    @api.model
    def _count_owed(self, cycle, users):
        """Return {user: values}: the number of reviews, and the earliest day they are due."""
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
        return {
            user: {"owed_count": number, "date_due": due} for user, (number, due) in counts.items()
        }

    def _describe_owed(self):
        """The count, in the language of the person."""
        env = self.with_context(lang=self.user_id.lang).env
        if self.owed_count == 1:
            return env._("1 review to give: %s", self.cycle_id.name)
        return env._(
            "%(count)s reviews to give: %(cycle)s", count=self.owed_count, cycle=self.cycle_id.name
        )
