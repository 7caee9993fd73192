from odoo import api, fields, models
from odoo.exceptions import UserError

CHANGES = "hr_performance.activity_type_changes"
OPEN = ("planning", "executing", "evaluating", "calibrating")
LOOK = "hr_performance.cron_changes"


class CycleChanges(models.Model):
    """Who came, left or moved since the launch, and that HR is told (requirement G2)."""

    _inherit = "hr.performance.cycle"

    change_count = fields.Integer(
        string="Changes to see to",
        readonly=True,
        copy=False,
        help="People who came, leave, or have another manager or department; counted by the"
        " scheduler.",
    )
    moved_count = fields.Integer(
        string="Moved", compute="_compute_changes", groups="hr_performance.group_officer"
    )
    leaving_count = fields.Integer(
        string="Leaving", compute="_compute_changes", groups="hr_performance.group_officer"
    )
    outside_count = fields.Integer(
        string="Not in the cycle",
        compute="_compute_changes",
        groups="hr_performance.group_officer",
        help="Employed in the cycle and not in it.",
    )

    def _compute_changes(self):
        for cycle in self:
            cycle.moved_count = len(cycle._get_moved())
            cycle.leaving_count = len(cycle._get_leaving())
            cycle.outside_count = len(cycle._get_outside())

    def _get_moved(self):
        """Evaluations whose employee has another manager or department today."""
        return self.env["hr.performance.evaluation"].search(
            [("cycle_id", "in", self.ids), ("has_moved", "=", True)]
        )

    def _get_leaving(self):
        """Evaluations of people who leave inside the cycle and are not evaluated yet."""
        running = self.evaluation_ids.filtered(lambda one: one.state in ("planning", "executing"))
        last = running._get_last_days()
        return running.filtered(lambda one: one.id in last)

    def _get_outside(self):
        """Employees of the company who are employed in the cycle and not in it."""
        self.ensure_one()
        if self.state not in ("planning", "executing"):
            return self.env["hr.employee"]
        # Who is employed: names come later, in a dialog of HR with its own rights.
        outside_sudo = (
            self.env["hr.employee"]
            .sudo()
            .search(
                [
                    ("company_id", "=", self.company_id.id),
                    ("id", "not in", self.evaluation_ids.employee_id.ids),
                ]
            )
        )
        tenures = outside_sudo._get_performance_tenures()
        return outside_sudo.filtered(
            lambda one: tenures[one.id].stay(self.date_start, self.date_end)
        )

    def _check_day_of_change(self, day):
        """Refuse a day outside the cycle: before, the launch knew; after, the next cycle will."""
        for cycle in self:
            if not day or not cycle.date_start <= day <= cycle.date_end:
                raise UserError(
                    self.env._(
                        "%(day)s lies outside %(cycle)s (%(start)s to %(end)s). Only a change"
                        " inside the cycle counts in it; please correct the date.",
                        day=day or "–",
                        cycle=cycle.name,
                        start=cycle.date_start,
                        end=cycle.date_end,
                    )
                )

    # Telling HR

    @api.model
    def _look_for_changes(self, companies):
        """Ask the scheduler to look, if one of these companies has a running cycle."""
        # Whether anybody is in a cycle does not depend on who writes the employee.
        cycles_sudo = self.sudo()
        running = [("state", "in", OPEN), ("company_id", "in", companies.ids)]
        cron_sudo = self.env.ref(LOOK, raise_if_not_found=False)
        if cron_sudo and cycles_sudo.search_count(running, limit=1):
            cron_sudo.sudo()._trigger()

    @api.model
    def _cron_find_changes(self):
        """Count what has changed in the running cycles, and tell HR of a new number."""
        for cycle in self.search([("state", "in", OPEN)]):
            today = cycle.company_id._get_performance_today()
            if cycle.date_start <= today <= cycle.date_end:
                cycle._renew_change_todo()

    def _renew_change_todo(self):
        count = len(self._get_moved()) + len(self._get_leaving()) + len(self._get_joiners())
        if count == self.change_count:
            return
        self._with_pass().write({"change_count": count})
        self.activity_unlink([CHANGES])
        users = self.company_id._get_performance_officers() if count else ()
        for user in users:
            self._create_tasks(
                CHANGES,
                [
                    {
                        "user_id": user.id,
                        "summary": self.with_context(lang=user.lang)._describe_changes(),
                        "date_deadline": self.company_id._get_performance_today(),
                    }
                ],
            )

    def _get_joiners(self):
        """Those outside who joined after the cycle began; others were left out at the launch."""
        outside = self._get_outside()
        tenures = outside._get_performance_tenures()
        return outside.filtered(
            lambda one: tenures[one.id].stay(self.date_start, self.date_end)[0] > self.date_start
        )

    def _describe_changes(self):
        return self.env._(
            "%(count)s people came, leave or moved: %(cycle)s",
            count=self.change_count,
            cycle=self.name,
        )
