from odoo import http
from odoo.exceptions import UserError
from odoo.http import request

from .personal_page import PersonalPage

ADDRESS = "/performance/review/<string:token>"


class ExternalReview(PersonalPage, http.Controller):
    """The page on which somebody without a login gives a review, by a personal link (E3)."""

    @http.route(ADDRESS, type="http", auth="public", methods=["GET"], sitemap=False)
    def show(self, token, saved=None, **_params):
        review_sudo = self._find(token)
        if not review_sudo:
            return self._refuse()
        return self._answer(review_sudo, token, saved=bool(saved))

    @http.route(ADDRESS, type="http", auth="public", methods=["POST"], sitemap=False)
    def give(self, token, step="save", **values):
        review_sudo = self._find(token)
        if not review_sudo:
            return self._refuse()
        if not review_sudo._is_owed():
            return self._answer(review_sudo, token)
        error = None
        try:
            with request.env.cr.savepoint():
                self._take(review_sudo, step, values)
        except UserError as refusal:
            error = str(refusal)
        if not error and step == "save":
            return self._with_headers(request.redirect(f"/performance/review/{token}?saved=1"))
        return self._answer(review_sudo, token, error=error, typed=values if error else None)

    def _find(self, token):
        self._speak()
        return request.env["hr.performance.review"]._get_by_link(token)

    def _take(self, review_sudo, step, values):
        """Keep what was entered, and take the step that was chosen."""
        values = self._clean(values)
        if step == "decline":
            review_sudo.action_decline(values.get("reason", ""))
            return
        review_sudo._fill_by_link(values.get("summary", ""), self._read_levels(review_sudo, values))
        if step == "submit":
            review_sudo.action_submit()

    def _answer(self, review_sudo, token, **values):
        nomination = review_sudo.external_id
        page = request.render(
            "hr_performance.external_review_page",
            {
                "review": review_sudo,
                "nomination": nomination,
                "is_open": review_sudo._is_owed(),
                "address": f"/performance/review/{token}",
                "saved": False,
                "error": None,
                "typed": None,
                **values,
            },
        )
        return self._with_headers(page)
