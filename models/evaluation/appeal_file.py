import json

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ...rules.digest import canonical, digest
from ...rules.flows import APPEAL_REVIEWER
from ..core.labelled import labelled

QUESTIONS = ("standard", "data", "procedure")
CHECKED = {f"{question}_{part}" for question in QUESTIONS for part in ("ok", "note")}
ANSWERS = [("yes", "Yes"), ("no", "No")]


class AppealFile(models.Model):
    """What the independent reviewer works with: the whole file on one screen, and the checklist.

    The reviewer has no right to the evaluation itself. What the file shows is gathered for this
    one purpose while the appeal is open, and kept as it was when the appeal is decided. The person
    never reads this record: the answers of the checklist go into the decision.
    """

    _name = "hr.performance.appeal.file"
    _description = "File of an appeal"
    _inherit = ["hr.performance.appeal.part.mixin"]

    # Whoever reads the file reads the appeal.
    grounds = fields.Selection(related="appeal_id.grounds")
    explanation = fields.Text(related="appeal_id.explanation")
    dimension_id = fields.Many2one(related="appeal_id.dimension_id")
    goal_id = fields.Many2one(related="appeal_id.goal_id")
    evidence_ids = fields.Many2many(related="appeal_id.evidence_ids")
    reviewer_id = fields.Many2one(related="appeal_id.reviewer_id")
    clock = fields.Char(related="appeal_id.clock")
    clock_level = fields.Selection(related="appeal_id.clock_level")
    time_used = fields.Float(related="appeal_id.time_used")
    is_reviewer = fields.Boolean(compute="_compute_is_reviewer")

    standard_ok = fields.Selection(
        ANSWERS, string="The standard was applied as for others", copy=False
    )
    standard_note = fields.Text(string="Note on the standard", copy=False)
    data_ok = fields.Selection(ANSWERS, string="Figures and facts are true", copy=False)
    data_note = fields.Text(string="Note on figures and facts", copy=False)
    procedure_ok = fields.Selection(ANSWERS, string="The procedure was kept", copy=False)
    procedure_note = fields.Text(string="Note on the procedure", copy=False)

    manager_id = fields.Many2one(
        "hr.employee", string="Manager asked", compute="_compute_statement"
    )
    asked_at = fields.Datetime(string="Statement asked for on", compute="_compute_statement")
    statement = fields.Text(string="Statement of the manager", compute="_compute_statement")
    content_html = fields.Html(string="File", compute="_compute_content_html", sanitize=False)
    frozen_content = fields.Text(readonly=True, copy=False)
    frozen_digest = fields.Char(string="SHA-256 of the file", readonly=True, copy=False)

    _appeal_unique = models.Constraint("UNIQUE(appeal_id)", "This appeal has its file already.")

    @api.depends("appeal_id")
    def _compute_display_name(self):
        for file in self:
            file.display_name = file.sudo().appeal_id.display_name  # the reader reads the appeal

    @api.depends("appeal_id.reviewer_id", "appeal_id.state")
    @api.depends_context("uid")
    def _compute_is_reviewer(self):
        for file in self:
            file.is_reviewer = not file._get_writing_refusal()

    def _compute_statement(self):
        # The manager's record has its own rules: whoever may not read it finds nothing.
        statements = self.env["hr.performance.appeal.statement"].sudo(False)
        found = statements.search([("appeal_id", "in", self.appeal_id.ids)])
        by_appeal = {one.appeal_id.id: one for one in found}
        for file in self:
            statement = by_appeal.get(file.appeal_id.id, statements)
            file.manager_id = statement.manager_id
            file.asked_at = statement.asked_at
            file.statement = statement.text

    @api.depends("frozen_content", "appeal_id.state")
    @api.depends_context("uid", "lang")
    def _compute_content_html(self):
        for file in self:
            content = file._get_content()
            file.content_html = content and self.env["ir.qweb"]._render(
                "hr_performance.appeal_file_content", {"content": content, "file": file}
            )

    def _get_content(self):
        """Return what the file shows: gathered now, or as it was at the decision."""
        self.ensure_one()
        if self.frozen_content:
            return json.loads(self.frozen_content)
        # Withdrawn, or not assigned yet: there is nothing to examine.
        if self.appeal_state != "under_review" or not self.sudo(False).has_access("read"):
            return None
        # Reading the file was checked above: it opens these parts, and nothing beside them.
        return self.sudo()._gather_content()

    # Writing: the checklist, by the reviewer, until the decision

    def write(self, vals):
        if self.env.su:
            return super().write(vals)
        self.check_access("write")
        if vals.keys() - CHECKED:
            raise AccessError(self.env._("Only the checklist can be written here."))
        for file in self:
            if refusal := file._get_writing_refusal():
                raise UserError(refusal)
        return super().write(vals)

    def _get_writing_refusal(self):
        """Return why the current user cannot fill in the checklist, None when they can."""
        self.ensure_one()
        appeal = self.appeal_id
        if APPEAL_REVIEWER not in appeal._get_roles().get(appeal.id, ()):
            return self.env._(
                "%s: the checklist is filled in by the independent reviewer.", self.display_name
            )
        if self.appeal_state != "under_review":
            return self.env._("%s is closed: nothing can be changed.", self.display_name)
        return None

    def _clear(self):
        self.write(dict.fromkeys(CHECKED, False))

    def action_ask_statement(self):
        """Ask the manager for a statement on the facts."""
        self.ensure_one()
        self.check_access("read")
        if refusal := self._get_writing_refusal():
            raise UserError(refusal)
        statement_sudo = self.sudo().appeal_id.statement_ids  # the refusal above is the decision
        if not statement_sudo:
            raise UserError(self.env._("%s: there was no manager to ask.", self.display_name))
        statement_sudo._ask()

    def action_open_appeal(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Appeal"),
            "res_model": "hr.performance.appeal",
            "view_mode": "form",
            "res_id": self.appeal_id.id,
        }

    # The checklist

    def _check_examined(self):
        """Refuse a decision before every question of the checklist has its answer."""
        for file in self:
            missing = [
                file._fields[f"{question}_ok"]._description_string(self.env)
                for question in QUESTIONS
                if not file[f"{question}_ok"]
            ]
            if missing:
                raise UserError(
                    self.env._(
                        "%(appeal)s: please answer the checklist first: %(missing)s.",
                        appeal=file.display_name,
                        missing=", ".join(missing),
                    )
                )
            for question in QUESTIONS:
                file._check_note(question)

    def _check_note(self, question):
        if self[f"{question}_ok"] == "no" and not (self[f"{question}_note"] or "").strip():
            raise UserError(
                self.env._(
                    "%(appeal)s: please say in a note what was wrong: %(question)s.",
                    appeal=self.display_name,
                    question=self._fields[f"{question}_ok"]._description_string(self.env),
                )
            )

    def _collect_findings(self):
        """The answered checklist as it goes into the decision."""
        return {name: self[name] or None for name in sorted(CHECKED)}

    @api.model
    def _prepare_findings(self, findings):
        """Return (question, answer, note) in the user's language; nothing before the decision."""
        answers = dict(self._fields["standard_ok"]._description_selection(self.env))
        return [
            (
                self._fields[f"{question}_ok"]._description_string(self.env),
                answers[findings[f"{question}_ok"]],
                findings[f"{question}_note"] or "",
            )
            for question in QUESTIONS
            if findings
        ]

    @api.model
    def _describe_findings(self, findings):
        return "\n".join(
            labelled(self.env, question, self._describe_finding(answer, note))
            for question, answer, note in self._prepare_findings(findings)
        )

    @api.model
    def _describe_finding(self, answer, note):
        return self.env._("%(answer)s. %(note)s", answer=answer, note=note) if note else answer

    def _freeze(self):
        """Keep the file as the reviewer saw it; called by the decision."""
        for file in self:
            content = file._gather_content()
            file.write({"frozen_content": canonical(content), "frozen_digest": digest(content)})
