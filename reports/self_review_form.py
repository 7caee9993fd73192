from odoo import api, models

from .form_mixin import GAP


class SelfReviewForm(models.AbstractModel):
    """The Self-evaluation report on paper; other reviews print in the same form (E1)."""

    _name = "report.hr_performance.self_review_form"
    _inherit = ["hr.performance.form.mixin"]
    _description = "Self-evaluation report, printed"

    _form_model = "hr.performance.review"

    @api.model
    def _prepare_form(self, document):
        # Names on the form of a review that the asker may read; the lines follow their own rules.
        content = document.sudo().evaluation_id._prepare_person_content()
        return {
            "title": self._get_title(document),
            "company": content["company"],
            "person": self._prepare_person(content),
            "reviewer": None if document.role == "self" else document.reviewer_id.name,
            "summary": document.summary,
            "dimensions": [self._prepare_dimension(one) for one in document.dimension_line_ids],
            "goals": [self._prepare_goal(one) for one in document.goal_line_ids],
            "indicators": [self._prepare_figure(one) for one in document.indicator_line_ids],
            "own": document.role == "self",
            "evidence": document.evidence_ids.mapped("name"),
            "declined": document.decline_reason if document.state == "declined" else None,
            "small_print": self._prepare_state(document),
        }

    @api.model
    def _get_title(self, document):
        if document.role == "self":
            return self.env._("Self-evaluation report")
        role = self._label("hr.performance.review", "role", document.role)
        return self.env._("Review: %s", role)

    @api.model
    def _prepare_dimension(self, line):
        return {"name": line.subject, "answer": self._describe(line), "comment": line.comment}

    @api.model
    def _describe(self, line):
        if line.answer == "points":
            return self.env._("%s points", self._figure(line.points))
        if line.answer == "level":
            return line.grade_id.name
        return self._label("hr.performance.review.line", "answer", line.answer) or GAP

    @api.model
    def _prepare_figure(self, line):
        """Reported beside measured (requirement E2)."""
        unit = line.reported_unit
        reported, measured = line.is_reported, line.has_measured_value
        return {
            "name": line.subject,
            "reported": self._figure(line.reported_value, unit) if reported else GAP,
            "measured": self._figure(line.measured_value, unit) if measured else GAP,
            "comment": line.comment,
        }

    @api.model
    def _prepare_goal(self, line):
        measured = line.is_measured
        return {
            **self._prepare_figure(line),
            "weight": self._figure(line.weight),
            "achievement": self._figure(line.achievement, digits=2)
            if measured
            else self.env._("not measured"),
        }

    @api.model
    def _prepare_state(self, document):
        if not document.submitted_at:
            return [self.env._("Draft: not submitted yet.")]
        when = self._time(document.submitted_at, document)
        lines = [self.env._("Submitted on %s", when)]
        if document.entered_by_id:
            lines.append(
                self.env._(
                    "Given on paper, entered by %s", document.entered_by_id.sudo().name
                )  # the name stands on the form, whoever reads it
            )
        return lines
