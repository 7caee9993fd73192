"""Who acts by a personal link, without a user of their own (requirement G7).

Such a request runs as a technical user without a login, with the rights of a plain user and with
this in its context: whose link it is. Everything that is “about me” (``is_mine``) is then what is
about that person, in record rules and roles alike, so the same checks hold as for a user. Without
it the technical user is nobody.
"""

from odoo import api

# Compared by identity, so that no RPC context can carry it.
_ACTING = object()
_PASS = "hr_performance_acting"
PERSON = "hr_performance_acting_person"
LINK = "hr_performance_acting_link"
# The technical user. A context goes on to whom a record is asked about, or who is told: with
# another user it is nobody's link any more.
_USER = "hr_performance_acting_user"


def get_acting_person(env):
    """Return the id of the employee who acts by a personal link, None for everybody else."""
    context = env.context
    acts = context.get(_PASS) is _ACTING and context.get(_USER) == env.uid
    return context.get(PERSON) if acts else None


def get_acting_link(env):
    """Return the id of the personal link that is used, None for everybody else."""
    return env.context.get(LINK) if get_acting_person(env) else None


def let_act(link_sudo):
    """Return the environment in which the person of this link acts.

    The caller has verified the link and the answer to its question.
    """
    env = link_sudo.env
    employee = link_sudo.employee_id
    # What was computed for somebody else in this transaction is not theirs.
    env.invalidate_all()
    user = env.ref("hr_performance.user_personal_link")
    context = {
        "lang": employee._get_performance_lang(),
        "tz": employee.tz,
        "allowed_company_ids": link_sudo.company_id.ids,
        _PASS: _ACTING,
        _USER: user.id,
        PERSON: employee.id,
        LINK: link_sudo.id,
    }
    return api.Environment(env.cr, user.id, context)
