import time

from odoo.exceptions import UserError
from odoo.http import request

from .personal_page import PersonalPage

ME = "/performance/me"
# Which link this visitor has opened and confirmed, and until when without doing anything.
SESSION = "hr_performance_person"
IDLE = 30 * 60


class PersonPage(PersonalPage):
    """A page of somebody who acts by a personal link (G7).

    From `_enter` on the request runs in the environment of that person: a technical user with the
    rights of a plain one, on what is theirs. So what the pages do is checked as for a user.
    """

    def _keep(self, link_sudo):
        """Remember that this visitor has confirmed this link, from now on for a while."""
        login = request.session.uid
        kept = {"link": link_sudo.id, "until": time.time() + IDLE, "login": login}
        request.session[SESSION] = kept

    def _enter(self):
        """Let the person act whose link this visitor has confirmed; return whether there is one.

        Whoever logs in afterwards, on a computer that several people use, is somebody else.
        """
        kept = request.session.get(SESSION) or {}
        links = request.env["hr.performance.personal.link"]
        same_visitor = kept.get("until", 0) > time.time() and kept["login"] == request.session.uid
        link_sudo = same_visitor and links._get_confirmed(kept["link"])
        if not link_sudo:
            return False
        self._keep(link_sudo)
        acting = link_sudo._let_act()
        request.update_env(user=acting.uid, context=dict(acting.context), su=False)
        return True

    def _open(self, evaluation_id):
        """Return the person's own evaluation of this id, empty for anything else."""
        evaluations = request.env["hr.performance.evaluation"]
        if not self._enter():
            return evaluations
        evaluations = request.env["hr.performance.evaluation"]
        return evaluations.search([("id", "=", evaluation_id), ("is_mine", "=", True)])

    def _take(self, step, *values):
        """Take a step; return why it was refused, None when it was taken."""
        if refusal := self._get_link()._get_hurry_refusal():
            return refusal
        try:
            with request.env.cr.savepoint():
                step(*values)
        except UserError as refusal:
            return str(refusal)
        return None

    def _note(self, what, document=None):
        """Keep what was done by the link."""
        self._get_link()._note(what, document and document.display_name)

    def _get_link(self):
        # The link that this visitor has confirmed; its person may not read it.
        links_sudo = request.env["hr.performance.personal.link"].sudo()
        return links_sudo.browse(request.session[SESSION]["link"])

    def _show(self, template, **values):
        page = request.render(
            template, {"home": ME, "error": None, "typed": None, "done": None, **values}
        )
        return self._with_headers(page)

    def _go(self, address):
        return self._with_headers(request.redirect(address, 303))
