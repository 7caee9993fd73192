from odoo import api, models

from .form_mixin import GAP


class TalkForm(models.AbstractModel):
    """The record of a feedback talk on paper (F1)."""

    _name = "report.hr_performance.talk_form"
    _inherit = ["hr.performance.form.mixin"]
    _description = "Feedback talk, printed"

    _form_model = "hr.performance.talk"

    @api.model
    def _prepare_form(self, document):
        # Names on the form of a record that the asker may read; the points follow their own rules.
        talk_sudo = document.sudo()
        return {
            "title": self.env._("Feedback talk"),
            "company": talk_sudo.company_id.name,
            "person": self._prepare_talk(talk_sudo),
            "points": self._prepare_points(document),
            "comment": document.employee_comment,
            "small_print": self._prepare_state(document),
        }

    @api.model
    def _prepare_talk(self, talk):
        return [
            (self.env._("Employee"), talk.employee_id.name),
            (self.env._("Held on"), self._date(talk.held_on)),
            (self.env._("Led by"), talk.leader_id.name or GAP),
            (self.env._("Due on"), self._date(talk.due)),
            (self.env._("Cycle"), talk.cycle_id.name),
            (self.env._("Department"), talk.department_id.name or GAP),
        ]

    @api.model
    def _prepare_points(self, document):
        """Searched with the rights of whoever prints: before the talk the employee has none."""
        points = document.env["hr.performance.talk.point"].search([("talk_id", "=", document.id)])
        return [
            {
                "fact": point.fact,
                "impact": point.impact or GAP,
                "improvement": point.improvement or GAP,
                "owner": point.owner_id.name or GAP,
                "due": self._date(point.due),
                "state": self._label(point._name, "state", point.state),
            }
            for point in points
        ]

    @api.model
    def _prepare_state(self, document):
        lines = [self.env._("State: %s", self._label(document._name, "state", document.state))]
        if document.recorded_at:
            when = self._time(document.recorded_at, document)
            lines.append(self.env._("Recorded on %s", when))
        if document.acknowledged_at:
            when = self._time(document.acknowledged_at, document)
            lines.append(self._describe_acknowledgement(document.sudo(), when))  # names only
        return lines

    @api.model
    def _describe_acknowledgement(self, talk, when):
        if not talk.entered_by_id:
            return self.env._("Acknowledged by the employee on %s", when)
        return self.env._(
            "Acknowledged on paper; entered by %(user)s for %(person)s on %(when)s",
            user=talk.entered_by_id.name,
            person=talk.employee_id.name,
            when=when,
        )
