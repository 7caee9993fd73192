from odoo import fields, models

from ..core.personal_link_person import BADGE_DIGITS, PURPOSE


class HrEmployeeLink(models.Model):
    """Employees without a user, who take part by a personal link (requirement G7)."""

    _inherit = "hr.employee"

    def write(self, vals):
        result = super().write(vals)
        # Whoever leaves, or gets a login, needs no link any more; coming back needs a new one.
        if vals.get("user_id") or not vals.get("active", True):
            self.env["hr.performance.personal.link"]._revoke(self)
        return result

    def _get_link_obstacle(self):
        """Return why this person cannot take part by a personal link, None when they can."""
        self.ensure_one()
        if self.user_id:
            return self.env._("%s has a user and logs in; no personal link is needed.", self.name)
        if self._has_left(self.company_id._get_performance_today()):
            return self.env._("%s has left.", self.name)
        if not self._get_link_answers():
            return self.env._(
                "%s has neither PIN nor badge ID nor date of birth. A link asks for one of them, so"
                " please enter one in the employee record first.",
                self.name,
            )
        return None

    def _get_link_answers(self):
        """Return {question: answer} of what a link can ask this person, the best one first.

        Never leaves the server; the caller reads with the rights of the process.
        """
        self.ensure_one()
        answers = {
            "pin": self.pin,
            "badge": len(self.barcode or "") >= BADGE_DIGITS and self.barcode[-BADGE_DIGITS:],
            "birthday": fields.Date.to_string(self.birthday),
        }
        return {question: answer.casefold() for question, answer in answers.items() if answer}

    def _get_link_email(self):
        """The address to which a personal link can be sent: the private one first."""
        return self.private_email or self.work_email or False

    def _prepare_link_vals(self):
        self.ensure_one()
        today = self.company_id._get_performance_today()
        return {
            "purpose": PURPOSE,
            "res_model": self._name,
            "res_id": self.id,
            "employee_id": self.id,
            "company_id": self.company_id.id,
            "recipient": self.name,
            "email": self._get_link_email(),
            "question": next(iter(self._get_link_answers())),
            "sent_on": today,
            "expires_on": fields.Date.add(today, days=self.company_id.performance_person_days),
        }
