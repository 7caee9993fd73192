from collections import defaultdict

from odoo import api, fields, models
from odoo.fields import Domain

from .agreement_todo import TO_SIGN
from .cycle_next_step import LIVE


class GoalDigest(models.Model):
    """What one person has to do so that goals are signed by the planning deadline of a cycle.

    The employee submits goals, the manager brings those of the team to a signature; whoever has a
    document to sign has the to-do on that document, and is reminded here. Without a deadline on
    the cycle nobody is asked.
    """

    _name = "hr.performance.goal.digest"
    _description = "Goals to agree"
    _inherit = ["hr.performance.digest.mixin"]

    _owed_type = "hr_performance.activity_type_goals_due"
    _late_type = "hr_performance.activity_type_goals_late"
    _reminder_mail = "hr_performance.goal_reminder_mail"
    _reminder_path = "my-performance-goals"

    draft_count = fields.Integer(string="Own goals to submit", readonly=True)
    team_count = fields.Integer(string="Not signed in the team", readonly=True)
    sign_count = fields.Integer(string="Documents to sign", readonly=True)
    waiting_ids = fields.Many2many(
        "hr.performance.evaluation", string="Not signed yet", compute="_compute_rows"
    )
    late_ids = fields.Many2many(
        "hr.performance.evaluation", string="Late now", compute="_compute_rows"
    )

    @api.model
    def _describe_cycle(self, name):
        return self.env._("Goals: %s", name)

    @api.depends_context("uid")
    def _compute_rows(self):
        evaluations = self.env["hr.performance.evaluation"]
        mine = Domain("is_mine", "=", True) | Domain("manager_id.user_id", "=", self.env.uid)
        for digest in self:
            # By the rights of the reader, whose row this is.
            open_ones = Domain(self._get_open_domain(digest.cycle_id))
            digest.waiting_ids = evaluations.search(open_ones & mine)
            followed = Domain(evaluations._get_followed_domain())
            late = digest.cycle_id._is_planning_over()
            digest.late_ids = evaluations.search(open_ones & followed) if late else False

    @api.model
    def _get_open_domain(self, cycle):
        """Evaluations of this cycle whose goals are not signed yet."""
        return [("cycle_id", "=", cycle.id), ("state", "=", "planning")]

    # What is owed

    @api.model
    def _get_nothing(self):
        return {**super()._get_nothing(), "draft_count": 0, "team_count": 0, "sign_count": 0}

    @api.model
    def _count_owed(self, cycle, users):
        if not cycle.planning_due or cycle.state not in LIVE:
            return {}
        counts = defaultdict(self._get_nothing)
        for name, found in (
            ("draft_count", self._count_drafts(cycle, users)),
            ("team_count", self._count_team(cycle, users)),
            ("sign_count", self._count_to_sign(cycle, users)),
        ):
            for user, number in found:
                counts[user][name] += number
        for values in counts.values():
            values["owed_count"] = sum(
                values[name] for name in ("draft_count", "team_count", "sign_count")
            )
            values["date_due"] = cycle.planning_due
        return dict(counts)

    @api.model
    def _count_drafts(self, cycle, users):
        """Pairs (user, 1) of those who have not put their goals up for signing."""
        domain = Domain(self._get_open_domain(cycle)) & Domain("agreement_id.state", "=", "draft")
        return self._count_by_user(domain, "employee_id", users)

    @api.model
    def _count_team(self, cycle, users):
        """Pairs (user, number) of managers and how many of their people have not signed."""
        return self._count_by_user(Domain(self._get_open_domain(cycle)), "manager_id", users)

    @api.model
    def _count_by_user(self, domain, field, users):
        whose = Domain(f"{field}.user_id.active", "=", True)
        if users is not None:
            whose &= Domain(f"{field}.user_id", "in", users.ids)
        groups = self.env["hr.performance.evaluation"]._read_group(
            domain & whose, [field], ["__count"]
        )
        return [(person.user_id, number) for person, number in groups]

    @api.model
    def _count_to_sign(self, cycle, users):
        """Pairs (user, number) of those whose signature is awaited."""
        agreements = self.env["hr.performance.agreement"]
        asked = agreements._search([("cycle_id", "=", cycle.id), ("state", "=", "submitted")])
        domain = Domain("activity_type_id", "=", self.env.ref(TO_SIGN).id)
        domain &= Domain("res_model", "=", agreements._name) & Domain("res_id", "in", asked)
        if users is not None:
            domain &= Domain("user_id", "in", users.ids)
        return self.env["mail.activity"]._read_group(domain, ["user_id"], ["__count"])

    def _has_task(self):
        # A document to sign has its own to-do.
        return bool(self.draft_count or self.team_count)

    # What is late

    @api.model
    def _find_late(self, cycle):
        """Those above the manager and HR are told; the manager has the own to-do, overdue."""
        if cycle.state not in LIVE or not cycle._is_planning_over():
            return {}
        evaluations = self.env["hr.performance.evaluation"].search(self._get_open_domain(cycle))
        officers = cycle.company_id._get_performance_officers() if evaluations else ()
        late = defaultdict(set)
        for evaluation in evaluations:
            about = evaluation.employee_id.user_id
            above = evaluation.manager_id.parent_id.user_id.filtered("active")
            for user in {above, *officers} - {about, about.browse()}:
                late[user].add(evaluation.id)
        return late

    # Words

    def _describe_owed(self):
        env, cycle = self.with_context(lang=self.user_id.lang).env, self.cycle_id.name
        if self.draft_count and self.team_count:
            return env._(
                "Your goals and those of your team are not signed (people: %(count)s): %(cycle)s",
                count=self.team_count,
                cycle=cycle,
            )
        if self.draft_count:
            return env._("Write your goals and submit them for signing: %s", cycle)
        if self.team_count:
            return env._(
                "Goals of your team are not signed (people: %(count)s): %(cycle)s",
                count=self.team_count,
                cycle=cycle,
            )
        return env._("Goals wait for your signature: %s", cycle)

    def _describe_late(self):
        return self.with_context(lang=self.user_id.lang).env._(
            "Goals were not signed in time (people: %(count)s): %(cycle)s",
            count=self.late_count,
            cycle=self.cycle_id.name,
        )
