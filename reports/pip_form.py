from odoo import api, models

from .form_mixin import GAP


class PipForm(models.AbstractModel):
    """The complete file of an improvement plan on paper (R5)."""

    _name = "report.hr_performance.pip_form"
    _inherit = ["hr.performance.form.mixin"]
    _description = "Improvement plan, printed"

    _form_model = "hr.performance.pip"

    @api.model
    def _prepare_form(self, document):
        return {
            "title": self.env._("Performance Improvement Plan"),
            "company": document.sudo().company_id.name,  # a name on the form
            "person": self._prepare_plan(document),
            "expectation": document.expectation,
            "standards": document.standard_ids,
            "goals": [self._prepare_goal(one) for one in document.goal_ids],
            "tasks": [self._prepare_task(one) for one in document.task_ids],
            "checkins": [self._prepare_checkin(one) for one in document.checkin_ids],
            "extensions": [self._prepare_extension(one) for one in document.extension_ids],
            "comment": document.employee_comment,
            "conclusion": document.conclusion,
            "small_print": self._prepare_state(document),
        }

    @api.model
    def _prepare_plan(self, document):
        pip = document.sudo()  # names on the form of a record that the asker may read
        period = f"{self._date(pip.date_start)} – {self._date(pip.date_end)}"
        return [
            (self.env._("Employee"), pip.employee_id.name),
            (self.env._("Period"), period),
            (self.env._("Manager"), pip.manager_id.name or GAP),
            (self.env._("State"), self._label(pip._name, "state", pip.state)),
            (self.env._("After the evaluation"), pip.evaluation_id.cycle_id.name),
            (self.env._("What follows"), self._label(pip._name, "next_step", pip.next_step) or GAP),
        ]

    @api.model
    def _prepare_goal(self, goal):
        last = goal.last_value if goal.is_measured else None
        return {
            "name": goal.name,
            "measure": goal.measure,
            "baseline": self._figure(goal.baseline, goal.unit),
            "target": self._figure(goal.target, goal.unit),
            "last": self._figure(last, goal.unit),
            "due": self._date(goal.date_due),
        }

    @api.model
    def _prepare_task(self, task):
        return {
            "kind": self._label(task._name, "kind", task.kind),
            "name": task.name,
            "responsible": self._label(task._name, "responsible", task.responsible),
            "due": self._date(task.date_due),
            "done": self._date(task.done_on),
            "result": task.result or "",
        }

    @api.model
    def _prepare_checkin(self, checkin):
        return {
            "due": self._date(checkin.date_due),
            "held": self._date(checkin.held_on),
            "state": self._label(checkin._name, "state", checkin.state),
            "missed": checkin.is_missed,
            "progress": [self._describe_line(line) for line in checkin.line_ids if line.standing],
            "summary": checkin.summary,
            "support": checkin.support_given,
            "words": checkin.employee_words,
        }

    @api.model
    def _describe_line(self, line):
        standing = self._label(line._name, "standing", line.standing)
        value = self._figure(line.value if line.is_measured else None, line.unit)
        return " · ".join(filter(None, [line.goal_id.name, value, standing, line.note]))

    @api.model
    def _prepare_extension(self, extension):
        return {
            "from": self._date(extension.date_from),
            "to": self._date(extension.date_to),
            "reason": extension.reason,
            "by": extension.sudo().user_id.name,  # a name on the form
        }

    @api.model
    def _prepare_state(self, document):
        pip = document.sudo()  # names and times of the steps on the form
        lines = []
        if pip.approved_at:
            lines.append(
                self.env._(
                    "Approved by %(name)s on %(time)s",
                    name=pip.approved_by_id.name,
                    time=self._time(pip.approved_at, document),
                )
            )
        if pip.acknowledged_at:
            when = self._time(pip.acknowledged_at, document)
            lines.append(self.env._("Acknowledged by the employee on %s", when))
        if pip.start_reason:
            lines.append(self.env._("Started without acknowledgement: %s", pip.start_reason))
        return lines or [self.env._("Draft: not approved by HR yet.")]
