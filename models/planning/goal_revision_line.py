from datetime import date

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import float_compare, format_date

from ...rules.numbers import names_number
from ..core.figures import show_figure
from ..core.labelled import labelled

# What a revision can change; each has an old and a new value on the line.
VALUES = ("name", "how", "target", "baseline", "low", "high", "weight", "date_due")
# What only the employee says about a goal (requirement P6), also while others decide.
OWN_WORDS = {"why", "confidence", "confidence_note"}
# With the manager's answer to a low confidence: what is said while others decide.
PARTS = {*OWN_WORDS, "manager_note"}


class GoalRevisionLine(models.Model):
    """One goal in a revision: changed from old to new values, cancelled, or added.

    The old values are copied from the goal when the revision is requested, so that the line says
    for good what was changed into what.
    """

    _name = "hr.performance.goal.revision.line"
    _description = "Goal in a revision"
    _inherit = ["hr.performance.link.mixin", "hr.performance.computed.mixin"]
    _order = "revision_id, id"
    _rec_name = "new_name"
    _check_company_auto = True
    _checked_links = {"goal_id": "read", "parent_id": "read"}

    revision_id = fields.Many2one(
        "hr.performance.goal.revision", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="revision_id.company_id", store=True, index=True)
    evaluation_id = fields.Many2one(related="revision_id.evaluation_id")
    revision_state = fields.Selection(related="revision_id.state", string="State of the revision")
    kind = fields.Selection(
        [("change", "Change"), ("cancel", "Cancel this goal"), ("add", "Add a goal")],
        string="What to do",
        required=True,
        default="change",
    )
    goal_id = fields.Many2one(
        "hr.performance.goal",
        string="Signed goal",
        check_company=True,
        index="btree_not_null",
        ondelete="restrict",
    )
    old_name = fields.Char(string="Goal before", readonly=True)
    old_how = fields.Text(string="How it is reached, before", readonly=True)
    old_target = fields.Float(string="Target before", digits=(16, 4), readonly=True)
    old_baseline = fields.Float(string="Baseline before", digits=(16, 4), readonly=True)
    old_low = fields.Float(string="Range from, before", digits=(16, 4), readonly=True)
    old_high = fields.Float(string="Range to, before", digits=(16, 4), readonly=True)
    old_weight = fields.Float(string="Weight before (%)", digits=(16, 2), readonly=True)
    old_date_due = fields.Date(string="Due before", readonly=True)
    new_name = fields.Char(string="Goal")
    new_how = fields.Text(string="How it is reached")
    new_target = fields.Float(string="Target", digits=(16, 4))
    new_baseline = fields.Float(string="Baseline", digits=(16, 4))
    new_low = fields.Float(string="Range from", digits=(16, 4))
    new_high = fields.Float(string="Range to", digits=(16, 4))
    new_weight = fields.Float(string="Weight (%)", digits=(16, 2))
    new_date_due = fields.Date(string="Due")
    parent_id = fields.Many2one(
        "hr.performance.goal",
        string="Serves",
        check_company=True,
        ondelete="restrict",
        help="Only for a new goal; with one of the own objectives it becomes a key result.",
    )
    no_parent_reason = fields.Text(
        string="Serves no goal because", help="Only for a new goal that serves none."
    )
    metric = fields.Char()
    unit = fields.Char()
    method = fields.Selection(
        lambda self: (
            self.env["hr.performance.goal"]._fields["method"]._description_selection(self.env)
        ),
        string="Measured by",
        default="ratio_higher",
    )
    why = fields.Text(string="Why it matters", help="In the employee's own words.")
    confidence = fields.Integer(
        help="The employee's confidence to reach it, from 1 to 10; 0 for a goal that changes: as"
        " it is."
    )
    confidence_note = fields.Text(
        string="Employee's note", help="What stands in the way, when the confidence is low."
    )
    manager_note = fields.Text(
        string="Manager's note", help="What the manager does about a low confidence."
    )
    summary = fields.Text(string="Old → new", compute="_compute_summary")

    _goal_once = models.UniqueIndex(
        "(revision_id, goal_id) WHERE goal_id IS NOT NULL", "This goal is in the revision already."
    )

    @api.depends("kind", *(f"{side}_{name}" for side in ("old", "new") for name in VALUES))
    def _compute_summary(self):
        for line in self:
            line.summary = "\n".join(line._describe_changes())

    def _describe_changes(self):
        """Return one sentence for each value that changes."""
        self.ensure_one()
        if self.kind == "cancel":
            return [self.env._("cancelled: it no longer counts")]
        names = self._get_changes()
        labels = {name: self._fields[f"new_{name}"]._description_string(self.env) for name in names}
        if self.kind == "add":
            return [
                labelled(self.env, labels[name], self._format(self[f"new_{name}"]))
                for name in names
                if name != "name"
            ]
        changes = [
            self.env._(
                "%(label)s: %(old)s → %(new)s",
                label=labels[name],
                old=self._format(self[f"old_{name}"]),
                new=self._format(new),
            )
            for name, new in names.items()
        ]
        stale = self._describe_stale_figure(self.new_name, self.old_target, self.new_target)
        return [*changes, stale] if stale else changes

    @api.model
    def _describe_stale_figure(self, text, old, new):
        """Return a sentence when a text still names the old target, None otherwise."""
        if old == new or not names_number(text or "", old) or names_number(text, new):
            return None
        return self.env._("The text of the goal still says %s.", self._format(old))

    def _format(self, value):
        if isinstance(value, float):
            return show_figure(self.env, value)
        return format_date(self.env, value) if isinstance(value, date) else value or "–"

    def _get_changes(self):
        """Return {field of the goal: new value} for what differs from the old value."""
        self.ensure_one()
        return {name: self[f"new_{name}"] for name in VALUES if self._differs(name)}

    def _differs(self, name):
        old, new = self[f"old_{name}"], self[f"new_{name}"]
        if isinstance(new, float):
            return bool(float_compare(old, new, precision_digits=4))
        return old != new

    @api.onchange("goal_id")
    def _onchange_goal_id(self):
        """Start from the values that hold now."""
        for side in ("old", "new") if self.goal_id else ():
            self.update({f"{side}_{name}": self.goal_id[name] for name in VALUES})

    # What was asked for stays

    @api.model_create_multi
    def create(self, vals_list):
        self.env["hr.performance.goal"].browse(
            [vals["goal_id"] for vals in vals_list if vals.get("goal_id")]
        ).check_access("read")
        lines = super().create([self._prepare_values(vals) for vals in vals_list])
        lines.revision_id._check_draft()
        lines.parent_id.check_access("read")
        for line in lines:
            line._check_parts({name for name in PARTS if line[name]})
        return lines

    @api.model
    def _prepare_values(self, vals):
        """Old values come from the goal; new values that are not given stay as they are."""
        asked = {key: value for key, value in vals.items() if not key.startswith("old_")}
        goal = self.env["hr.performance.goal"].browse(vals.get("goal_id") or [])
        if not goal:
            return asked
        values = {name: goal[name] for name in VALUES}
        news = {f"new_{name}": value for name, value in values.items()}
        return {**news, **asked, **{f"old_{name}": value for name, value in values.items()}}

    def write(self, vals):
        by_process = self.env["hr.performance.goal.revision"]._has_pass()
        if not by_process:
            self._check_write(vals)
        waiting = {one: one._get_awaited() for one in self.revision_id if not by_process}
        result = super().write(vals)
        for revision, awaited in waiting.items():
            if revision.state == "requested" and revision._get_awaited() != awaited:
                revision._go_on()
        if "revision_id" in vals:
            self.check_access("write")  # nor may a line be moved into somebody else's request
            self.revision_id._check_draft()
        return result

    def _check_write(self, vals):
        self._check_parts(PARTS & vals.keys())
        open_words = PARTS if set(self.mapped("revision_state")) <= {"requested"} else set()
        if vals.keys() - open_words:
            self.revision_id._check_draft()
        copied = [name for name in vals if name.startswith("old_") or name == "goal_id"]
        if copied:
            raise UserError(
                self.env._(
                    "Which goal a line is about, and its old values, cannot be written. Please"
                    " remove the line and add another one."
                )
            )

    def _check_parts(self, names):
        """Refuse to fill in somebody else's part in a new goal; see goal_participation.py."""
        officer = self.env.user.has_group("hr_performance.group_officer")
        for revision in self.revision_id if names else ():
            # Who can log in decides about access.
            login = revision.sudo().employee_id.user_id.filtered("active")
            mine = revision.is_mine or (officer and not login)
            if names & OWN_WORDS and not mine:
                raise UserError(
                    self.env._(
                        "Only %s can say why the new goal matters and how confident they are.",
                        revision.employee_id.name,
                    )
                )
            if "manager_note" in names and revision.is_mine:
                raise UserError(self.env._("The manager's note is not the employee's to write."))

    @api.ondelete(at_uninstall=False)
    def _unlink_except_requested(self):
        self.revision_id._check_draft()

    # Into the goals; by the process alone, see goal_revision_agreement.py

    def _copy_old_values(self):
        for line in self.filtered("goal_id"):
            line.write({f"old_{name}": line.goal_id[name] for name in VALUES})

    def _apply(self):
        """Give the goals the new values."""
        for line in self:
            getattr(line, f"_apply_{line.kind}")()

    def _apply_change(self):
        said = {name: self[name] for name in PARTS if self[name]}
        self.goal_id._with_revision_pass().write({**self._get_changes(), **said})

    def _apply_cancel(self):
        results = self.goal_id.key_result_ids  # without their objective they have no meaning
        (self.goal_id | results)._with_revision_pass().write({"cancelled": True})

    def _apply_add(self):
        goals = self.env["hr.performance.goal"]._with_revision_pass()
        self.write({"goal_id": goals.create([self._prepare_goal_vals()]).id})

    def _is_key_result(self):
        """A key result has no part of its own: how, why and confidence stand in its objective."""
        objective = self.parent_id if self.kind == "add" else self.goal_id.parent_id
        return objective.kind == "objective" and (
            objective.employee_id == self.revision_id.employee_id
        )

    def _prepare_goal_vals(self):
        revision = self.revision_id
        values = {name: self[f"new_{name}"] for name in VALUES}
        names = ("metric", "unit", "method", "no_parent_reason", *sorted(PARTS))
        return {
            **values,
            "date_due": self.new_date_due or revision.cycle_id.date_end,
            "kind": "key_result" if self._is_key_result() else "kpi",
            "cycle_id": revision.cycle_id.id,
            "employee_id": revision.employee_id.id,
            **{name: self[name] for name in names},
            "parent_id": self.parent_id.id,
        }

    # What is still to be said

    def _get_missing_parts(self):
        """Return {line: {part: sentence}} for what is missing before the goals are signed (P6)."""
        goals = self.env["hr.performance.goal"]
        missing = {}
        for line in self:
            if line.kind == "cancel" or line._is_key_result():
                continue
            goal = line.goal_id
            said = {name: line[name] or goal[name] for name in PARTS}
            low = line.company_id.sudo().performance_confidence_low  # a setting, no secret
            is_low = 0 < said["confidence"] <= low
            missing[line] = goals._describe_missing_parts(line.new_name, said, is_low)
        return missing
