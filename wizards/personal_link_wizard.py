from markupsafe import Markup

from odoo import api, fields, models
from odoo.exceptions import UserError

ADDRESS = "/performance/me"


class PersonalLinkWizard(models.TransientModel):
    """Give people without a user their personal links: by e-mail, or as sheets to hand out (G7).

    A link exists only at the moment at which it is sent or printed, so the sheets are made once,
    on the way to the printer (`_print_sheets`), and are kept nowhere.
    """

    _name = "hr.performance.personal.link.wizard"
    _description = "Give personal links"
    _inherit = ["hr.performance.preview.mixin"]

    way = fields.Selection(
        [("print", "Print sheets with a QR code"), ("email", "Send by e-mail")],
        string="How",
        required=True,
        default="print",
    )
    line_ids = fields.One2many("hr.performance.personal.link.wizard.line", "wizard_id")
    is_printed = fields.Boolean(readonly=True)

    @api.model
    def default_get(self, fields):
        """List the people from whose list or form the dialog was opened."""
        values = super().default_get(fields)
        if "line_ids" in fields:
            employees = self._get_asked()
            obstacles = self.env["hr.performance.personal.link"]._get_person_obstacles(employees)
            # Whoever gets a link stands above those who get none.
            listed = employees.sorted(lambda one: one.id in obstacles)
            values["line_ids"] = [
                (0, 0, self._prepare_line(one, obstacles.get(one.id))) for one in listed
            ]
        return values

    @api.model
    def _prepare_line(self, employee, obstacle):
        return {"employee_id": employee.id, "obstacle": obstacle, "included": not obstacle}

    @api.model
    def _get_asked(self):
        model = self.env.context.get("active_model")
        if model not in ("hr.employee", "hr.performance.evaluation"):
            return self.env["hr.employee"]
        records = self.env[model].browse(self.env.context.get("active_ids", []))
        records.check_access("read")
        return records if model == "hr.employee" else records.employee_id

    def action_preview(self):
        """Show the dialog again; the people are listed from the start."""
        return self._reopen(self.env._("Give personal links"))

    def action_apply(self):
        """Send the links, or open the sheets, which are made once."""
        self.ensure_one()
        employees = self._get_chosen().employee_id
        if not employees:
            raise UserError(self.env._("Nobody of these can be given a personal link."))
        if self.way == "email":
            return self._send_links(employees)
        return {
            "type": "ir.actions.act_url",
            "url": f"/hr_performance/personal_link/sheets/{self.id}",
            "target": "new",
        }

    def _get_chosen(self):
        lines = super()._get_chosen()
        return lines.filtered("has_email") if self.way == "email" else lines

    # By e-mail

    def _send_links(self, employees):
        links = self.env["hr.performance.personal.link"]
        mails = []
        # Refuses whoever is not theirs to give a link to.
        for link, token in links._issue_to(employees).items():
            employee = link.employee_id
            told = employee.with_context(lang=employee._get_performance_lang())
            subject, body = self._prepare_mail(told, self._get_address(token), link.expires_on)
            mails.append((subject, body, link.email, link.company_id))
        links._send_all(mails)
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._("%s personal links are on their way.", len(mails)),
                "next": {"type": "ir.actions.act_window_close"},
            },
        }

    @api.model
    def _get_address(self, token):
        return f"{self.get_base_url()}{ADDRESS}/{token}"

    @api.model
    def _prepare_mail(self, employee, address, until):
        subject = employee.env._("Your goals and your evaluation at %s", employee.company_id.name)
        body = employee.env["ir.qweb"]._render(
            "hr_performance.personal_link_mail",
            {"employee": employee, "url": address, "until": until},
        )
        return subject, Markup(body)

    # On paper

    def _print_sheets(self):
        """Give the links and return the sheets as PDF; once for each dialog.

        :raises UserError: printed already, so a page that is loaded again ends no link
        """
        self.ensure_one()
        self.check_access("read")
        if self.is_printed:
            raise UserError(
                self.env._(
                    "These sheets were printed already, and the links are kept nowhere. Please"
                    " start again if they are lost: the new links replace them."
                )
            )
        links = self.env["hr.performance.personal.link"]
        # Refuses whoever is not theirs to give a link to.
        tokens = links._issue_to(self._get_chosen().employee_id)
        self.is_printed = True
        sheets = self.env["report.hr_performance.personal_link_sheets"]
        return sheets._print({link: self._get_address(one) for link, one in tokens.items()})
