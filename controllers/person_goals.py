from odoo import http
from odoo.http import request

from .person_page import ME, PersonPage

ADDRESS = f"{ME}/<int:evaluation_id>/goals"


class PersonGoals(PersonPage, http.Controller):
    """My goals of one cycle: say the own words, then read and sign, or send back (P6, P7, G7)."""

    @http.route(ADDRESS, type="http", auth="public", methods=["GET"], sitemap=False)
    def goals(self, evaluation_id, done=None, **_params):
        evaluation = self._open(evaluation_id)
        if not evaluation:
            return self._go(ME)
        return self._show_goals(evaluation, done=done)

    @http.route(ADDRESS, type="http", auth="public", methods=["POST"], sitemap=False)
    def say(self, evaluation_id, step="save", **values):
        evaluation = self._open(evaluation_id)
        if not evaluation:
            return self._go(ME)
        steps = {
            "save": self._save,
            "submit": self._submit,
            "send_back": self._send_back,
            "sign": self._sign,
        }
        values = self._clean(values)
        error = self._take(steps.get(step, self._save), evaluation, values)
        if error:
            return self._show_goals(evaluation, error=error, typed=values)
        return self._go(f"{ME}/{evaluation_id}/goals?done={step}")

    def _show_goals(self, evaluation, **values):
        agreement = evaluation.agreement_id
        form = request.env["report.hr_performance.agreement_form"]
        return self._show(
            "hr_performance.person_goals",
            evaluation=evaluation,
            agreement=agreement,
            goals=form._prepare_goals_by_id(agreement),
            records={goal.id: goal for goal in evaluation.goal_ids},
            can_sign="employee" in agreement._get_awaited_roles(),
            address=f"{ME}/{evaluation.id}/goals",
            **values,
        )

    def _save(self, evaluation, values):
        for goal in evaluation.goal_ids.filtered("can_answer"):
            goal._say_own_words(
                {
                    name: values[f"{name}_{goal.id}"]
                    for name in ("why", "confidence", "confidence_note")
                    if f"{name}_{goal.id}" in values
                }
            )
        self._note("words", evaluation.agreement_id)

    def _submit(self, evaluation, values):
        self._save(evaluation, values)
        evaluation.agreement_id.action_submit()
        self._note("submitted", evaluation.agreement_id)

    def _send_back(self, evaluation, values):
        evaluation.agreement_id.action_send_back(values.get("reason"))
        self._note("sent_back", evaluation.agreement_id)

    def _sign(self, evaluation, values):
        evaluation.agreement_id._sign_by_link(values)
        self._note("signed", evaluation.agreement_id)
