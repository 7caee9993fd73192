from odoo.http import request

# A page about somebody, behind a secret address: kept by nobody on the way.
HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "frame-ancestors 'none'",
}


class PersonalPage:
    """What all pages of a personal link share.

    Wrong, revoked and expired addresses get one and the same answer.
    """

    def _speak(self):
        """Answer in the language of the browser, as far as it is installed."""
        installed = dict(request.env["res.lang"].get_installed())
        wanted = request.best_lang or ""
        alike = [code for code in installed if code.split("_")[0] == wanted.split("_")[0]]
        lang = wanted if wanted in installed else next(iter(alike), None)
        if lang:
            request.update_context(lang=lang)

    def _clean(self, values):
        """Texts as PostgreSQL takes them; a file that is sent in place of a text is left out."""
        return {
            name: text.replace("\0", "").replace("\r\n", "\n")
            for name, text in values.items()
            if isinstance(text, str)
        }

    def _read_levels(self, review, values):
        """Return the level and the comment that were sent for each dimension of a review.

        What was entered in points before is left as it is where no level was chosen.
        """
        answers = {}
        for line in review.dimension_line_ids:
            grade = values.get(f"grade_{line.id}", "")
            chosen = int(grade) if grade.isdecimal() else None
            if chosen is not None or line.answer != "points":
                answers[line.id] = (chosen, values.get(f"comment_{line.id}", ""))
        return answers

    def _refuse(self):
        page = request.render("hr_performance.personal_link_unknown", {})
        page.status_code = 404
        return self._with_headers(page)

    def _with_headers(self, response):
        response.headers.extend(HEADERS)
        return response
