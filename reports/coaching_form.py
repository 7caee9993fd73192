from odoo import api, models

from .form_mixin import GAP


class CoachingForm(models.AbstractModel):
    """The coaching record on paper (C2)."""

    _name = "report.hr_performance.coaching_form"
    _inherit = ["hr.performance.form.mixin"]
    _description = "Coaching record, printed"

    _form_model = "hr.performance.coaching"

    @api.model
    def _prepare_form(self, document):
        # Names on the form of a record that the asker may read; the parts follow their own rules.
        return {
            "title": self.env._("Coaching record"),
            "company": document.sudo().company_id.name,
            "person": self._prepare_talk(document.sudo()),
            "goals": [self._prepare_goal(one) for one in document.line_ids],
            "wins": document.wins,
            "earlier": [
                *(self._prepare_talk_point(one) for one in document.talk_point_ids),
                *(self._prepare_point(one) for one in document.open_point_ids),
            ],
            "problems": [self._prepare_point(one) for one in document.point_ids],
            "agreed": document.agreed,
            "comment": document.employee_comment,
            "small_print": self._prepare_state(document),
        }

    @api.model
    def _prepare_talk(self, talk):
        day = talk.held_on or talk.date
        others = ", ".join(talk.participant_ids.mapped("name"))
        return [
            (self.env._("Employee"), talk.employee_id.name),
            (self.env._("Date"), self._date(day)),
            (self.env._("Led by"), talk.leader_id.name),
            (self.env._("Talk"), self._label(talk._name, "kind", talk.kind)),
            (self.env._("Other participants"), others or GAP),
            (self.env._("Cycle"), talk.cycle_id.name or GAP),
        ]

    @api.model
    def _prepare_goal(self, line):
        achievement = self._figure(line.achievement, digits=2) if line.is_measured else GAP
        return {
            "name": line.sudo().goal_id.name,  # stands on the form, whoever reads it
            "achievement": achievement,
            "level": self._label(line._name, "pace_level", line.pace_level) or GAP,
            "note": line.note or GAP,
        }

    @api.model
    def _prepare_point(self, point):
        return {
            "raised": self._date(point.raised_on),
            "problem": point.problem,
            "kind": self._label(point._name, "classification", point.classification),
            "solution": point.solution or GAP,
            "owner": point.owner_id.name or GAP,
            "due": self._date(point.due),
            "state": self._label(point._name, "state", point.state),
        }

    @api.model
    def _prepare_talk_point(self, point):
        """What was agreed in the feedback talk, as a row among the open problems."""
        return {
            "raised": self._date(point.raised_on),
            "problem": point.fact,
            "kind": self.env._("Feedback talk"),
            "solution": point.improvement,
            "owner": point.owner_id.name or GAP,
            "due": self._date(point.due),
            "state": self._label(point._name, "state", point.state),
        }

    @api.model
    def _prepare_state(self, document):
        state = self._label(document._name, "state", document.state)
        lines = [self.env._("State: %s", state)]
        if document.recorded_at:
            when = self._time(document.recorded_at, document)
            lines.append(self.env._("Recorded on %s", when))
        if document.acknowledged_at:
            when = self._time(document.acknowledged_at, document)
            lines.append(self.env._("Acknowledged by the employee on %s", when))
        return lines
