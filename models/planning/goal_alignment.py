from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain
from odoo.tools import SQL

LEVELS = ("company", "department", "employee")

# A goal is carried by goals of a lower level, also where these serve a goal of its own level that
# serves it, such as its part in a quarter.
_CARRIED = """
    WITH RECURSIVE branch(root, level, id) AS (
        SELECT id, level, id FROM hr_performance_goal WHERE level != 'employee'
        UNION
        SELECT b.root, b.level, g.id
          FROM hr_performance_goal g JOIN branch b ON g.parent_id = b.id AND g.level = b.level
         WHERE g.cancelled IS NOT TRUE
    )
    SELECT DISTINCT b.root
      FROM branch b JOIN hr_performance_goal c ON c.parent_id = b.id AND c.level != b.level
     WHERE c.cancelled IS NOT TRUE
"""


class GoalAlignment(models.Model):
    """What a goal serves, and who carries it (requirements P1, P2)."""

    _inherit = "hr.performance.goal"
    # Whoever reads a goal may comment on it.
    _mail_post_access = "read"

    theme_id = fields.Many2one(
        "hr.performance.theme",
        string="Strategic theme",
        check_company=True,
        index="btree_not_null",
        ondelete="restrict",
    )
    strategy_meeting_id = fields.Many2one(
        "hr.performance.strategy.meeting",
        string="Came out of",
        check_company=True,
        index="btree_not_null",
        ondelete="set null",
        copy=False,
    )
    serves_nothing = fields.Boolean(
        compute="_compute_serves_nothing",
        search="_search_serves_nothing",
        help="It serves no goal, and nobody said why not.",
    )
    carried_by_nobody = fields.Boolean(
        compute="_compute_carried_by_nobody",
        search="_search_carried_by_nobody",
        help="No goal of a department or a person serves it.",
    )

    @api.depends("parent_id", "no_parent_reason", "level", "cancelled")
    def _compute_serves_nothing(self):
        for goal in self:
            goal.serves_nothing = not (
                goal.parent_id
                or goal.level == "company"
                or goal.cancelled
                or (goal.no_parent_reason or "").strip()
            )

    def _search_serves_nothing(self, operator, value):
        if operator != "in":
            return NotImplemented
        return (
            Domain("parent_id", "=", False)
            & Domain("level", "!=", "company")
            & Domain("cancelled", "=", False)
            & Domain("no_parent_reason", "in", [False, ""])
        )

    @api.depends("level", "cancelled", "child_ids.level", "child_ids.cancelled")
    def _compute_carried_by_nobody(self):
        carried = self._get_carried_ids()
        for goal in self:
            goal.carried_by_nobody = (
                goal.level in ("company", "department")
                and not goal.cancelled
                and goal.kind != "key_result"
                and goal._origin.id not in carried
            )

    def _search_carried_by_nobody(self, operator, value):
        if operator != "in":
            return NotImplemented
        return (
            Domain("level", "!=", "employee")
            & Domain("cancelled", "=", False)
            & Domain("kind", "!=", "key_result")
            & Domain("id", "not in", list(self._get_carried_ids()))
        )

    @api.model
    def _get_carried_ids(self):
        """Ids of the goals of company and departments that somebody carries, in one query.

        Whether a goal is carried is no secret, so it does not depend on what the asker reads.
        """
        self.flush_model(["level", "parent_id", "cancelled"])
        return {row[0] for row in self.env.execute_query(SQL(_CARRIED))}

    # What may be served

    @api.constrains("parent_id", "level", "employee_id", "cycle_id")
    def _check_served(self):
        led = {}
        # Constraints see everything, so links that the writer cannot read are checked too.
        for goal in (self | self.child_ids).filtered("parent_id"):
            if refusal := goal._get_service_refusal(led):
                raise ValidationError(
                    self.env._(
                        "“%(goal)s” cannot serve “%(served)s”: %(refusal)s",
                        goal=goal._get_link_name(),
                        served=goal.parent_id._get_link_name(),
                        refusal=refusal,
                    )
                )

    def _get_link_name(self):
        """Return the name of a linked goal, if the user may know it."""
        readable = self.sudo(False).has_access("read")
        return self.name if readable else self.env._("a goal of somebody else")

    def _get_service_refusal(self, led):
        """Return why this goal cannot serve its parent, None if it can.

        :param dict led: cache of the people below an employee, for many goals at once
        """
        served = self.parent_id
        if LEVELS.index(served.level) > LEVELS.index(self.level):
            return self.env._(
                "goals serve upwards: a person's a department's, a department's the company's."
            )
        if served.cycle_id.date_start > self.cycle_id.date_start:
            return self.env._(
                "its cycle %(later)s starts after %(cycle)s. Please choose a goal of the same or a"
                " longer cycle.",
                later=served.cycle_id.name,
                cycle=self.cycle_id.name,
            )
        owner = served.employee_id
        if not owner or owner == self.employee_id:
            return None
        if owner not in led:
            led[owner] = self._get_led_ids(owner)
        if self.employee_id.id in led[owner]:
            return None
        return self.env._(
            "%(owner)s does not lead %(employee)s. Please choose a goal of the company, the"
            " department, or somebody above.",
            owner=owner.name,
            employee=self.employee_id.name,
        )

    @api.constrains("theme_id", "cycle_id", "level")
    def _check_theme(self):
        for goal in self.filtered("theme_id"):
            theme = goal.theme_id
            if goal.level != "company":
                raise ValidationError(
                    self.env._(
                        "%s: a theme belongs to a goal of the company. Other goals follow it by"
                        " serving that goal.",
                        goal.name,
                    )
                )
            if theme.cycle_id not in goal.cycle_id._get_wholes():
                raise ValidationError(
                    self.env._(
                        "%(goal)s: the theme %(theme)s belongs to %(theme_cycle)s, which does not"
                        " contain %(cycle)s.",
                        goal=goal.name,
                        theme=theme.name,
                        theme_cycle=theme.cycle_id.name,
                        cycle=goal.cycle_id.name,
                    )
                )

    @api.constrains("strategy_meeting_id", "level")
    def _check_strategy_meeting(self):
        for goal in self.filtered("strategy_meeting_id"):
            if goal.level == "employee":
                raise ValidationError(
                    self.env._(
                        "%s: only goals of company and departments come out of a strategy meeting.",
                        goal.name,
                    )
                )
