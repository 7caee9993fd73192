from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

PIP = "hr.performance.pip"


class PipThread(models.Model):
    """What HR and the line wrote to each other over a draft stays between them (requirement R5).

    With the approval the employee reads the plan, but of its messages only the later ones.
    """

    _inherit = "hr.performance.pip"

    def _close_drafting(self):
        """Remember where the employee's part of the thread begins. Runs inside the approval."""
        for pip in self:
            messages = pip.message_ids
            pip.drafting_until = max(messages.ids, default=0)
            # Documents of a message are then read by whoever reads the message.
            for message in messages.filtered("attachment_ids"):
                message.attachment_ids.filtered(lambda one: one.res_model == PIP).write(
                    {"res_model": "mail.message", "res_id": message.id}
                )


class MailMessage(models.Model):
    _inherit = "mail.message"

    drafted_about_me = fields.Boolean(
        string="Over the draft of my plan",
        compute="_compute_drafted_about_me",
        search="_search_drafted_about_me",
        help="Written over the draft of my own improvement plan.",
    )

    @api.depends("model", "res_id")
    @api.depends_context("uid")
    def _compute_drafted_about_me(self):
        domain = [("id", "in", self.ids), ("drafted_about_me", "=", True)]
        found_sudo = self.sudo().search(domain)  # decides about access, whatever the asker may read
        for message in self:
            message.drafted_about_me = message._origin in found_sudo

    def _search_drafted_about_me(self, operator, value):
        if operator != "in":
            return NotImplemented
        # In the statement itself: every list of messages asks this, also those about other records.
        self.env[PIP].flush_model(["drafting_until", "employee_id"])
        self.env["hr.employee"].flush_model(["user_id"])
        drafted = SQL(
            """(SELECT m.id
                  FROM mail_message m
                  JOIN hr_performance_pip p ON p.id = m.res_id AND m.id <= p.drafting_until
                  JOIN hr_employee e ON e.id = p.employee_id
                 WHERE m.model = %s AND e.user_id = %s)""",
            PIP,
            self.env.uid,
        )
        return Domain("id", "in", drafted)
