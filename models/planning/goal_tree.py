from odoo import api, fields, models
from odoo.tools import SQL

from ...rules.rollup import Node, rollups

_SUBTREES = """
    WITH RECURSIVE tree(id) AS (
        SELECT id FROM hr_performance_goal WHERE id IN %(ids)s
        UNION
        SELECT g.id FROM hr_performance_goal g JOIN tree t ON g.parent_id = t.id
         WHERE g.cancelled IS NOT TRUE AND g.kind != 'key_result'
    )
    SELECT g.id, g.parent_id, g.weight, g.is_measured, g.achievement, g.employee_id
      FROM hr_performance_goal g JOIN tree t ON t.id = g.id
"""
INDENT = "\u2003"


class GoalTree(models.Model):
    """The tree from the company to the person: order, depth, and how far the goals below are."""

    _inherit = "hr.performance.goal"

    tree_path = fields.Char(
        string="Place in the tree",
        compute="_compute_tree_path",
        store=True,
        recursive=True,
        index=True,
        help="Sorts every goal behind the one that it serves.",
    )
    tree_depth = fields.Integer(string="Depth", compute="_compute_tree_name")
    tree_name = fields.Char(string="Goal, indented", compute="_compute_tree_name")
    owner_name = fields.Char(string="Owner", compute="_compute_owner_name")
    rollup = fields.Float(
        string="Goals below (%)",
        compute="_compute_rollup",
        digits=(16, 2),
        help="Weighted mean of what the goals below have achieved; what is not measured is left"
        " out. Shown where it does not tell what one person achieved.",
    )
    has_rollup = fields.Boolean(compute="_compute_rollup")

    @api.depends("parent_id.tree_path")
    def _compute_tree_path(self):
        for goal in self:
            # A fixed width, so that text sorts as numbers do.
            goal.tree_path = f"{goal.parent_id.tree_path or ''}{goal._origin.id or 0:010d}/"

    @api.depends("tree_path", "name")
    def _compute_tree_name(self):
        for goal in self:
            goal.tree_depth = max(0, (goal.tree_path or "").count("/") - 1)
            goal.tree_name = f"{INDENT * goal.tree_depth}{goal.name or ''}"

    @api.depends("level", "employee_id", "department_id", "company_id")
    def _compute_owner_name(self):
        for goal in self:
            owner = goal.employee_id or goal.department_id or goal.company_id
            goal.owner_name = owner.sudo().name  # only the name

    @api.depends("child_ids.achievement", "child_ids.is_measured", "child_ids.cancelled")
    @api.depends_context("uid")
    def _compute_rollup(self):
        found = rollups(self._get_nodes())
        for goal in self:
            rollup = found.get(goal._origin.id)
            goal.has_rollup = bool(rollup and rollup.shown and rollup.value is not None)
            goal.rollup = rollup.value if goal.has_rollup else 0.0

    def _get_nodes(self):
        """Return these goals and all below as the rules take them; three queries for any number.

        The goals below count whether or not the viewer may read them: the rules keep back what
        would tell of one person.
        """
        ids = tuple(self._origin.ids)
        if not ids:
            return []
        self.flush_model(
            ["parent_id", "weight", "is_measured", "achievement", "employee_id", "cancelled"]
        )
        rows = self.env.execute_query(SQL(_SUBTREES, ids=ids))
        readable = self._get_readable_owner_ids()
        return [
            Node(
                key=key,
                parent=parent,
                weight=weight or 0.0,
                value=float(value or 0.0) if measured else None,
                owner=owner,
                readable=readable is None or owner in readable,
            )
            for key, parent, weight, measured, value, owner in rows
        ]

    @api.model
    def _get_readable_owner_ids(self):
        """Ids of the people whose goals the user reads, None for everybody."""
        user = self.env.user
        if self.env.su or user.has_groups(
            "hr_performance.group_officer,hr_performance.group_auditor"
        ):
            return None
        return self._get_subordinate_ids() | set(user.employee_ids.ids)

    @api.model
    def hierarchy_read(self, domain, specification, parent_field, child_field=None, order=None):
        """Begin with the goal itself where the viewer may not read the goal that it serves."""
        only = self.search(domain, limit=2)
        if len(only) == 1 and not only[parent_field]._filtered_access("read"):
            children = self.search([(parent_field, "=", only.id)], order=order)
            if not children:
                return only.web_read(specification)
            domain = [("id", "in", (only | children).ids)]
        return super().hierarchy_read(domain, specification, parent_field, child_field, order)
