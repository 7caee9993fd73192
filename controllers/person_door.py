from odoo import http
from odoo.http import content_disposition, request

from .person_page import ME, SESSION, PersonPage


class PersonDoor(PersonPage, http.Controller):
    """Where a personal link leads to: first its question, then everything of the person (G7)."""

    @http.route(f"{ME}/<string:token>", type="http", auth="public", methods=["GET"], sitemap=False)
    def knock(self, token, **_params):
        """Ask what only the person knows, before anything is shown."""
        return self._ask(token)

    @http.route(f"{ME}/<string:token>", type="http", auth="public", methods=["POST"], sitemap=False)
    def answer(self, token, **values):
        link_sudo = request.env["hr.performance.personal.link"]._find("person", token)
        if not link_sudo or not link_sudo._try_answer(self._clean(values).get("answer")):
            return self._ask(token, wrong=True)
        self._keep(link_sudo)
        # A session that somebody else has prepared in this browser is worth nothing to them.
        request.session.should_rotate = True
        return self._go(ME)

    def _ask(self, token, wrong=False):
        self._speak()
        links = request.env["hr.performance.personal.link"]
        if links._find_locked(token):
            page = self._show("hr_performance.personal_link_locked")
            page.status_code = 403
            return page
        link_sudo = links._find("person", token)
        if not link_sudo:
            return self._refuse()
        request.update_context(lang=link_sudo.employee_id._get_performance_lang())
        return self._show(
            "hr_performance.personal_link_question",
            question=link_sudo.question,
            address=f"{ME}/{token}",
            left=link_sudo._get_tries_left() if wrong else None,
        )

    @http.route(ME, type="http", auth="public", methods=["GET"], sitemap=False)
    def home(self, **_params):
        """Everything of the person, with what waits for an answer."""
        if not self._enter():
            return self._closed()
        evaluations = request.env["hr.performance.evaluation"].search(
            [("is_mine", "=", True), ("state", "!=", "cancelled")], order="id desc", limit=8
        )
        return self._show(
            "hr_performance.person_home",
            evaluations=evaluations,
            name=request.env["hr.performance.personal.link"]._get_acting_name(),
        )

    def _closed(self):
        """Nobody has confirmed a link here, or it was too long ago."""
        self._speak()
        page = self._show("hr_performance.personal_link_closed")
        page.status_code = 403
        return page

    @http.route(f"{ME}/leave", type="http", auth="public", methods=["POST"], sitemap=False)
    def leave(self, **_params):
        """Close the pages on this phone, which may belong to several people."""
        request.session.pop(SESSION, None)
        return self._go(ME)

    @http.route(
        f"{ME}/<int:evaluation_id>/<any(agreement,evaluation):kind>.pdf",
        type="http",
        auth="public",
        methods=["GET"],
        sitemap=False,
    )
    def signed_form(self, evaluation_id, kind, **_params):
        """Return the frozen PDF of what the person has signed."""
        evaluation = self._open(evaluation_id)
        document = evaluation.agreement_id if kind == "agreement" else evaluation
        if not document:
            return self._closed()
        pdf = document._get_verified_pdf()
        self._note("printed", document)
        name = content_disposition(f"{document.display_name}.pdf", "inline")
        headers = {
            "Content-Type": "application/pdf",
            "Content-Disposition": name,
            "X-Content-Type-Options": "nosniff",
        }
        return self._with_headers(request.make_response(pdf, list(headers.items())))
