from odoo import http
from odoo.http import request

from .person_page import ME, PersonPage

ADDRESS = f"{ME}/<int:evaluation_id>/talks"


class PersonTalks(PersonPage, http.Controller):
    """Records of my talks: read them, and acknowledge with a comment (C2, F1, G7)."""

    @http.route(ADDRESS, type="http", auth="public", methods=["GET"], sitemap=False)
    def talks(self, evaluation_id, **_params):
        evaluation = self._open(evaluation_id)
        if not evaluation:
            return self._go(ME)
        return self._show_talks(evaluation)

    @http.route(ADDRESS, type="http", auth="public", methods=["POST"], sitemap=False)
    def acknowledge(self, evaluation_id, record="", **values):
        evaluation = self._open(evaluation_id)
        if not evaluation:
            return self._go(ME)
        values = self._clean(values)
        if error := self._take(self._acknowledge, evaluation, record, values):
            return self._show_talks(evaluation, error=error)
        return self._go(f"{ME}/{evaluation_id}/talks")

    def _acknowledge(self, evaluation, record, values):
        kind, _sep, number = record.partition("_")
        talks = evaluation._get_talk_records().get(kind) or request.env["hr.performance.talk"]
        talk = talks.filtered(lambda one: str(one.id) == number)
        if talk:
            talk.action_acknowledge(evaluation._check_comment(values.get("comment")))
            self._note("acknowledged", talk)

    def _show_talks(self, evaluation, **values):
        shown = []
        for kind, talks in evaluation._get_talk_records().items():
            form = request.env[f"report.hr_performance.{kind}_form"]
            shown += [
                (f"{kind}_{talk.id}", talk, form._prepare_translated_form(talk)) for talk in talks
            ]
        return self._show(
            "hr_performance.person_talks",
            evaluation=evaluation,
            shown=shown,
            address=f"{ME}/{evaluation.id}/talks",
            **values,
        )
