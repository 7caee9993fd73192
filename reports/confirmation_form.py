from odoo import api, models

from .form_mixin import GAP


class ConfirmationForm(models.AbstractModel):
    """The Evaluation Confirmation on paper (requirement F2)."""

    _name = "report.hr_performance.confirmation_form"
    _inherit = ["hr.performance.form.mixin"]
    _description = "Evaluation Confirmation, printed"

    _form_model = "hr.performance.evaluation"

    @api.model
    def _prepare_form(self, document):
        content = document._get_content()
        return {
            "title": self.env._("Evaluation Confirmation"),
            "company": content["company"],
            "person": self._prepare_person(content),
            "grade": content["grade"]["name"],
            "score": self._figure(content["score"], digits=2),
            "computed_grade": content["computed_grade"] or GAP,
            "deviation_reason": content["deviation_reason"],
            "dimensions": [self._prepare_dimension(one) for one in content["dimensions"]],
            "goals": [self._prepare_goal(one) for one in content["goals"]],
            "answer": self._prepare_answer(document),
            "signatures": self._prepare_signatures(document),
            "small_print": self._prepare_small_print(document, content),
        }

    @api.model
    def _prepare_dimension(self, dimension):
        return {
            "name": dimension["name"],
            "weight": self._figure(dimension["weight"]),
            "score": self._figure(dimension["score"], digits=2),
            "grade": dimension["grade"] or GAP,
            "missing": dimension["missing"],
            "withheld": dimension.get("withheld"),
        }

    @api.model
    def _prepare_goal(self, goal):
        measured = goal["achievement"] is not None
        return {
            "name": goal["name"],
            "weight": self._figure(goal["weight"]),
            "achievement": self._figure(goal["achievement"], digits=2)
            if measured
            else self.env._("not measured"),
        }

    @api.model
    def _prepare_answer(self, document):
        """Return the employee's answer: given, not given in time, or still open."""
        signature = document._get_valid_signatures()[-1:]
        if signature:
            return {"kind": signature.decision, "comment": signature.comment}
        until = self._date(document.confirm_until)
        open_still = document._is_up_for_signing()
        return {"kind": "open" if open_still else "lapsed", "until": until}
