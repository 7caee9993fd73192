from odoo import api, fields, models
from odoo.exceptions import UserError

from ..models.core.labelled import labelled
from ..rules.numbers import half_up
from ..rules.split import difference, split

TARGET_METHODS = ("ratio_higher", "ratio_lower", "progress")


class SplitMixin(models.AbstractModel):
    """A dialog that divides the target of one goal among several new goals, its lines.

    A heir has ``line_ids``, made of `SplitLineMixin`, and tells in ``_get_given`` how much of the
    target is given to others already.
    """

    _name = "hr.performance.split.mixin"
    _description = "Dividing the target of a goal"
    _inherit = ["hr.performance.link.mixin"]
    _checked_links = {"goal_id": "read"}

    goal_id = fields.Many2one("hr.performance.goal", required=True, ondelete="cascade")
    company_id = fields.Many2one(related="goal_id.company_id", related_sudo=False)
    target = fields.Float(related="goal_id.target", related_sudo=False)
    unit = fields.Char(related="goal_id.unit", related_sudo=False)
    has_target = fields.Boolean(compute="_compute_has_target")
    adds_up = fields.Boolean(string="Sum matters", compute="_compute_has_target")
    split = fields.Selection(
        [("equal", "Equally"), ("weight", "By weight"), ("hand", "By hand")],
        string="Divide the target",
        required=True,
        default="equal",
    )
    given = fields.Float(string="Given already", compute="_compute_balance", digits=(16, 4))
    total = fields.Float(string="Together", compute="_compute_balance", digits=(16, 4))
    balance = fields.Char(string="Does it add up?", compute="_compute_balance")

    @api.depends("goal_id")
    def _compute_has_target(self):
        for wizard in self:
            wizard.has_target = wizard.goal_id.method in TARGET_METHODS
            wizard.adds_up = wizard.has_target and wizard.goal_id.is_additive

    @api.depends("goal_id", "line_ids.target", "line_ids.included", "line_ids.obstacle")
    def _compute_balance(self):
        for wizard in self:
            lines = wizard._get_chosen()
            wizard.given = wizard._get_given()
            wizard.total = wizard.given + sum(lines.mapped("target"))
            wizard.balance = wizard._describe_balance(lines)

    def _get_given(self):
        return 0.0

    def _get_chosen(self):
        return self.line_ids.filtered(lambda line: line.included and not line.obstacle)

    def _describe_balance(self, lines):
        """Return a sentence when the parts of an additive target do not make the whole."""
        if not (self.adds_up and lines):
            return False
        off = difference(self.target, [self.given, *lines.mapped("target")])
        if not off:
            return False
        values = {
            "total": half_up(self.target + off, 4),
            "target": self.target,
            "off": abs(off),
            "unit": self.unit or "",
        }
        if off > 0:
            return self.env._(
                "The parts make %(total)g %(unit)s together, %(off)g more than the target of"
                " %(target)g. Please take it off somewhere.",
                **values,
            )
        return self.env._(
            "The parts make %(total)g %(unit)s together, %(off)g less than the target of"
            " %(target)g. Please add it somewhere.",
            **values,
        )

    def _check_balance(self):
        if problem := self._describe_balance(self._get_chosen()):
            raise UserError(problem)

    @api.onchange("split", "line_ids")
    def _onchange_split(self):
        """Follow every change of the lines, unless the user divides by hand."""
        self._distribute()

    def _distribute(self):
        if not self.has_target or self.split == "hand":
            return
        lines = self._get_chosen()
        if not self.adds_up:
            lines.target = self.target
            return
        shares = [line.share if self.split == "weight" else 1 for line in lines]
        if not any(shares) or min(shares) < 0:
            return  # being typed; the sentence about the sum says what is missing
        parts = split(max(self.target - self._get_given(), 0), shares)
        for line, part in zip(lines, parts, strict=True):
            line.target = part

    def _prepare_split(self, line):
        """Return the measure of the new goal: that of the divided one, with its own target."""
        goal = self.goal_id
        vals = goal._prepare_copied()
        if self.has_target:
            vals["target"] = line.target
        if self.adds_up:
            # Where it starts is divided as the target is.
            ratio = line.target / goal.target if goal.target else 0.0
            vals["baseline"] = half_up(goal.baseline * ratio, 4)
        return vals

    def _get_created_action(self, goals, name):
        """Show the new goals, and say who was skipped and why."""
        # This list tells whose each one is, for which cycle, and its part of the target.
        tree = self.env.ref("hr_performance.goal_view_list_tree")
        action = {
            "type": "ir.actions.act_window",
            "name": name,
            "res_model": "hr.performance.goal",
            "views": [(tree.id, "list"), (False, "form")],
            "domain": [("id", "in", goals.ids)],
            "target": "current",
        }
        skipped = self.line_ids.filtered("obstacle")
        if not skipped:
            return action
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "warning",
                "sticky": True,
                "title": self.env._("Skipped"),
                "message": "\n".join(
                    labelled(self.env, line.name, line.obstacle) for line in skipped
                ),
                "next": action,
            },
        }


class SplitLineMixin(models.AbstractModel):
    """One new goal of such a dialog: its part of the target, or why there can be none."""

    _name = "hr.performance.split.line.mixin"
    _description = "Part of a divided target"

    name = fields.Char(string="For", compute="_compute_name")
    included = fields.Boolean(string="Propose", default=True)
    share = fields.Float(string="Weight", default=1.0, digits=(16, 2))
    target = fields.Float(digits=(16, 4))
    obstacle = fields.Char(string="Not possible because", compute="_compute_obstacle")

    _share_positive = models.Constraint("CHECK(share >= 0)", "A weight cannot be negative.")
