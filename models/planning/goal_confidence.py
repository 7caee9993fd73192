from odoo import api, fields, models
from odoo.exceptions import UserError

# Lets a goal record the confidence that was written on it. Compared by identity, so that no RPC
# context can carry it.
_RECORDING = object()
_PASS = "hr_performance_recording_confidence"


class GoalConfidence(models.Model):
    """What the owner of a goal thought of reaching it, on one day (requirements P6, C5).

    Only the owner says it, on the day itself: the latest one is the confidence of the goal, and
    two falls running are a warning. A correction on the same day replaces what was said.
    """

    _name = "hr.performance.goal.confidence"
    _description = "Confidence of a goal's owner"
    _inherit = ["hr.performance.line.mixin", "hr.performance.computed.mixin"]
    _order = "goal_id, date, id"
    _rec_name = "date"

    goal_id = fields.Many2one("hr.performance.goal", required=True, index=True, ondelete="cascade")
    employee_id = fields.Many2one(
        "hr.employee", string="Said by", readonly=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one(related="goal_id.company_id", store=True, index=True)
    date = fields.Date(readonly=True, required=True, default=fields.Date.context_today)
    confidence = fields.Integer(
        required=True, aggregator="avg", help="From 1 (hardly) to 10 (certainly)."
    )
    note = fields.Text(string="Why", help="What made you more, or less, confident.")

    _confidence_range = models.Constraint(
        "CHECK(confidence BETWEEN 1 AND 10)", "Confidence is a number from 1 to 10."
    )
    _day_unique = models.UniqueIndex(
        "(goal_id, date)",
        "The confidence of today is given already.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        recording = self._is_recording()
        today = fields.Date.context_today(self)
        goals = self.env["hr.performance.goal"].browse(
            vals["goal_id"] for vals in vals_list if vals.get("goal_id")
        )
        goals.exists().check_access("read")  # first: a refusal names the goal
        said_today = self._get_said_today([vals.get("goal_id") for vals in vals_list])
        new_vals = []
        for vals in vals_list:
            # Whose goal it is must not depend on what the asker may read.
            goal_sudo = self.env["hr.performance.goal"].browse(vals.get("goal_id")).sudo()
            if not goal_sudo:
                raise UserError(self.env._("Please say for which goal."))
            owner_sudo = goal_sudo._get_owner()
            if not recording:
                goal_sudo._check_confidence_open(owner_sudo, self.env.user)
            if goal_sudo.id not in said_today:
                new_vals.append({**vals, "date": today, "employee_id": owner_sudo.id})
        created = {row.goal_id.id: row for row in super().create(new_vals)}
        for vals in vals_list:
            if row := said_today.get(vals.get("goal_id")):
                row.write({name: vals[name] for name in ("confidence", "note") if name in vals})
        by_goal = {**created, **said_today}
        rows = self.browse().concat(*(by_goal[vals.get("goal_id")] for vals in vals_list))
        if not recording:
            rows._update_goals()
        return rows

    @api.model
    def _get_said_today(self, goal_ids):
        """Return {goal id: row} of what was said today already: a second word replaces it."""
        today = fields.Date.context_today(self)
        # Whether there is a row must not depend on what the asker may read.
        found_sudo = self.sudo().search([("goal_id", "in", goal_ids), ("date", "=", today)])
        return {row.goal_id.id: row.sudo(self.env.su) for row in found_sudo}

    def write(self, vals):
        if not self._is_recording():
            self.check_access("write")
            self._check_said_today(vals)
        result = super().write(vals)
        if not self._is_recording():
            self._update_goals()
        return result

    def _check_said_today(self, vals):
        if vals.keys() - {"confidence", "note"}:
            raise UserError(self.env._("Only the figure and the reason of a confidence change."))
        today = fields.Date.context_today(self)
        for row_sudo in self.sudo():  # a fact, whatever the asker may read
            if row_sudo.date != today:
                raise UserError(
                    self.env._(
                        "What was said on %(date)s about “%(goal)s” is kept. Please add today's"
                        " confidence instead.",
                        date=row_sudo.date,
                        goal=row_sudo.goal_id.name,
                    )
                )
            row_sudo.goal_id._check_confidence_open(row_sudo.employee_id, self.env.user)

    def _update_goals(self):
        """The confidence of a goal is the latest one said."""
        # Signed goals are closed; their confidence goes on, and the owner said it.
        for row_sudo in self.sudo():
            goal = row_sudo.goal_id._with_revision_pass().with_context(**{_PASS: _RECORDING})
            goal.write({"confidence": row_sudo.confidence})
        self.goal_id._after_signals()

    def _is_recording(self):
        return self.env.context.get(_PASS) is _RECORDING

    @api.model
    def _record(self, goals):
        """Keep the confidence that was written on goals while they were planned."""
        # A consequence of writing the goal, which was allowed.
        rows_sudo = self.sudo().with_context(**{_PASS: _RECORDING})
        rows_sudo.create([{"goal_id": goal.id, "confidence": goal.confidence} for goal in goals])
