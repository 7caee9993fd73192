from odoo import api, models
from odoo.exceptions import UserError, ValidationError

from ...rules import flows


class TalkGuard(models.Model):
    """Who may lead a feedback talk, and who acts on it."""

    _inherit = "hr.performance.talk"

    @api.constrains("leader_id")
    def _check_leader(self):
        """The leader reads everything about the talk, so it is somebody who leads the person."""
        line = self.env["hr.performance.line.mixin"]
        # Who leads whom is a fact of the organisation, whatever the asker may read of it.
        others_sudo = self.sudo().filtered(
            lambda talk: talk.leader_id and talk.leader_id != talk.manager_id
        )
        for leader_sudo, talks_sudo in others_sudo.grouped("leader_id").items():
            led = set(line._get_led_ids(leader_sudo))
            if leader_sudo.user_id.has_group("hr_performance.group_officer"):
                led |= set(talks_sudo.employee_id.ids)
            for talk in talks_sudo:
                if talk.employee_id.id not in led or talk.employee_id == leader_sudo:
                    raise ValidationError(
                        self.env._(
                            "%(leader)s does not lead %(employee)s. A feedback talk is led by the"
                            " manager of the evaluation, a manager above the person, or HR.",
                            leader=leader_sudo.name,
                            employee=talk.employee_id.name,
                        )
                    )

    def _get_roles(self):
        """HR enters what somebody without a login answers on paper."""
        roles = super()._get_roles()
        for talk in self:
            employee_user = talk.sudo().employee_id.user_id  # decides about access
            if flows.OFFICER in roles[talk.id] and not employee_user:
                roles[talk.id] = roles[talk.id] | {flows.EMPLOYEE}
        return roles

    def _check_hold(self):
        for talk in self:
            if not talk.leader_id:
                raise UserError(self.env._("%s: please say who leads the talk.", talk.display_name))
            talk._check_day()
            talk._check_points()

    def _check_day(self):
        today = self.company_id._get_performance_today()
        released = self.evaluation_id._get_release_day()
        if self.held_on and not released <= self.held_on <= today:
            raise UserError(
                self.env._(
                    "%(talk)s: the talk was held between the release (%(released)s) and today, not"
                    " on %(day)s.",
                    talk=self.display_name,
                    released=released,
                    day=self.held_on,
                )
            )

    def _check_points(self):
        if not self.point_ids:
            raise UserError(
                self.env._(
                    "%s: please add at least one point: a fact, its impact, and what to improve.",
                    self.display_name,
                )
            )
        gaps = [gap for point in self.point_ids if (gap := point._describe_gap())]
        if gaps:
            raise UserError("\n".join([self.display_name, *gaps]))
