from odoo import fields, models
from odoo.exceptions import UserError

from .goal_revision import OPEN_STATES


class EvaluationRevision(models.Model):
    """Revisions of a person's goals, and when there can be one."""

    _inherit = "hr.performance.evaluation"

    revision_ids = fields.One2many(
        "hr.performance.goal.revision", "evaluation_id", string="Goal revisions", readonly=True
    )
    revision_count = fields.Integer(compute="_compute_revision_count")

    def _compute_revision_count(self):
        counts = dict(
            self.env["hr.performance.goal.revision"]._read_group(
                [("evaluation_id", "in", self.ids)], ["evaluation_id"], ["__count"]
            )
        )
        for evaluation in self:
            evaluation.revision_count = counts.get(evaluation, 0)

    def _get_revision_refusal(self):
        """Return why the goals cannot be revised by the current user now, None when they can."""
        self.ensure_one()
        if not (self._get_roles()[self.id] and self.has_access("read")):
            return self.env._(
                "You can request a revision of your own goals, of the goals of people in your line,"
                " and as an HR officer of your company; not of these goals."
            )
        # When there can be a revision must not depend on what the asker may read.
        evaluation_sudo = self.sudo()
        name = evaluation_sudo.employee_id.name
        cycle = evaluation_sudo.cycle_id
        if cycle.state in ("closed", "cancelled"):
            return self.env._(
                "The cycle %(cycle)s is closed: the goals of %(name)s cannot be revised any more.",
                cycle=cycle.name,
                name=name,
            )
        if evaluation_sudo.state not in ("planning", "executing"):
            return self.env._(
                "The evaluation of %s has started or was cancelled: goals are revised before it.",
                name,
            )
        if evaluation_sudo.agreement_id.state != "signed":
            return self.env._(
                "The goals of %s are not signed yet. They need no revision: send the Goal"
                " Confirmation back if it is put up for signing, and change them directly.",
                name,
            )
        if not evaluation_sudo.employee_id.active:
            return self.env._("%s has left: there is nobody to sign new goals.", name)
        return None

    def _check_no_open_revision(self):
        """An evaluation starts with goals that are settled."""
        opened = self.revision_ids.filtered(lambda one: one.state in OPEN_STATES)
        if opened:
            raise UserError(
                self.env._(
                    "%s: a revision of the goals is open. Decide and sign it, send the new version"
                    " back, or let HR withdraw it.",
                    ", ".join(opened.mapped("employee_id.name")),
                )
            )

    def _close_revisions(self, reason):
        """Nothing of a cancelled evaluation stays open."""
        opened = self.revision_ids.filtered(lambda one: one.state in OPEN_STATES)
        signing = opened.agreement_id.filtered(lambda one: one.state == "submitted")
        signing._transit_by_system("send_back", reason=reason, return_reason=reason)
        (opened - signing.revision_ids)._transit_by_system("withdraw", closing_reason=reason)

    def action_open_revisions(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "hr_performance.goal_revision_action"
        )
        return {**action, "domain": [("evaluation_id", "=", self.id)], "context": {}}
