from odoo import api, fields, models
from odoo.fields import Domain

from ...rules.cadence import Status, share_on_time

COUNTED = {status.value: f"{status.value}_count" for status in Status}


class CoachingCoverage(models.Model):
    """How far a manager keeps to the cadence in one cycle: counts and a percentage (C1).

    Counted from the expected talks in one query for all managers. The to-dos about them hang
    here: one per manager, not one per report.
    """

    _name = "hr.performance.coaching.coverage"
    _description = "Coverage of talks per manager"
    _inherit = [
        "hr.performance.line.mixin",
        "hr.performance.task.mixin",
        "mail.thread",
        "mail.activity.mixin",
    ]
    _order = "cycle_id, share, manager_id"
    _rec_name = "manager_id"

    cycle_id = fields.Many2one(
        "hr.performance.cycle", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="cycle_id.company_id", store=True, index=True)
    manager_id = fields.Many2one("hr.employee", required=True, index=True, ondelete="cascade")
    expected_count = fields.Integer(string="Expected")
    on_time_count = fields.Integer(string="On time")
    late_count = fields.Integer(string="Late")
    missing_count = fields.Integer(string="Missing")
    open_count = fields.Integer(string="Open")
    due_count = fields.Integer(string="Due within a week")
    next_due = fields.Date()
    share = fields.Float(
        string="On time (%)",
        digits=(16, 2),
        aggregator="avg",
        help="Of the talks that are due or held already.",
    )
    told_due = fields.Integer(help="What the last reminder said, so that it is not repeated.")
    told_missing = fields.Integer(help="What the last reminder said, so that it is not repeated.")
    told_above = fields.Integer(help="What the manager above was told last.")

    _manager_unique = models.Constraint(
        "UNIQUE(cycle_id, manager_id)", "There is one row per manager and cycle."
    )

    def _line_employee_path(self):
        """The figures are about the manager: they and those above them read it."""
        return "manager_id"

    def _line_manager_path(self):
        return None

    @api.model
    def _refresh(self, cycles, managers=None):
        """Count the expected talks of these cycles anew, in two queries for all managers, or for
        these."""
        scope = Domain("cycle_id", "in", cycles.ids)
        if managers is not None:
            scope &= Domain("manager_id", "in", managers.ids)
        counts = self._count_slots(scope)
        due = self._count_due(scope)
        rows = self.search(scope)
        found = {(row.cycle_id, row.manager_id): row for row in rows}
        (rows - self.concat(*(found[key] for key in counts if key in found))).unlink()
        wanted = {key: self._prepare_counts(one, due.get(key)) for key, one in counts.items()}
        self.with_context(mail_create_nolog=True, mail_create_nosubscribe=True).create(
            [
                {"cycle_id": cycle.id, "manager_id": manager.id, **vals}
                for (cycle, manager), vals in wanted.items()
                if (cycle, manager) not in found
            ]
        )
        for key, vals in wanted.items():
            if key in found:
                found[key].write(vals)

    def _count_slots(self, scope):
        counts = {}
        groups = self.env["hr.performance.coaching.slot"]._read_group(
            scope & Domain("manager_id", "!=", False),
            ["cycle_id", "manager_id", "status"],
            ["__count"],
        )
        for cycle, manager, status, count in groups:
            counts.setdefault((cycle, manager), {})[status] = count
        return counts

    def _count_due(self, scope):
        """Return {(cycle, manager): (number, first day)} of what is due within a week."""
        today = fields.Date.context_today(self)
        groups = self.env["hr.performance.coaching.slot"]._read_group(
            scope
            & Domain("manager_id", "!=", False)
            & Domain("status", "=", Status.OPEN.value)
            & Domain("window_to", "<=", fields.Date.add(today, days=7)),
            ["cycle_id", "manager_id"],
            ["__count", "window_to:min"],
        )
        return {(cycle, manager): (count, day) for cycle, manager, count, day in groups}

    def _prepare_counts(self, by_status, due):
        statuses = [Status(one) for one, count in by_status.items() for _each in range(count)]
        return {
            **{name: by_status.get(status, 0) for status, name in COUNTED.items()},
            "expected_count": len(statuses),
            "due_count": due[0] if due else 0,
            "next_due": due[1] if due else False,
            "share": share_on_time(statuses) or 0.0,
        }

    def action_open_slots(self):
        """List the expected talks behind the figures."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "hr_performance.coaching_slot_action"
        )
        return {
            **action,
            "domain": [
                ("cycle_id", "=", self.cycle_id.id),
                ("manager_id", "=", self.manager_id.id),
            ],
        }
