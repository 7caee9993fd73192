from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..models.core.labelled import labelled


class RequestRevisionWizard(models.TransientModel):
    """Ask for a revision of one goal or of many, of one person or of many, with one reason."""

    _name = "hr.performance.request.revision.wizard"
    _description = "Request a goal revision"

    reason_kind = fields.Selection(
        lambda self: (
            self.env["hr.performance.goal.revision"]
            ._fields["reason_kind"]
            ._description_selection(self.env)
        ),
        string="Reason",
        required=True,
        default="market",
    )
    explanation = fields.Text(required=True)
    percent = fields.Float(
        string="Change all targets by (%)",
        help="Such as -20: each target measured by a ratio becomes a fifth lower.",
    )
    line_ids = fields.One2many(
        "hr.performance.request.revision.wizard.line", "wizard_id", string="Goals"
    )
    people_count = fields.Integer(string="People", compute="_compute_people_count")

    hints = fields.Text(string="Please look again", compute="_compute_hints")

    @api.depends("line_ids.kind", "line_ids.new_name", "line_ids.new_target")
    def _compute_hints(self):
        for wizard in self:
            changed = wizard.line_ids.filtered(lambda line: line.kind == "change")
            hints = {line.new_name: line._describe_stale_text() for line in changed}
            wizard.hints = "\n".join(
                labelled(self.env, f"“{name}”", hint) for name, hint in hints.items() if hint
            )

    @api.depends("line_ids.goal_id")
    def _compute_people_count(self):
        for wizard in self:
            wizard.people_count = len(wizard.line_ids.goal_id.evaluation_id)

    @api.model
    def default_get(self, fields):
        """Start from the goals that the user selected, with the values that hold now."""
        values = super().default_get(fields)
        context = self.env.context
        goal_ids = context.get("revise_goal_ids") or []
        if not goal_ids and context.get("active_model") == "hr.performance.goal":
            goal_ids = context.get("active_ids", [])
        if "line_ids" in fields and goal_ids:
            goals = self.env["hr.performance.goal"].browse(goal_ids)
            self._check_goals(goals)
            lines = self.env["hr.performance.goal.revision.line"]
            values["line_ids"] = [
                Command.create(lines._prepare_values({"goal_id": goal.id})) for goal in goals
            ]
        return values

    @api.model
    def _check_goals(self, goals):
        """Say at once what cannot be revised, before anybody types."""
        goals.check_access("read")
        for goal in goals:
            if not goal.evaluation_id:
                raise UserError(
                    self.env._(
                        "“%s” is not a signed goal of a person: it can be changed directly.",
                        goal.name,
                    )
                )
        for evaluation in goals.evaluation_id:
            if refusal := evaluation._get_revision_refusal():
                raise UserError(refusal)
        # Of many people, whoever is under revision is named when it is requested.
        if len(goals.evaluation_id) == 1 and (opened := goals.open_revision_id):
            raise UserError(opened[0]._describe_open())

    @api.onchange("percent")
    def _onchange_percent(self):
        factor = 1 + self.percent / 100
        for line in self.line_ids.filtered(
            lambda one: one.method in ("ratio_higher", "ratio_lower")
        ):
            line.new_target = line.old_target * factor

    def action_apply(self):
        """Request it: one revision for each person."""
        revisions = self._create_revisions()
        revisions.action_request()
        return self._open(revisions)

    def action_draft(self):
        """Keep it as a draft, to go on with it: such as adding a goal."""
        return self._open(self._create_revisions())

    def _create_revisions(self):
        self.ensure_one()
        if not self.line_ids:
            raise UserError(self.env._("Please select the goals to revise first."))
        changed = self.line_ids.filtered(lambda line: line._is_changed())
        if not changed:
            raise UserError(self.env._("Nothing changes yet: please enter the new values."))
        by_person = changed.grouped(lambda line: line.goal_id.evaluation_id)
        mass_name = False
        if len(by_person) > 1:
            mass_name = self.env._(
                "%(explanation)s (%(who)s, %(date)s)",
                explanation=self.explanation.strip().splitlines()[0][:60],
                who=self.env.user.name,
                date=fields.Date.context_today(self),
            )
        return self.env["hr.performance.goal.revision"].create(
            [
                {
                    "evaluation_id": evaluation.id,
                    "reason_kind": self.reason_kind,
                    "explanation": self.explanation,
                    "mass_name": mass_name,
                    "line_ids": [Command.create(line._prepare_line_vals()) for line in lines],
                }
                for evaluation, lines in by_person.items()
            ]
        )

    def _open(self, revisions):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "hr_performance.goal_revision_action"
        )
        if len(revisions) == 1:
            return {**action, "res_id": revisions.id, "views": [(False, "form")]}
        return {**action, "domain": [("id", "in", revisions.ids)], "context": {}}
