from odoo import api, fields, models
from odoo.exceptions import ValidationError


class TalentPool(models.Model):
    """A circle of people whom the company develops with care (requirement R4)."""

    _name = "hr.performance.talent.pool"
    _description = "Talent pool"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    description = fields.Text(translate=True, help="Who belongs into it, and what they are given.")
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company", index=True, help="Empty: for all companies.")
    owner_id = fields.Many2one(
        "res.users",
        ondelete="set null",
        help="An HR officer, who decides on proposals and looks at the members in time.",
    )
    review_months = fields.Integer(
        string="Looked at every (months)",
        default=12,
        required=True,
        help="So long after the entry, and after each review, a member is looked at again.",
    )
    talent_ids = fields.One2many("hr.performance.talent", "pool_id", string="People")
    member_count = fields.Integer(string="Members", compute="_compute_member_count")

    _review_range = models.Constraint(
        "CHECK(review_months BETWEEN 1 AND 60)", "Members are looked at every 1 to 60 months."
    )

    @api.depends_context("uid")
    def _compute_member_count(self):
        """As many as the reader may read: nobody counts their own membership."""
        counts = dict(
            self.env["hr.performance.talent"]._read_group(
                [("pool_id", "in", self.ids), ("state", "=", "member")], ["pool_id"], ["__count"]
            )
        )
        for pool in self:
            pool.member_count = counts.get(pool, 0)

    @api.constrains("owner_id")
    def _check_owner(self):
        for pool in self.filtered("owner_id"):
            if not pool.owner_id.has_group("hr_performance.group_officer"):
                raise ValidationError(
                    self.env._(
                        "%(pool)s: %(owner)s is no HR officer and could not read the members."
                        " Please choose an HR officer.",
                        pool=pool.name,
                        owner=pool.owner_id.name,
                    )
                )

    def action_open_members(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("hr_performance.talent_action")
        return {
            **action,
            "context": {"search_default_pool_id": self.id, "search_default_living": 1},
        }
