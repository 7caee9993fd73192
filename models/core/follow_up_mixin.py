from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...rules.flows import OWNER


class FollowUpMixin(models.AbstractModel):
    """Something agreed in a talk about one person: an owner and a day, followed to its end.

    It belongs to the record of the talk, which closes when the talk is held; what becomes of it is
    the flow of the heir. An heir has ``employee_id`` and ``leader_id`` and tells by ``_talk_field``
    in which talk it came up, by ``_subject_field`` what it is about, and by ``_recorded_fields``
    what closes with the talk.
    """

    _name = "hr.performance.follow.up.mixin"
    _description = "Agreed in a talk"
    _inherit = [
        "hr.performance.computed.mixin",
        "hr.performance.line.mixin",
        "hr.performance.workflow.mixin",
    ]

    _protected_fields = ("state", "closed_on", "close_reason")
    _talk_field = None
    _subject_field = None
    _recorded_fields = frozenset()

    owner_id = fields.Many2one(
        "hr.employee",
        index=True,
        ondelete="restrict",
        help="The person themselves or somebody who leads them. Others get an action.",
    )
    due = fields.Date()
    state = fields.Selection(
        [("open", "Open"), ("done", "Solved"), ("dropped", "Dropped")],
        default="open",
        required=True,
        readonly=True,
        index=True,
    )
    closed_on = fields.Date(readonly=True, copy=False)
    close_reason = fields.Text(string="Reason", readonly=True, copy=False)

    def _was_open_on(self, day):
        """Whether it was still to be done on this day."""
        self.ensure_one()
        return self.state == "open" or (bool(self.closed_on) and self.closed_on >= day)

    # Who owns it

    @api.constrains(lambda self: ("owner_id", self._talk_field))
    def _check_owner(self):
        """The owner reads it, so it is somebody who may (others get an action)."""
        line = self.env["hr.performance.line.mixin"]
        # Who leads whom is a fact of the organisation, whatever the asker may read of it.
        owned_sudo = self.sudo().filtered("owner_id")
        for owner_sudo, points_sudo in owned_sudo.grouped("owner_id").items():
            led = line._get_led_ids(owner_sudo)
            for point in points_sudo:
                known = point.employee_id | point.leader_id
                if obstacle := point._get_owner_obstacle(
                    owner_sudo in known or point.employee_id.id in led
                ):
                    raise ValidationError(obstacle)

    def _get_owner_obstacle(self, may_read):
        names = {
            "problem": self[self._subject_field],
            "owner": self.owner_id.name,
            "employee": self.employee_id.name,
        }
        if not self.owner_id.active:
            return self.env._(
                "“%(problem)s”: %(owner)s has left the company. Please choose another owner.",
                **names,
            )
        if may_read:
            return None
        return self.env._(
            "“%(problem)s”: %(owner)s neither is nor leads %(employee)s, and so cannot read the"
            " record. Please give them an action instead.",
            **names,
        )

    # Roles and steps

    def _get_roles(self):
        """The owner, who may also be the person themselves, says when it is solved."""
        roles = super()._get_roles()
        # Whose task it is must not depend on what the asker may read.
        owned_sudo = self.sudo().filtered(lambda point: point.owner_id.user_id == self.env.user)
        return roles | {point.id: roles[point.id] | {OWNER} for point in owned_sudo}

    def action_finish(self):
        self._transit("finish", closed_on=fields.Date.context_today(self))

    def action_drop(self, reason):
        """Follow it no longer, with a reason."""
        self._transit(
            "drop", reason=reason, close_reason=reason, closed_on=fields.Date.context_today(self)
        )

    def action_reopen(self, reason):
        """It is not solved after all: it comes up again in the next talk."""
        self._transit("reopen", reason=reason, close_reason=reason, closed_on=False)

    # Part of the record: open as long as the talk is planned

    @api.model_create_multi
    def create(self, vals_list):
        points = super().create(vals_list)
        points[self._talk_field]._check_planned()
        return points

    def write(self, vals):
        if self._recorded_fields & vals.keys():
            self.check_access("write")  # first: a refusal tells whom a talk was held with
            self[self._talk_field]._check_planned()
        result = super().write(vals)
        if self._talk_field in vals:
            self.check_access("write")  # nor may it be moved into somebody else's talk
            self[self._talk_field]._check_planned()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_held(self):
        self[self._talk_field]._check_planned()
