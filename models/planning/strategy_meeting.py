from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError


class StrategyMeeting(models.Model):
    """A meeting in which leaders turn the strategy into goals (requirement P1).

    Read by those who take part, department managers and HR; everybody else reads its outcome: the
    themes, and the goals of company and departments.
    """

    _name = "hr.performance.strategy.meeting"
    _description = "Strategy meeting"
    _inherit = [
        "hr.performance.can.write.mixin",
        "hr.performance.facilitated.meeting.mixin",
        "hr.performance.strategy.mixin",
        "hr.performance.computed.mixin",
        "hr.performance.private.thread.mixin",
        "mail.activity.mixin",
    ]
    _order = "start desc, id desc"
    _check_company_auto = True

    cycle_id = fields.Many2one(
        "hr.performance.cycle",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self._get_default_cycle_id(),
    )
    company_id = fields.Many2one(
        "res.company", related="cycle_id.company_id", store=True, index=True, precompute=True
    )
    minutes = fields.Html(help="What was decided and why. Not for everybody: see the goals.")
    goal_ids = fields.One2many(
        "hr.performance.goal",
        "strategy_meeting_id",
        string="Goals that came out of it",
        domain=[("level", "!=", "employee")],
    )
    goal_count = fields.Integer(compute="_compute_goal_count")

    @api.depends("name")
    @api.depends_context("uid")
    def _compute_display_name(self):
        """Everybody reads the goals that came out of it; not everybody what it was about."""
        # A link shows the name without rights, so it is asked who reads it.
        readable = self._origin.sudo(False)._filtered_access("read")
        for meeting in self:
            known = not meeting._origin or meeting._origin in readable
            meeting.display_name = meeting.name if known else self.env._("Strategy meeting")

    def _compute_goal_count(self):
        counts = dict(
            self.env["hr.performance.goal"]._read_group(
                [("strategy_meeting_id", "in", self.ids)], ["strategy_meeting_id"], ["__count"]
            )
        )
        for meeting in self:
            meeting.goal_count = counts.get(meeting, 0)

    @api.constrains("duration", "start", "cycle_id")
    def _check_start(self):
        for meeting in self:
            if meeting.start.date() > meeting.cycle_id.date_end:
                raise ValidationError(
                    self.env._(
                        "%(meeting)s: the meeting decides about the goals of %(cycle)s, so it must"
                        " take place before the cycle ends (%(end)s).",
                        meeting=meeting.name,
                        cycle=meeting.cycle_id.name,
                        end=meeting.cycle_id.date_end,
                    )
                )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_recorded(self):
        for meeting in self:
            if meeting.minutes or meeting.goal_ids:
                raise UserError(
                    self.env._(
                        "%s has minutes, or goals that came out of it: it is kept.", meeting.name
                    )
                )

    def write(self, vals):
        result = super().write(vals)
        if "cycle_id" in vals:
            self.check_access("write")  # nor may it be moved into a company led by others
        return result
