import pytz

from odoo import fields, models


class EvaluationTalk(models.Model):
    """The feedback talk that follows the release of a result (requirement F1)."""

    _inherit = "hr.performance.evaluation"

    talk_ids = fields.One2many("hr.performance.talk", "evaluation_id", readonly=True)
    talk_state = fields.Selection(
        related="talk_ids.state",
        string="Feedback talk",
        tracking=False,  # the talk tells it; here it would be a note for each person released
    )

    def _after_release(self, reason=None):
        result = super()._after_release(reason=reason)
        self.env["hr.performance.talk"]._open(self)
        return result

    def _get_talk_leader(self):
        """Who is asked to hold the talk: the manager of the evaluation, else today's one."""
        self.ensure_one()
        manager, employee = self.manager_id, self.employee_id
        return manager if manager.active else employee.parent_id

    def _get_talk_terms(self):
        """Return {evaluation: (company, event, release, working days)}, from which the last day
        of the talk follows."""
        calibrated = self._get_calibrated_at()
        now = fields.Datetime.now()
        return {
            one: (
                one.company_id,
                calibrated.get(one) or one.released_at or now,
                one.released_at or now,
                one.cycle_id.template_id.talk_days,
            )
            for one in self
        }

    def _get_calibrated_at(self):
        """Return {evaluation: when the grade was approved in a calibration}."""
        # Only the moment: who was discussed with whom stays with the session.
        members_sudo = (
            self.env["hr.performance.calibration.member"]
            .sudo()
            .search([("evaluation_id", "in", self.ids), ("state", "=", "approved")], order="id")
        )
        return {one.evaluation_id: one.calibration_id.approved_at for one in members_sudo}

    def _get_release_day(self):
        """The day of the release where the company works."""
        zone = pytz.timezone(self.company_id.resource_calendar_id.tz or "UTC")
        return pytz.utc.localize(self.released_at).astimezone(zone).date()

    def action_open_talk(self):
        """Open the feedback talk about this evaluation."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Feedback talk"),
            "res_model": "hr.performance.talk",
            "res_id": self.talk_ids[:1].id,
            "view_mode": "form",
        }
