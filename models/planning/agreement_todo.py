from odoo import api, fields, models

TO_SIGN = "hr_performance.activity_type_goals_to_sign"


class AgreementTodo(models.Model):
    """Whoever is to sign goals is told, until they have signed or the goals went back (P7, G3).

    Where a revision changes signed goals, its own to-dos ask for the signatures.
    """

    _inherit = "hr.performance.agreement"

    awaited_names = fields.Char(
        string="Still to sign",
        compute="_compute_awaited_names",
        help="Whose signature is missing while the goals are up for signing.",
    )

    @api.depends("state", "frozen_digest", "signature_ids", "employee_id", "manager_id")
    def _compute_awaited_names(self):
        for agreement in self:
            names = [person.name for person in agreement._get_awaited_people() if person]
            agreement.awaited_names = ", ".join(names)

    def _after_submit(self, reason=None):  # pylint: disable=missing-return
        super()._after_submit(reason=reason)
        # Whose signature is awaited is a fact of the process, whoever puts the goals up.
        first_sudo = self.sudo().filtered(lambda one: not one.revision_ids)
        waiting = [(one, user) for one in first_sudo for user in one._get_signers()]
        self.browse([one.id for one, _user in waiting]).sudo()._create_tasks(  # as above
            TO_SIGN, [one._prepare_to_sign(user) for one, user in waiting]
        )

    def _get_signers(self):
        """The users whose signature is still missing; nobody where somebody has no user."""
        people = self._get_awaited_people()
        return self.env["res.users"].union(*(one.user_id for one in people)).filtered("active")

    def _get_awaited_people(self):
        """The employee and the manager, as far as their signature is missing."""
        self.ensure_one()
        people = {"employee": self.employee_id, "manager": self.manager_id}
        awaited = self._get_awaited_roles()
        return [person for role, person in people.items() if role in awaited]

    def _prepare_to_sign(self, user):
        today = fields.Date.context_today(self)
        return {
            "user_id": user.id,
            "summary": self.with_context(lang=user.lang).env._(
                "Read the goals, then sign them or send them back"
            ),
            "date_deadline": max(self.cycle_id.planning_due or today, today),
        }

    def _after_signature(self, signature):  # pylint: disable=missing-return
        """Runs as the process, because the signature itself was decided before."""
        super()._after_signature(signature)
        signers = self._get_signers() if self.state == "submitted" else self.env["res.users"]
        todos = self.activity_search([TO_SIGN])
        todos.filtered(lambda todo: todo.user_id not in signers).action_feedback()

    def _after_send_back(self, reason=None):  # pylint: disable=missing-return
        super()._after_send_back(reason=reason)
        self.sudo().activity_unlink([TO_SIGN])  # of everybody: there is nothing to sign any more
