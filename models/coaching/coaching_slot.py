from collections import defaultdict

from odoo import api, fields, models

from ...rules.cadence import Status, coverage
from .coaching import COACHING_KINDS

SLOT_STATES = [
    (Status.ON_TIME.value, "On time"),
    (Status.LATE.value, "Late"),
    (Status.MISSING.value, "Missing"),
    (Status.OPEN.value, "Open"),
]


class CoachingSlot(models.Model):
    """One expected talk: in which days, and what became of it (requirement C1).

    Slots follow from the cadence of the template and the talks held. Nobody writes them: they are
    brought up to date when goals are signed, when a talk is held, and every night.
    """

    _name = "hr.performance.coaching.slot"
    _description = "Expected talk"
    _inherit = ["hr.performance.of.evaluation.mixin", "hr.performance.line.mixin"]
    _order = "window_to, employee_id, id"
    _rec_name = "employee_id"

    evaluation_id = fields.Many2one(ondelete="cascade")
    department_id = fields.Many2one(related="evaluation_id.department_id", store=True)
    kind = fields.Selection(COACHING_KINDS, string="Talk", required=True)
    window_from = fields.Date(string="From", required=True)
    window_to = fields.Date(string="Until", required=True, index=True)
    status = fields.Selection(SLOT_STATES, required=True, default=Status.OPEN.value, index=True)
    coaching_id = fields.Many2one(
        "hr.performance.coaching", string="Held as", index="btree_not_null", ondelete="set null"
    )

    planned_id = fields.Many2one(
        "hr.performance.coaching", string="Planned as", compute="_compute_planned_id"
    )

    _window_unique = models.Constraint(
        "UNIQUE(evaluation_id, kind, window_from)", "This talk is expected already."
    )

    @api.depends("evaluation_id", "kind", "window_from", "window_to", "coaching_id")
    @api.depends_context("uid")
    def _compute_planned_id(self):
        """The talk that is planned for these days, if the user may read it."""
        talks = self.env["hr.performance.coaching"].search(
            [("evaluation_id", "in", self.evaluation_id.ids), ("state", "=", "planned")],
            order="date, id",
        )
        by_evaluation = talks.grouped("evaluation_id")
        for slot in self:
            counting = slot._get_counting_kinds()
            planned = by_evaluation.get(slot.evaluation_id, talks.browse()).filtered(
                lambda talk, slot=slot, counting=counting: (
                    talk.kind in counting and slot.window_from <= talk.date <= slot.window_to
                )
            )
            slot.planned_id = planned[:1]

    def _get_counting_kinds(self):
        """Kinds of talks that satisfy this expectation, by the template of the cycle."""
        cadences_sudo = self.sudo().cycle_id.template_id.cadence_ids  # how often is no secret
        cadence = cadences_sudo.filtered(lambda one: one.kind == self.kind)
        return cadence._get_counting_kinds() if cadence else (self.kind,)

    @api.model
    def _refresh(self, evaluations):
        """Bring the expected talks of these evaluations up to date, and count them anew."""
        self._bring_up_to_date(evaluations)
        # The figures of those managers alone: one signature must not count the whole cycle.
        concerned_sudo = evaluations.sudo()
        self.sudo().env["hr.performance.coaching.coverage"]._refresh(
            concerned_sudo.cycle_id, concerned_sudo.manager_id
        )

    @api.model
    def _bring_up_to_date(self, evaluations):
        """Create, change and remove expected talks of these evaluations, all in one pass."""
        # What is expected and held is counted whoever asks; nobody but the process writes it.
        slots_sudo = self.sudo()
        evaluations_sudo = evaluations.sudo()
        found = slots_sudo.search([("evaluation_id", "in", evaluations_sudo.ids)])
        existing = {(one.evaluation_id.id, one.kind, one.window_from): one for one in found}
        wanted = slots_sudo._prepare_slots(evaluations_sudo)
        found.filtered(
            lambda one: (one.evaluation_id.id, one.kind, one.window_from) not in wanted
        ).unlink()
        slots_sudo.create([vals for key, vals in wanted.items() if key not in existing])
        for key, vals in wanted.items():
            if key in existing:
                existing[key]._update(vals)

    def _update(self, vals):
        """Write what changed."""
        current = {
            "window_to": self.window_to,
            "status": self.status,
            "coaching_id": self.coaching_id.id,
        }
        if changed := {name: vals[name] for name in current if vals[name] != current[name]}:
            self.write(changed)

    def _prepare_slots(self, evaluations):
        """Return {(evaluation id, kind, first day): values of the slot}."""
        held = self._get_held(evaluations)
        today = fields.Date.context_today(self)
        wanted = {}
        for evaluation, kind, counting, windows in evaluations._get_expected_talks():
            talks = {
                day: talk
                for counted in counting
                for day, talk in held[evaluation.id, counted].items()
            }
            for cover in coverage(windows, talks, today):
                wanted[evaluation.id, kind, cover.window.start] = {
                    "evaluation_id": evaluation.id,
                    "kind": kind,
                    "window_from": cover.window.start,
                    "window_to": cover.window.due,
                    "status": cover.status.value,
                    "coaching_id": talks[cover.held] if cover.held else False,
                }
        return wanted

    def _get_held(self, evaluations):
        """Return {(evaluation id, kind): {day: talk id}}."""
        held = defaultdict(dict)
        talks = self.env["hr.performance.coaching"].search_fetch(
            [
                ("evaluation_id", "in", evaluations.ids),
                ("state", "in", ("held", "acknowledged")),
            ],
            ["evaluation_id", "kind", "held_on"],
        )
        for talk in talks:
            held[talk.evaluation_id.id, talk.kind][talk.held_on] = talk.id
        return held

    def action_open_coaching(self):
        """Open the talk that was held or is planned; otherwise start one."""
        self.ensure_one()
        action = {
            "type": "ir.actions.act_window",
            "name": self.env._("Coaching record"),
            "res_model": "hr.performance.coaching",
            "view_mode": "form",
        }
        if talk := self.coaching_id or self.planned_id:
            return {**action, "res_id": talk.id}
        context = {"default_employee_id": self.employee_id.id, "default_kind": self.kind}
        return {**action, "context": context}
