from odoo import http
from odoo.http import request

from ..models.core.labelled import labelled
from .person_page import ME, PersonPage

ADDRESS = f"{ME}/<int:evaluation_id>/review"


class PersonReview(PersonPage, http.Controller):
    """My self-evaluation of one cycle: write, come back, submit (E1, G7)."""

    @http.route(ADDRESS, type="http", auth="public", methods=["GET"], sitemap=False)
    def report(self, evaluation_id, done=None, **_params):
        review = self._open(evaluation_id)._get_own_report()
        if not review:
            return self._go(ME)
        return self._show_report(review, done=done)

    @http.route(ADDRESS, type="http", auth="public", methods=["POST"], sitemap=False)
    def write_report(self, evaluation_id, step="save", **values):
        review = self._open(evaluation_id)._get_own_report()
        if not review:
            return self._go(ME)
        values = self._clean(values)
        error = self._take(self._write, review, step, values)
        if error:
            return self._show_report(review, error=error, typed=values)
        return self._go(f"{ME}/{evaluation_id}/review?done={step}")

    def _write(self, review, step, values):
        review._fill_self_by_page(values, self._read_levels(review, values))
        if step == "submit":
            review.action_submit()
        self._note("report_submitted" if step == "submit" else "report_saved", review)

    def _show_report(self, review, **values):
        form = request.env["report.hr_performance.self_review_form"]
        return self._show(
            "hr_performance.person_review",
            review=review,
            evaluation=review.evaluation_id,
            is_open=review._is_owed(),
            labelled=labelled,
            form=form._prepare_translated_form(review),
            address=f"{ME}/{review.evaluation_id.id}/review",
            **values,
        )
