from markupsafe import Markup

from odoo import fields, models
from odoo.exceptions import UserError

from ...rules import flows
from .review_external import PURPOSE


class NominationLinks(models.Model):
    """The personal links of reviewers outside the company."""

    _inherit = "hr.performance.nomination"

    def _send_links(self):
        """Send each of them a new personal link by e-mail; returns nothing that holds it."""
        links = self.env["hr.performance.personal.link"]
        for nomination_sudo in self.sudo():  # asked by the process, or by action_send_link
            company = nomination_sudo.company_id
            until = fields.Date.add(
                company._get_performance_today(), days=company.performance_link_days
            )
            token = links._issue(
                nomination_sudo,
                PURPOSE,
                nomination_sudo.external_name,
                nomination_sudo.external_email,
                until,
            )
            told = nomination_sudo.with_context(lang=nomination_sudo.external_lang)
            subject, body = told._prepare_link_mail(token, until)
            links._send(subject, body, nomination_sudo.external_email, company)

    def _get_days_of_links(self):
        """Return {id: day on which the last link was sent}, in one query."""
        groups = self.env["hr.performance.personal.link"]._read_group(
            [("res_model", "=", self._name), ("res_id", "in", self.ids)],
            ["res_id"],
            ["sent_on:max"],
        )
        return dict(groups)

    def _prepare_link_mail(self, token, until):
        url = f"{self.get_base_url()}/performance/review/{token}"
        subject = self.env._(
            "%(company)s asks for your feedback on %(employee)s",
            company=self.company_id.name,
            employee=self.employee_id.name,
        )
        body = self.env["ir.qweb"]._render(
            "hr_performance.external_review_mail",
            {"nomination": self, "url": url, "until": until},
        )
        return subject, Markup(body)

    def action_send_link(self):
        """Send the personal link again; earlier ones go on working until their end."""
        self._check_link_steps()
        self._send_links()

    def action_revoke_link(self):
        """End the personal links of these reviewers."""
        self._check_link_steps()
        self.env["hr.performance.personal.link"]._revoke(self)

    def _check_link_steps(self):
        """HR alone: whether a link can still be sent tells who has answered."""
        self.check_access("read")
        roles = self._get_roles()
        for nomination in self:
            if flows.OFFICER not in roles[nomination.id]:
                raise UserError(
                    self.env._("Personal links are handled by HR, and not on the own file.")
                )
            # Whether it is given already: HR may know who owes a review.
            if nomination.reviewer_id or nomination.sudo()._get_reviews().state != "pending":
                raise UserError(
                    self.env._("%s does not wait for a link.", nomination.reviewer_name)
                )
