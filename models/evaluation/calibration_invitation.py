from odoo import models

_ACTIVITY = "hr_performance.activity_type_calibration"


class CalibrationInvitation(models.Model):
    """Those who take part are told: an event in their calendar, and something to prepare."""

    _inherit = "hr.performance.calibration"

    def action_plan(self):
        """Invite: put the session into the calendars, and ask participants to prepare."""
        result = super().action_plan()
        self._invite()
        return result

    def write(self, vals):
        result = super().write(vals)
        if "participant_ids" in vals:
            self.filtered("is_planned")._invite()
        return result

    def _invite(self):
        """Give a to-do to each participant who has none; take it from who is out."""
        kind = self.env.ref(_ACTIVITY)
        for session in self.filtered(lambda one: one.state == "draft"):
            # Whom to tell, and to-dos of others, follow from the right to set up the session.
            session_sudo = session.sudo()
            users = session_sudo.participant_ids.user_id
            todos = session_sudo.activity_ids.filtered(
                lambda one, kind=kind: one.activity_type_id == kind
            )
            without = users - todos.user_id
            todos.filtered(lambda one, users=users: one.user_id not in users).unlink()
            for user in without:
                session_sudo.activity_schedule(
                    _ACTIVITY,
                    date_deadline=session.start.date(),
                    user_id=user.id,
                    summary=self.env._("Say of each person: agree, question or no opinion"),
                )

    def _close_invitations(self):
        self.activity_unlink([_ACTIVITY])
