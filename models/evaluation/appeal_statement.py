from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from .appeal import DECIDED, OPEN

TOLD = "hr_performance.activity_type_appeal_told"


class AppealStatement(models.Model):
    """What the manager learns of an appeal, and says to it (A2, A4).

    That there is one, and in the end how it was decided and why; never what it says. When the
    reviewer asks, the manager writes a statement; the reviewer and HR read it, the person does not.
    """

    _name = "hr.performance.appeal.statement"
    _description = "Appeal, told to the manager"
    _inherit = [
        "hr.performance.appeal.part.mixin",
        "hr.performance.task.mixin",
        "hr.performance.private.thread.mixin",
        "mail.activity.mixin",
    ]

    manager_id = fields.Many2one(
        "hr.employee", required=True, readonly=True, index=True, ondelete="restrict"
    )
    # Read as superuser: also this much of the appeal is for the manager.
    decided_at = fields.Datetime(related="appeal_id.decided_at")
    new_grade = fields.Char(related="appeal_id.new_grade")
    answer = fields.Text(related="appeal_id.answer")
    asked_at = fields.Datetime(string="Statement asked for on", readonly=True)
    text = fields.Text(
        string="Statement",
        help="Facts that the reviewer should know. The reviewer and HR read it, the person does"
        " not.",
    )
    written_at = fields.Datetime(string="Statement written on", readonly=True)
    can_write = fields.Boolean(compute="_compute_can_write")

    @api.depends("appeal_state", "asked_at")
    @api.depends_context("uid")
    def _compute_can_write(self):
        for statement in self:
            statement.can_write = not statement._get_writing_refusal()

    @api.depends("employee_id", "cycle_id")
    def _compute_display_name(self):
        for statement in self:
            statement_sudo = statement.sudo()  # names only, for those who may read this
            statement.display_name = self.env._(
                "Appeal of %(employee)s, %(cycle)s",
                employee=statement_sudo.employee_id.name or "",
                cycle=statement_sudo.cycle_id.name or "",
            )

    def write(self, vals):
        if self.env.su:
            return super().write(vals)
        self.check_access("write")
        if vals.keys() - {"text"}:
            raise AccessError(self.env._("Only the statement itself can be written here."))
        for statement in self:
            if refusal := statement._get_writing_refusal():
                raise UserError(refusal)
        return super().write({**vals, "written_at": fields.Datetime.now()})

    def _get_writing_refusal(self):
        """Return why the current user cannot write a statement now, None when they can."""
        self.ensure_one()
        name = self.display_name
        if self.sudo().manager_id.user_id != self.env.user:  # decides about access
            return self.env._("%s: the statement is the manager's.", name)
        if self.appeal_state not in OPEN:
            return self.env._("%s is closed: nothing can be added.", name)
        if not self.asked_at:
            return self.env._("%s: the reviewer has not asked you for a statement.", name)
        return None

    def _ask(self):
        """Ask the manager for a statement; the reviewer's step."""
        self.write({"asked_at": fields.Datetime.now()})
        self._forget()
        self._tell(lambda env: env._("The reviewer of the appeal asks for your statement"))

    def _tell(self, describe):
        """A to-do for the manager that says nothing of what the appeal is about."""
        told = self.filtered("manager_id.user_id.active")
        told._create_tasks(
            TOLD,
            [
                {
                    "user_id": one.manager_id.user_id.id,
                    "summary": describe(self.with_context(lang=one.manager_id.user_id.lang).env),
                    "date_deadline": one._get_todo_day(),
                }
                for one in told
            ],
        )

    def _get_todo_day(self):
        today = fields.Date.context_today(self)
        return today if self.appeal_state in DECIDED else max(today, self.due)

    def _forget(self):
        self.activity_unlink([TOLD])
