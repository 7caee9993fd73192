from odoo import http
from odoo.http import request

from .person_page import ME, PersonPage

RESULT = f"{ME}/<int:evaluation_id>/result"
APPEAL = f"{ME}/<int:evaluation_id>/appeal"


class PersonResult(PersonPage, http.Controller):
    """My result: read it, answer it, and appeal against it (F2, A1, G7)."""

    @http.route(RESULT, type="http", auth="public", methods=["GET"], sitemap=False)
    def result(self, evaluation_id, done=None, **_params):
        evaluation = self._open(evaluation_id)
        if not evaluation.released_at:
            return self._go(ME)
        return self._show_result(evaluation, done=done)

    @http.route(RESULT, type="http", auth="public", methods=["POST"], sitemap=False)
    def answer_result(self, evaluation_id, **values):
        evaluation = self._open(evaluation_id)
        if not evaluation.released_at:
            return self._go(ME)
        values = self._clean(values)
        if error := self._take(self._answer, evaluation, values):
            return self._show_result(evaluation, error=error, typed=values)
        return self._go(f"{ME}/{evaluation_id}/result?done=answered")

    def _answer(self, evaluation, values):
        evaluation._sign_by_link(values)
        self._note("answered", evaluation)

    def _show_result(self, evaluation, **values):
        form = request.env["report.hr_performance.confirmation_form"]
        return self._show(
            "hr_performance.person_result",
            evaluation=evaluation,
            form=form._prepare_translated_form(evaluation),
            reviews=evaluation._get_reviews_shown(),
            can_sign=evaluation.can_sign,
            address=f"{ME}/{evaluation.id}/result",
            **values,
        )

    @http.route(APPEAL, type="http", auth="public", methods=["GET"], sitemap=False)
    def appeal(self, evaluation_id, **_params):
        evaluation = self._open(evaluation_id)
        if not (evaluation.can_appeal or evaluation.shown_appeal_id):
            return self._go(ME)
        return self._show_appeal(evaluation)

    @http.route(APPEAL, type="http", auth="public", methods=["POST"], sitemap=False)
    def file_appeal(self, evaluation_id, step="file", **values):
        evaluation = self._open(evaluation_id)
        if not evaluation.released_at:
            return self._go(ME)
        values = self._clean(values)
        work = self._withdraw if step == "withdraw" else self._file
        if error := self._take(work, evaluation, values):
            return self._show_appeal(evaluation, error=error, typed=values)
        return self._go(f"{ME}/{evaluation_id}/appeal")

    def _file(self, evaluation, values):
        files = request.httprequest.files.getlist("evidence")
        appeals = request.env["hr.performance.appeal"]
        uploaded = [(file.filename, file.read()) for file in files if file.filename]
        self._note("appealed", appeals._file_by_page(evaluation, values, uploaded))

    def _withdraw(self, evaluation, _values):
        evaluation.shown_appeal_id.action_withdraw()
        self._note("withdrawn", evaluation.shown_appeal_id)

    def _show_appeal(self, evaluation, **values):
        appeal = evaluation.shown_appeal_id
        form = request.env["report.hr_performance.appeal_form"]
        return self._show(
            "hr_performance.person_appeal",
            evaluation=evaluation,
            appeal=appeal,
            form=appeal and form._prepare_translated_form(appeal),
            grounds=request.env["hr.performance.appeal"]._fields["grounds"],
            address=f"{ME}/{evaluation.id}/appeal",
            **values,
        )
