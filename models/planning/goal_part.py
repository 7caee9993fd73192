from odoo import api, fields, models
from odoo.exceptions import ValidationError


class GoalPart(models.Model):
    """A goal of a year has parts in the quarters, and its figure adds up from theirs (P1)."""

    _inherit = "hr.performance.goal"

    is_additive = fields.Boolean(
        string="Adds up",
        help="The target is the sum of its parts, such as sales. Otherwise each part has the whole"
        " target, such as a rate.",
    )
    part_of_id = fields.Many2one(
        "hr.performance.goal",
        string="Part of the goal",
        check_company=True,
        index="btree_not_null",
        ondelete="restrict",
        copy=False,
        help="The same owner's goal of the longer cycle.",
    )
    part_ids = fields.One2many("hr.performance.goal", "part_of_id", string="Parts of the goal")
    has_shorter_cycles = fields.Boolean(
        string="Can be broken down", compute="_compute_has_shorter_cycles"
    )
    last_value = fields.Float(recursive=True)
    last_date = fields.Date(recursive=True)

    @api.depends(
        "is_additive",
        "part_ids.last_value",
        "part_ids.last_date",
        "part_ids.cancelled",
    )
    def _compute_last_value(self):  # pylint: disable=missing-return
        """With parts that are measured: their sum where the goal adds up, else the latest."""
        super()._compute_last_value()
        for goal in self:
            # The owner of a goal owns its parts, so whoever reads the one reads the others.
            parts_sudo = goal.sudo().part_ids.filtered(
                lambda part: part.last_date and not part.cancelled
            )
            if parts_sudo:
                latest = parts_sudo.sorted(lambda part: (part.last_date, part.id))[-1:]
                summed = sum(parts_sudo.mapped("last_value"))
                goal.last_value = summed if goal.is_additive else latest.last_value
                goal.last_date = latest.last_date

    @api.depends("cycle_id.child_ids")
    def _compute_has_shorter_cycles(self):
        for goal in self:
            goal.has_shorter_cycles = bool(goal.cycle_id.child_ids)

    @api.constrains("part_of_id", "cycle_id", "level", "employee_id", "department_id", "kind")
    def _check_part(self):
        # Constraints see everything, so parts that the writer cannot read are checked too.
        for part in (self | self.part_ids).filtered("part_of_id"):
            if refusal := part._get_part_refusal():
                raise ValidationError(
                    self.env._(
                        "“%(part)s” cannot be a part of “%(whole)s”: %(refusal)s",
                        part=part._get_link_name(),
                        whole=part.part_of_id._get_link_name(),
                        refusal=refusal,
                    )
                )

    def _get_part_refusal(self):
        whole = self.part_of_id
        if whole.cycle_id not in self.cycle_id._get_wholes() - self.cycle_id:
            return self.env._(
                "%(cycle)s is not a part of %(longer)s.",
                cycle=self.cycle_id.name,
                longer=whole.cycle_id.name,
            )
        owners = [(one.level, one.employee_id, one.department_id) for one in (self, whole)]
        if owners[0] != owners[1]:
            return self.env._("the two have different owners.")
        if "key_result" in (self.kind, whole.kind):
            return self.env._("a key result belongs to its objective, and is not broken down.")
        return None

    def _get_wholes(self):
        """Return the goals of longer cycles that these are parts of, at any depth."""
        wholes = self.browse()
        above = self.part_of_id
        while above - wholes:
            wholes |= above
            above = above.part_of_id
        return wholes
