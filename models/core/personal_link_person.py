import hmac

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules.flows import MANAGER, OFFICER
from .acting import get_acting_person, let_act

PURPOSE = "person"
# So many wrong answers lock the link: a new one has to be asked for, from a person.
TRIES = 5
BADGE_DIGITS = 4
# After so many wrong answers in a month, whatever the link, HR alone gives the next one: who can
# ask for one link after the other, with five tries each, would find any PIN.
GUESSES = 2 * TRIES
GUESS_DAYS = 30
# More steps than this in one minute are no person's.
STEPS = 30


class PersonalLinkPerson(models.Model):
    """The personal link of an employee without a user, for everything that is theirs (G7).

    One link at a time: a new one replaces the one before. As somebody may pass it on, or find a
    printed one, it first asks for something that only the person (and HR) knows.
    """

    _inherit = "hr.performance.personal.link"

    purpose = fields.Selection(
        selection_add=[(PURPOSE, "Take part without a login")], ondelete={PURPOSE: "cascade"}
    )
    question = fields.Selection(
        [
            ("pin", "PIN"),
            ("badge", "Last four characters of the badge ID"),
            ("birthday", "Date of birth"),
        ],
        string="Asks for",
        readonly=True,
        help="What somebody who opens the link has to know.",
    )
    wrong_count = fields.Integer(
        string="Wrong answers", readonly=True, help="Since the last right one."
    )
    use_ids = fields.One2many(
        "hr.performance.personal.link.use",
        "link_id",
        string="Uses",
        readonly=True,
        groups="hr_performance.group_officer",
    )
    status = fields.Selection(selection_add=[("locked", "Locked")])

    @api.depends("wrong_count")
    def _compute_status(self):
        result = super()._compute_status()
        for link in self:
            if link.status == "valid" and link.wrong_count >= TRIES:
                link.status = "locked"
        return result

    # Issuing

    @api.model
    def _get_person_obstacles(self, employees):
        """Return {employee id: sentence} for those to whom no link can be given, and why."""
        led, guessed = self._get_subordinate_ids(), self._get_guessed(employees)
        obstacles = {}
        for employee_sudo in employees.sudo():  # name, company and login; access is decided here
            if self._is_hr_of(employee_sudo):
                obstacle = employee_sudo._get_link_obstacle()
            elif employee_sudo.id in led:
                refusal = employee_sudo in guessed and self._refuse_guessed(employee_sudo)
                obstacle = refusal or employee_sudo._get_link_obstacle()
            else:
                obstacle = self.env._(
                    "%s: personal links are given by HR, or by the line above.", employee_sudo.name
                )
            if obstacle:
                obstacles[employee_sudo.id] = obstacle
        return obstacles

    @api.model
    def _get_guessed(self, employees):
        """Those of whose links somebody seems to guess the answer, in one query."""
        since = fields.Datetime.subtract(fields.Datetime.now(), days=GUESS_DAYS)
        # Which links there were, and what was tried: whoever asks, it is a fact.
        groups = (
            self.env["hr.performance.personal.link.use"]
            .sudo()
            ._read_group(
                [
                    ("employee_id", "in", employees.ids),
                    ("what", "in", ("wrong", "locked")),
                    ("used_at", ">", since),
                ],
                ["employee_id"],
                having=[("__count", ">=", GUESSES)],
            )
        )
        return employees.browse(one.id for (one,) in groups)

    @api.model
    def _refuse_guessed(self, employee_sudo):
        return self.env._(
            "%(name)s: a personal link was answered wrongly %(count)s times or more in the last"
            " %(days)s days. Please ask HR, who gives the next one after speaking to the person.",
            name=employee_sudo.name,
            count=GUESSES,
            days=GUESS_DAYS,
        )

    @api.model
    def _is_hr_of(self, employee_sudo):
        return OFFICER in self._get_hr_roles() and employee_sudo.company_id in self.env.companies

    @api.model
    def _issue_to(self, employees):
        """Give each of them a new link and return {link: token}; older ones end.

        :raises UserError: why somebody cannot be given one
        """
        if obstacles := self._get_person_obstacles(employees):
            raise UserError("\n".join(obstacles.values()))
        people_sudo = employees.sudo()  # decided above
        self._revoke(people_sudo)
        # The technical user as whom they act sees the companies of those who have a link.
        user_sudo = self.env.ref("hr_performance.user_personal_link").sudo()
        if missing := people_sudo.company_id - user_sudo.company_ids:
            user_sudo.write({"company_ids": [(4, company.id) for company in missing]})
        return self._make([one._prepare_link_vals() for one in people_sudo])

    def _may_revoke(self):
        """The line above also ends the links of its people."""
        led = self.purpose == PURPOSE and MANAGER in self._get_roles()[self.id]
        return led or super()._may_revoke()

    # Using

    def _works(self):
        return super()._works() and (self.purpose != PURPOSE or self._belongs_to_person())

    def _belongs_to_person(self):
        """Whether the person still has no login, and works where the link was given."""
        employee = self.employee_id
        today = self.company_id._get_performance_today()
        same_company = employee.company_id == self.company_id
        return same_company and not employee.user_id and not employee._has_left(today)

    @api.model
    def _find_locked(self, token):
        """Return the link of this token if wrong answers have locked it, for its sentence."""
        link_sudo = self.sudo().search(  # the right token is the decision, as in _find
            [("purpose", "=", PURPOSE), ("token_hash", "=", self._hash(token or ""))]
        )
        return link_sudo.filtered(lambda link: link.status == "locked")

    @api.model
    def _get_confirmed(self, link_id):
        """Return the link that a visitor has opened and confirmed before, if it still works."""
        link_sudo = self.sudo().browse(link_id).exists()  # the session of the visitor keeps it
        return link_sudo if link_sudo and link_sudo._works() else link_sudo.browse()

    def _try_answer(self, answer):
        """Return whether this is the answer to the question; a wrong one counts."""
        self.ensure_one()
        expected = self.employee_id._get_link_answers().get(self.question)
        given = (answer or "").strip().casefold()
        right = bool(expected) and hmac.compare_digest(given.encode(), expected.encode())
        if right:
            self.wrong_count = 0
            self._note("opened")
            return True
        self.wrong_count += 1
        self._note("locked" if self.wrong_count >= TRIES else "wrong")
        return False

    def _get_tries_left(self):
        return max(TRIES - self.wrong_count, 0)

    @api.model
    def _get_acting_name(self):
        """The name of the person who acts by a link in this environment."""
        # Their own name, which plain users read of nobody in full.
        return self.env["hr.employee"].sudo().browse(get_acting_person(self.env)).name

    def _let_act(self):
        """Return the environment of the person; after `_find` and `_try_answer`."""
        self.ensure_one()
        return let_act(self)

    def _get_hurry_refusal(self):
        """Return a sentence when more is done by this link than a person can do."""
        since = fields.Datetime.subtract(fields.Datetime.now(), minutes=1)
        steps = self.use_ids.search_count([("link_id", "=", self.id), ("used_at", ">", since)])
        return steps >= STEPS and self.env._("Too many steps in one minute. Please wait a little.")

    def _note(self, what, document=None):
        """Keep what was done by this link, never what was entered."""
        self.env["hr.performance.personal.link.use"]._add(
            [
                {
                    "link_id": self.id,
                    "employee_id": self.employee_id.id,
                    "company_id": self.company_id.id,
                    "used_at": fields.Datetime.now(),
                    "what": what,
                    "document": document,
                }
            ]
        )
