from datetime import datetime, timedelta

import pytz

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..models.coaching.coaching import COACHING_KINDS, DURATIONS

WEEKDAYS = [
    ("0", "Monday"),
    ("1", "Tuesday"),
    ("2", "Wednesday"),
    ("3", "Thursday"),
    ("4", "Friday"),
    ("5", "Saturday"),
    ("6", "Sunday"),
]


class PlanCoachingWizard(models.TransientModel):
    """Plan the talks of a cycle with all own reports: propose the days, then book them."""

    _name = "hr.performance.plan.coaching.wizard"
    _description = "Plan my quarter"

    cycle_id = fields.Many2one(
        "hr.performance.cycle", required=True, default=lambda self: self._get_default_cycle()
    )
    cycle_ids = fields.Many2many(
        "hr.performance.cycle", string="Possible cycles", compute="_compute_cycle_ids"
    )
    kind = fields.Selection(
        [kind for kind in COACHING_KINDS if kind[0] != "ad_hoc"],
        string="Talk",
        required=True,
        default="one_on_one",
    )
    weekday = fields.Selection(WEEKDAYS, required=True, default="1")
    position = fields.Selection(
        [
            ("first", "At its beginning"),
            ("middle", "In its middle"),
            ("last", "At its end"),
        ],
        string="In the month or quarter",
        required=True,
        default="middle",
    )
    hour = fields.Float(
        string="From",
        required=True,
        default=10.0,
        help="In your own time zone, which you set in your preferences.",
    )
    zone = fields.Char(string="Time zone", compute="_compute_zone")
    duration = fields.Float(
        string="Duration (hours)",
        compute="_compute_duration",
        store=True,
        readonly=False,
        required=True,
        precompute=True,
    )
    per_day = fields.Integer(
        string="Talks a day", default=4, required=True, help="One after the other."
    )
    invite = fields.Boolean(
        string="Invite by e-mail",
        default=True,
        help="One e-mail for each meeting. It stands in the calendars of Odoo in any case.",
    )
    line_ids = fields.One2many("hr.performance.plan.coaching.wizard.line", "wizard_id")
    planned_count = fields.Integer(compute="_compute_planned_count")

    _hour_range = models.Constraint(
        "CHECK(hour >= 0 AND hour < 24)", "The time of day lies between 0:00 and 24:00."
    )
    _positive = models.Constraint(
        "CHECK(duration > 0 AND duration <= 8 AND per_day > 0)",
        "A talk lasts up to 8 hours, and at least one takes place a day.",
    )

    @api.model
    def _get_my_evaluations(self):
        """Own reports in cycles where talks can still take place."""
        return self.env["hr.performance.evaluation"].search(
            [
                ("manager_id.user_id", "=", self.env.uid),
                ("state", "in", ("planning", "executing")),
                ("cycle_id.date_end", ">=", fields.Date.context_today(self)),
            ]
        )

    @api.model
    def _get_default_cycle(self):
        """The cycle that ends first; somebody who leads nobody in any learns so at once."""
        cycles = self._get_my_evaluations().cycle_id.sorted("date_end")
        if not cycles:
            raise UserError(self._describe_no_report(self.env["hr.performance.cycle"]))
        return cycles[0]

    @api.model
    def _describe_no_report(self, cycle):
        """Say why no talk can be planned (in this cycle): nobody to lead, or too late for it."""
        domain = [("manager_id.user_id", "=", self.env.uid), ("state", "!=", "cancelled")]
        if cycle:
            domain.append(("cycle_id", "=", cycle.id))
        led = self.env["hr.performance.evaluation"].search(domain)
        if latest := led.cycle_id.sorted("date_end")[-1:]:
            return self.env._(
                "%(cycle)s: its talks are planned while the goals are worked on, at the latest on"
                " %(end)s. That time is over. Talks of the next cycle can be planned when HR has"
                " launched it; a single talk at any time.",
                cycle=latest.name,
                end=latest.date_end,
            )
        return self.env._(
            "You are manager of nobody in a cycle that is running, so there are no talks to"
            " plan. If that is wrong, please ask HR to check who is your report."
        )

    def _compute_cycle_ids(self):
        self.cycle_ids = self._get_my_evaluations().cycle_id

    @api.depends_context("uid")
    def _compute_zone(self):
        self.zone = self._get_zone().zone

    @api.depends("kind")
    def _compute_duration(self):
        for wizard in self:
            wizard.duration = DURATIONS.get(wizard.kind)

    @api.depends("line_ids.included")
    def _compute_planned_count(self):
        for wizard in self:
            wizard.planned_count = len(wizard.line_ids.filtered("included"))

    def _get_zone(self):
        return pytz.timezone(self.env.user.tz or self.env.company.resource_calendar_id.tz or "UTC")

    def _get_windows(self):
        """Return [(evaluation, window)] by the cadence of the template, in order of time."""
        evaluations = self._get_my_evaluations().filtered(lambda one: one.cycle_id == self.cycle_id)
        if not evaluations:
            raise UserError(self._describe_no_report(self.cycle_id))
        expected = [
            (evaluation, window)
            # Only the first and last day employed are taken from the HR file.
            for evaluation, kind, _counting, windows in evaluations.sudo()._get_expected_talks()
            if kind == self.kind
            for window in windows
        ]
        if not expected:
            raise UserError(
                self.env._(
                    "%(cycle)s expects no “%(kind)s”: the template %(template)s has no such"
                    " cadence. HR can add it there; a single talk can be planned at any time.",
                    cycle=self.cycle_id.name,
                    kind=dict(self._fields["kind"]._description_selection(self.env))[self.kind],
                    template=self.cycle_id.template_id.name,
                )
            )
        # By names of people whose evaluations the user reads.
        return sorted(
            expected, key=lambda one: (one[1].start, one[0].sudo().employee_id.name, one[0].id)
        )

    def action_preview(self):
        """Propose a day and time for each expected talk that has none yet."""
        self.ensure_one()
        self.line_ids.unlink()
        self.env["hr.performance.plan.coaching.wizard.line"].create(
            [{"wizard_id": self.id, **vals} for vals in self._prepare_lines()]
        )
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Plan my quarter"),
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
        }

    def action_apply(self):
        """Book the meetings that are ticked; what is planned already is left alone."""
        self.ensure_one()
        if not self.line_ids:
            self.action_preview()
        if not self.line_ids:
            raise UserError(
                self.env._(
                    "%s expects no more talks of this kind: their time is over.", self.cycle_id.name
                )
            )
        chosen = self.line_ids.filtered(lambda line: line.included and line.start)
        if chosen:
            chosen -= chosen._get_planned()
        if not chosen:
            raise UserError(
                self.env._("There is nothing to plan: the list says for each talk why.")
            )
        talks = chosen._book()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "hr_performance.team_coaching_action"
        )
        return {**action, "domain": [("id", "in", talks.ids)]}

    def _get_start(self, day, index):
        """Start of the ``index``-th talk of a day, with its time zone."""
        start = datetime.combine(day, datetime.min.time()) + timedelta(
            hours=self.hour + index * self.duration
        )
        return self._get_zone().localize(start)
