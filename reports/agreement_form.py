from odoo import api, models

from .form_mixin import GAP


class AgreementForm(models.AbstractModel):
    """The Goal Confirmation on paper (requirement P7)."""

    _name = "report.hr_performance.agreement_form"
    _inherit = ["hr.performance.form.mixin"]
    _description = "Goal Confirmation, printed"

    _form_model = "hr.performance.agreement"

    @api.model
    def _prepare_form(self, document):
        content = document._get_content()
        goals = content["goals"]
        signed = not (set(document._signing_roles) - self._get_signed_roles(document))
        return {
            "title": self.env._("Goal Confirmation"),
            "company": content["company"],
            "person": self._prepare_person(content),
            "version": content["version"],
            "superseded": document.state == "superseded",
            "signed": signed,
            "goals": [self._prepare_goal(goal) for goal in goals],
            "total": self._figure(sum(one["weight"] or 0 for one in goals if not one["objective"])),
            "signatures": self._prepare_signatures(document),
            "small_print": self._prepare_small_print(document, content),
        }

    @api.model
    def _get_form_lang(self, document):
        """The language in which it was put up: what is printed again reads like what was signed."""
        if document.frozen_content:
            return document._get_content().get("lang") or super()._get_form_lang(document)
        return super()._get_form_lang(document)

    @api.model
    def _get_signed_roles(self, document):
        return set(document._get_valid_signatures().mapped("role"))

    @api.model
    def _prepare_goals_by_id(self, document):
        """Return {goal id: what the form prints of it}, in the order of the form."""
        return {goal["id"]: self._prepare_goal(goal) for goal in document._get_content()["goals"]}

    @api.model
    def _prepare_goal(self, goal):
        is_key_result = bool(goal["objective"])
        return {
            "name": goal["name"],
            "is_key_result": is_key_result,
            "how": goal["how"],
            "why": goal["why"],
            "confidence_note": goal["confidence_note"],
            "manager_note": goal["manager_note"],
            "serves": None if is_key_result else goal["serves"],
            "no_parent_reason": None if is_key_result else goal["no_parent_reason"],
            "metric": goal["metric"],
            "method": self._label("hr.performance.goal", "method", goal["method"]),
            "target": self._describe_target(goal),
            "milestones": [
                f"{step['name']} ({self._figure(step['weight'])})" for step in goal["milestones"]
            ],
            "due": self._date(goal["date_due"]),
            "weight": self._figure(goal["weight"] or 0.0),
            "confidence": goal["confidence"] or GAP,
        }

    @api.model
    def _describe_target(self, goal):
        unit = goal["unit"]
        figures = {name: self._figure(goal[name]) for name in ("baseline", "target", "low", "high")}
        sentences = {
            "ratio_higher": f"≥ {figures['target']}",
            "ratio_lower": f"≤ {figures['target']}",
            "progress": f"{figures['baseline']} → {figures['target']}",
            "range": f"{figures['low']} – {figures['high']}",
        }
        sentence = sentences.get(goal["method"])
        if not sentence:
            return GAP
        return f"{sentence} {unit}" if unit else sentence
