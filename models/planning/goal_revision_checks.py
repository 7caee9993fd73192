from contextlib import contextmanager

from odoo import fields, models
from odoo.exceptions import UserError

from ...rules.flows import HR
from .goal_revision import OPEN_STATES


class GoalRevisionChecks(models.Model):
    """What a revision must fulfil, and what follows from its steps.

    New values are not checked by a second set of rules: they are written into the goals inside a
    savepoint, where every check of goals and Goal Confirmations applies, and taken back again.
    """

    _inherit = "hr.performance.goal.revision"

    @contextmanager
    def _rehearsed(self):
        """Inside, the goals have the new values; afterwards they are as before."""
        if not self:
            yield
            return
        with self.env.cr.savepoint() as rehearsal:
            self.with_context(tracking_disable=True).line_ids._apply()
            yield
            rehearsal.rollback()

    # Requesting

    def _check_request(self):
        for revision in self:
            if refusal := revision.evaluation_id._get_revision_refusal():
                raise UserError(refusal)
        self._check_none_open()
        self.line_ids._copy_old_values()
        for revision in self:
            revision._check_lines()
        with self._rehearsed():
            for agreement in self.evaluation_id.agreement_id:
                agreement._check_weights()
            findings = self._get_added_findings()
        self._keep_findings(findings)

    def _check_none_open(self):
        """One revision of a person's goals at a time: two would overwrite each other."""
        others = self.search(
            [("evaluation_id", "in", self.evaluation_id.ids), ("state", "in", OPEN_STATES)]
        )
        by_person = {one.evaluation_id: one for one in others}
        for revision in self:
            if other := by_person.get(revision.evaluation_id):
                raise UserError(other._describe_open())
            by_person[revision.evaluation_id] = revision

    def _describe_open(self):
        """Say that the goals of this person are under this revision already."""
        states = dict(self._fields["state"]._description_selection(self.env))
        return self.env._(
            "The goals of %(name)s are under revision already (requested on %(date)s by"
            " %(who)s, state “%(state)s”). Please finish or withdraw that revision first.",
            name=self.employee_id.name,
            date=fields.Date.to_date(self.requested_at),
            who=self.requested_by_id.name,
            state=states[self.state],
        )

    def _check_lines(self):
        self.ensure_one()
        if not self.line_ids:
            raise UserError(
                self.env._("%s: please name at least one goal to revise.", self.display_name)
            )
        for line in self.line_ids:
            if problem := self._get_line_problem(line):
                raise UserError(
                    self.env._(
                        "%(revision)s: %(problem)s", revision=self.display_name, problem=problem
                    )
                )

    def _get_line_problem(self, line):
        """Return what is wrong with one line, None when it can be requested."""
        if line.kind == "add":
            return self._get_added_line_problem(line)
        goal = line.goal_id
        if not goal or goal.evaluation_id != self.evaluation_id:
            return self.env._(
                "“%s” is not a goal of this person in this cycle.", goal.name or line.new_name or ""
            )
        if goal.cancelled:
            return self.env._("“%s” is cancelled already.", goal.name)
        if line.kind == "change" and not line.new_name:
            return self.env._("“%s” needs a text.", goal.name)
        if line.kind == "change" and not line._get_changes():
            return self.env._("“%s” does not change. Please remove it or change it.", goal.name)
        return None

    def _get_added_line_problem(self, line):
        if not line.new_name:
            return self.env._("a new goal needs a text.")
        if line.method in ("milestones", "key_results"):
            return self.env._(
                "“%s”: milestones and key results belong to goals that are planned from the start."
                " Please choose another measure for a goal that a revision adds.",
                line.new_name,
            )
        return None

    def _after_request(self, reason=None):
        for revision in self:
            revision.needs_hr = revision.company_id.performance_revision_hr
        # Whoever may approve and requests it has approved it.
        self.filtered(lambda one: one._get_approval_role())._record_approval()
        self._update_todos()

    # Deciding

    def _check_approve(self):
        self._check_may_decide()
        for revision in self:
            if refusal := revision.evaluation_id._get_revision_refusal():
                raise UserError(refusal)

    def _check_refuse(self):
        self._check_may_decide()

    def _check_may_decide(self):
        for revision in self:
            if not revision._get_approval_role():
                raise UserError(
                    self.env._(
                        "%(revision)s waits for: %(roles)s. You cannot decide for them, and nobody"
                        " decides for two sides.",
                        revision=revision.display_name,
                        roles=revision.waiting_for,
                    )
                )

    def _after_approve(self, reason=None):
        self._record_approval()
        self._update_todos()

    def _after_accept(self, reason=None):
        """Put up the next version of each Goal Confirmation for signing by both sides."""
        agreements = self.env["hr.performance.agreement"].create(
            [
                {
                    "evaluation_id": revision.evaluation_id.id,
                    "version": max(revision.evaluation_id.agreement_ids.mapped("version")) + 1,
                }
                for revision in self
            ]
        )
        for revision, agreement in zip(self, agreements, strict=True):
            revision.agreement_id = agreement
        agreements._transit_by_system("submit")

    # Ending

    def _check_withdraw(self):
        for revision in self:
            if refusal := revision._get_withdrawal_refusal():
                raise UserError(refusal)

    def _get_withdrawal_refusal(self):
        """Whoever asked takes it back, or HR; the others decide about it."""
        self.ensure_one()
        asked = self.requested_by_id or self.create_uid
        if self.env.user == asked or self._get_roles()[self.id] & HR:
            return None
        return self.env._(
            "%(revision)s can be withdrawn by %(who)s, who asked for it, or by HR.",
            revision=self.display_name,
            who=asked.name,
        )

    def _after_refuse(self, reason=None):
        self._tell(self.env._("Refused: %s", reason))

    def _after_withdraw(self, reason=None):
        self._tell(self.env._("Withdrawn."))

    def _after_send_back(self, reason=None):
        self._tell(self.env._("The new version was sent back, so no goal has changed: %s", reason))

    def _after_apply(self, reason=None):
        self.line_ids._apply()
        self._tell(self.env._("Signed by both sides: the goals have the new values."))

    def _tell(self, text):
        """Say in the history what became of the request, also to whoever requested it."""
        self._update_todos()
        for revision in self:
            asked = revision.requested_by_id
            # Who led the person when asking may have lost the right to read it.
            told = (
                asked.partner_id if revision._may_be_told(asked.id) else asked.partner_id.browse()
            )
            revision.message_post(body=text, partner_ids=told.ids)
