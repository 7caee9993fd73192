from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError


class OutcomeRuleTalent(models.Model):
    """A grade that leads into a talent pool, which the person does not learn (R3, R4)."""

    _inherit = "hr.performance.outcome.rule"

    talent_pool_id = fields.Many2one(
        "hr.performance.talent.pool",
        string="Into the pool",
        ondelete="restrict",
        help="Empty: into the first pool of the list.",
    )

    @api.constrains("kind", "visible_to_employee")
    def _check_talent_hidden(self):
        for rule in self:
            if rule.kind == "talent" and rule.visible_to_employee:
                raise ValidationError(
                    self.env._(
                        "%s: who is in a talent pool is not told so. Please untick “The employee"
                        " reads it”.",
                        rule.name,
                    )
                )

    def _get_talent_pool(self):
        """Return the pool that this rule leads to."""
        self.ensure_one()
        pool = self.talent_pool_id or self.env["hr.performance.talent.pool"].search(
            [("company_id", "in", (False, *self.company_id.ids))], limit=1
        )
        if not pool:
            raise UserError(
                self.env._(
                    "There is no talent pool to put people into. Please create one in"
                    " Configuration → Talent pools."
                )
            )
        return pool


class OutcomeTalent(models.Model):
    _inherit = "hr.performance.outcome"

    def _follow_talent(self):
        """An approved outcome opens the membership."""
        self.env["hr.performance.talent"]._admit(self._without_pass())
