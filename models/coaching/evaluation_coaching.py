from odoo import fields, models

from ...rules.cadence import Kind, expected

LIVE_STATES = ("executing", "evaluating")


class EvaluationCoaching(models.Model):
    """The talks with one person in one cycle."""

    _inherit = "hr.performance.evaluation"

    coaching_ids = fields.One2many("hr.performance.coaching", "evaluation_id", readonly=True)
    slot_ids = fields.One2many("hr.performance.coaching.slot", "evaluation_id", readonly=True)
    coaching_count = fields.Integer(compute="_compute_coaching_count")

    def _compute_coaching_count(self):
        counts = dict(
            self.env["hr.performance.coaching"]._read_group(
                [("evaluation_id", "in", self.ids), ("state", "!=", "cancelled")],
                ["evaluation_id"],
                ["__count"],
            )
        )
        for evaluation in self:
            evaluation.coaching_count = counts.get(evaluation, 0)

    def _after_execute(self, reason=None):
        """The goals are signed: talks about them are expected from now on."""
        planned = self.coaching_ids.filtered(lambda talk: talk.state == "planned")
        planned._add_goals()
        self.env["hr.performance.coaching.slot"]._refresh(self)

    def _refresh_talks(self):
        """Bring the expected talks of everyone whose goals are signed up to date."""
        self.env["hr.performance.coaching.slot"]._refresh(
            self.filtered(lambda one: one.state in LIVE_STATES)
        )

    def _get_expected_talks(self):
        """Yield (evaluation, kind, kinds that count, windows) by the cadence of the template."""
        tenures = self.employee_id._get_performance_tenures()
        for evaluation in self:
            cycle = evaluation.cycle_id
            stay = tenures[evaluation.employee_id.id].stay(cycle.date_start, cycle.date_end)
            for cadence in cycle.template_id.cadence_ids if stay else ():
                windows = expected(Kind(cadence.every), cycle.date_start, cycle.date_end, *stay)
                yield evaluation, cadence.kind, cadence._get_counting_kinds(), windows

    def action_open_coaching(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("hr_performance.coaching_action")
        return {
            **action,
            "domain": [("evaluation_id", "=", self.id)],
            "context": {"default_employee_id": self.employee_id.id},
        }
