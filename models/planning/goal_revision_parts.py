from odoo import api, fields, models

from ...rules.flows import EMPLOYEE, MANAGER


class GoalRevisionParts(models.Model):
    """What both sides say about the goals of a revision before its new version is put up (P6, P8).

    A request that is approved waits for it. So a market change can be asked for many people at
    once, also where some of them doubt their goals and have to say why.
    """

    _inherit = "hr.performance.goal.revision"

    spoken_line_ids = fields.One2many(
        "hr.performance.goal.revision.line",
        "revision_id",
        string="Own words",
        domain=[("kind", "!=", "cancel")],
    )
    missing_parts = fields.Text(
        string="Still to be said",
        compute="_compute_missing_parts",
        help="What employee and manager say about the goals before they sign.",
    )

    @api.depends(
        "state", "line_ids.new_name", "line_ids.why", "line_ids.confidence",
        "line_ids.confidence_note", "line_ids.manager_note", "line_ids.goal_id.confidence",
    )  # fmt: skip
    @api.depends_context("lang")
    def _compute_missing_parts(self):
        for revision in self:
            asked = revision.state in ("draft", "requested")
            missing = revision.line_ids._get_missing_parts().values() if asked else ()
            revision.missing_parts = "\n".join(
                sentence for parts in missing for sentence in parts.values()
            )

    @api.depends("missing_parts")
    def _compute_waiting(self):
        return super()._compute_waiting()

    def _get_awaited(self):
        awaited = super()._get_awaited()
        if self.state != "requested":
            return awaited
        return awaited | {
            MANAGER if part == "manager_note" else EMPLOYEE
            for parts in self.line_ids._get_missing_parts().values()
            for part in parts
        }

    def _go_on(self):
        """Somebody's last part was said: tell whoever is next, or put the version up."""
        # Who may say a part was decided where the line was written; this is what follows from it.
        process_sudo = self.sudo()._with_pass()
        process_sudo._settle()
        process_sudo._update_todos()
