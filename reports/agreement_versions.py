import json

from odoo import api, fields, models

from ..rules.versions import compare

# What the comparison of two versions shows, in this order.
SHOWN = (
    "name", "weight", "target", "baseline", "low", "high", "unit", "metric", "method", "date_due",
    "how", "serves", "no_parent_reason", "why", "confidence", "confidence_note", "manager_note",
    "date_start", "cap", "floor", "milestones",
)  # fmt: skip


# Of a goal that is new or gone, these are no news.
USUAL = {"name", "date_start", "cap", "floor"}


class AgreementVersions(models.Model):
    """The versions of one person's Goal Confirmation, and what changed between them (P8, G4)."""

    _inherit = "hr.performance.agreement"

    previous_id = fields.Many2one(
        "hr.performance.agreement", string="Version before", compute="_compute_previous_id"
    )
    version_ids = fields.One2many(related="evaluation_id.agreement_ids", string="All versions")
    changes = fields.Html(
        string="Changes to the version before", compute="_compute_changes", sanitize=False
    )

    signed_goals = fields.Html(
        string="Goals of this version", compute="_compute_signed_goals", sanitize=False
    )

    @api.depends("evaluation_id.agreement_ids.version", "evaluation_id.agreement_ids.state")
    def _compute_previous_id(self):
        """The version that was in force before this one; one that was sent back never was."""
        for agreement in self:
            older = agreement.evaluation_id.agreement_ids.filtered(
                lambda one, version=agreement.version: (
                    one.version < version and one.state != "discarded"
                )
            )
            agreement.previous_id = older.sorted("version")[-1:]

    @api.depends("frozen_content", "evaluation_id.agreement_ids.frozen_content")
    @api.depends_context("lang")
    def _compute_changes(self):
        for agreement in self:
            older = agreement.previous_id
            both = older.frozen_content and agreement.frozen_content
            agreement.changes = agreement._render_comparison(older) if both else False

    @api.depends("frozen_content")
    @api.depends_context("lang")
    def _compute_signed_goals(self):
        """The goals as they were put up for signing, whatever they are today."""
        form = self.env["report.hr_performance.agreement_form"]
        for agreement in self:
            goals = json.loads(agreement.frozen_content or "{}").get("goals", [])
            rows = [form._prepare_goal(goal) for goal in goals]
            agreement.signed_goals = rows and self.env["ir.qweb"]._render(
                "hr_performance.version_goals", {"rows": rows}
            )

    def _render_comparison(self, older):
        """Return a table: each goal in the older version and in this one, side by side."""
        self.ensure_one()
        return self.env["ir.qweb"]._render(
            "hr_performance.version_comparison",
            {"older": older, "newer": self, "rows": self._compare(older)},
        )

    def _compare(self, older):
        """Return the rows of the comparison, as text."""
        pairs = compare(older._get_comparable_goals(), self._get_comparable_goals())
        return [
            {
                "name": (pair.new or pair.old)["name"],
                "status": pair.status.value,
                "values": [
                    self._prepare_compared_value(pair, name)
                    for name in SHOWN
                    if self._is_shown(pair, name)
                ],
            }
            for pair in pairs
        ]

    @api.model
    def _is_shown(self, pair, name):
        """What changed; of a goal that is new or gone, what it says besides its name."""
        if pair.old and pair.new:
            return name in pair.changed
        return name not in USUAL and bool((pair.new or pair.old).get(name))

    @api.model
    def _prepare_compared_value(self, pair, name):
        labels = {"serves": "parent_id", "milestones": "milestone_ids"}
        field = self.env["hr.performance.goal"]._fields[labels.get(name, name)]
        return {
            "label": field._description_string(self.env),
            "old": self._describe_value(name, pair.old[name]) if pair.old else "",
            "new": self._describe_value(name, pair.new[name]) if pair.new else "",
        }

    @api.model
    def _describe_value(self, name, value):
        form = self.env["hr.performance.form.mixin"]
        if name == "method":
            return form._label("hr.performance.goal", "method", value)
        if name == "milestones":
            return ", ".join(step["name"] for step in value)
        if name.startswith("date_"):
            return form._date(value)
        return form._figure(value) if isinstance(value, (int, float)) else value or ""

    def _get_comparable_goals(self):
        """Return the goals as they were signed, each with an id by which versions match.

        A goal that this version adds had no id when the content was frozen; its line knows it.
        """
        self.ensure_one()
        # Whoever reads this version reads what became of its lines.
        lines = {line.id: line for line in self.sudo().revision_ids.line_ids}
        goals = json.loads(self.frozen_content)["goals"] if self.frozen_content else []
        return [
            {**goal, "id": goal["id"] or lines[goal["line"]].goal_id.id or -goal["line"], "line": 0}
            for goal in goals
        ]

    def action_open_version(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.display_name,
            "res_model": self._name,
            "view_mode": "form",
            "res_id": self.id,
        }
