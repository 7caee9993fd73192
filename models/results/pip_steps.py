from odoo import api, fields, models
from odoo.exceptions import UserError

APPROVE = "hr_performance.activity_type_pip_approve"
READ = "hr_performance.activity_type_pip_acknowledge"


class PipSteps(models.Model):
    """The way of a plan from the draft to its start (requirement R5)."""

    _inherit = "hr.performance.pip"

    def action_submit(self):
        """Put the plan before HR; the employee still reads nothing."""
        self._transit("submit", submitted_by_id=self.env.user.id)

    def _check_submit(self):
        for pip in self:
            if gaps := pip._get_plan_gaps():
                raise UserError(
                    self.env._(
                        "%(plan)s is not complete:\n%(gaps)s",
                        plan=pip.display_name,
                        gaps="\n".join(f"- {gap}" for gap in gaps),
                    )
                )

    def _get_plan_gaps(self):
        """Return what a plan needs and does not have yet, as sentences."""
        self.ensure_one()
        gaps = []
        unproven = self.standard_ids.filtered(lambda one: not one.is_proven)
        if not self.standard_ids:
            gaps.append(
                self.env._(
                    "no standard is named that was not met. A plan rests on unmet standards with"
                    " evidence, never on a rank alone."
                )
            )
        if unproven:
            gaps.append(
                self.env._(
                    "evidence, and the dimension or goal, for: %s",
                    ", ".join(unproven.mapped("name")),
                )
            )
        if not self.goal_ids:
            gaps.append(self.env._("at least one goal with measure, target and date"))
        for kind in ("action", "support"):
            if kind not in self.task_ids.mapped("kind"):
                labels = dict(self.task_ids._fields["kind"]._description_selection(self.env))
                gaps.append(self.env._("at least one: %s", labels[kind]))
        return gaps

    def _after_submit(self, reason=None):
        for pip in self:
            for user in pip._get_approvers():
                pip.activity_schedule(APPROVE, user_id=user.id)

    def _get_approvers(self):
        """HR officers of the company who may approve: neither the person nor an author."""
        group = self.env.ref("hr_performance.group_officer")
        barred = self.employee_id.user_id | self._get_authors()
        return (group.all_user_ids - barred).filtered(
            lambda user: user.active and self.company_id in user.company_ids
        )[:3]

    def _get_authors(self):
        """Who drafted the plan or put it before HR: somebody else in HR approves it."""
        return self.drafted_by_id | self.submitted_by_id

    @api.depends("drafted_by_id", "submitted_by_id")
    def _compute_allowed_transitions(self):  # pylint: disable=missing-return
        super()._compute_allowed_transitions()
        for pip in self.filtered(lambda one: self.env.user in one._get_authors()):
            pip.allowed_transitions = [
                step for step in pip.allowed_transitions or () if step != "approve"
            ]

    def _get_refusals(self, name):
        refusals = super()._get_refusals(name)
        if name == "approve":
            for pip in self.filtered(lambda one: self.env.user in one._get_authors()):
                refusals.setdefault(
                    pip.id,
                    self.env._(
                        "%s: whoever drafted a plan or put it before HR does not approve it."
                        " Please ask somebody else in HR.",
                        pip.display_name,
                    ),
                )
        return refusals

    def action_send_back(self, reason):
        """HR asks its author for changes, with the reason."""
        self._transit("send_back", reason=reason)

    def _after_send_back(self, reason=None):
        self.activity_unlink([APPROVE])
        for pip in self.filtered("manager_id.user_id"):
            pip.activity_schedule(
                "mail.mail_activity_data_todo",
                summary=self.env._("Improvement plan sent back by HR"),
                note=reason,
                user_id=pip.manager_id.user_id.id,
            )

    def action_approve(self):
        """HR approves; from now on the employee reads the plan and is asked to acknowledge."""
        self._transit("approve", approved_at=fields.Datetime.now(), approved_by_id=self.env.user.id)

    def _check_approve(self):
        self._check_submit()

    def _after_approve(self, reason=None):
        self._close_drafting()
        # Whatever was on lists while it was drafted is not for the employee's eyes.
        self.activity_ids.unlink()
        for pip in self.filtered("employee_id.user_id"):
            pip.activity_schedule(READ, user_id=pip.employee_id.user_id.id)

    def action_acknowledge(self, comment=None):
        """The employee has read the plan; to acknowledge is not to agree."""
        self._transit(
            "acknowledge", employee_comment=comment, acknowledged_at=fields.Datetime.now()
        )

    def _check_acknowledge(self):
        today = fields.Date.context_today(self)
        for pip in self:
            if pip.date_end <= today:
                raise UserError(
                    self.env._(
                        "%(plan)s was to end on %(end)s. HR can cancel it and draft a new one.",
                        plan=pip.display_name,
                        end=pip.date_end,
                    )
                )

    def _after_acknowledge(self, reason=None):
        self._begin()

    def action_start(self, reason):
        """HR starts a plan that is not acknowledged: no login, or the employee refuses."""
        self._transit("start", reason=reason, start_reason=reason)

    def _check_start(self):
        self._check_acknowledge()

    def _after_start(self, reason=None):
        self._begin()

    def _begin(self):
        self.activity_feedback([READ])
        today = fields.Date.context_today(self)
        for pip in self:
            pip.write({"original_end": pip.date_end})
        for start, pips in self.grouped(lambda one: max(one.date_start, today)).items():
            pips._plan_checkins(start)
