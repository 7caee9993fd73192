from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...rules import distribution
from ...rules.calibration import UNFINISHED


class CalibrationSteps(models.Model):
    """The steps of a session: open, approve, reopen, cancel; and who may be in it."""

    _inherit = "hr.performance.calibration"

    def action_open(self):
        """Open the session: reviews lock, the guideline and today's grades are copied."""
        self._transit("open")

    def action_approve(self):
        """Approve the grades; from here on they change by an appeal, or by reopening."""
        self._transit("approve", approved_at=fields.Datetime.now(), approved_by_id=self.env.user.id)

    def action_reopen(self, reason):
        """Go on with an approved session, with a reason; its history stays."""
        self._transit("reopen", reason=reason, approved_at=False, approved_by_id=False)

    def action_cancel(self, reason):
        """Give up the session; grades go back to what they were when it was opened."""
        self._transit("cancel", reason=reason)

    # Who may be in it

    @api.constrains("participant_ids", "facilitator_id", "member_ids")
    def _check_people(self):
        """Nobody takes part where they, or somebody above them, are discussed.

        :raises ValidationError: naming who is in the way
        """
        for session in self:
            people = session.participant_ids | session.facilitator_id
            discussed = session.member_ids.employee_id
            if strangers := people.filtered(lambda one: not one.user_id):
                raise ValidationError(
                    self.env._(
                        "%(session)s: %(names)s cannot take part without a user.",
                        session=session.name,
                        names=", ".join(strangers.mapped("name")),
                    )
                )
            session._check_nobody_inside(people, discussed)
            session._check_nobody_above(people, discussed)

    def _check_nobody_inside(self, people, discussed):
        own = discussed.filtered(lambda one: one in people or one.user_id in people.user_id)
        if own:
            raise ValidationError(
                self.env._(
                    "%(session)s: %(names)s would take part in the session in which they are"
                    " discussed. Discuss them in another session, or let somebody else take part.",
                    session=self.name,
                    names=", ".join(own.mapped("name")),
                )
            )

    def _check_nobody_above(self, people, discussed):
        lines = self.env["hr.performance.line.mixin"]
        query = people and lines._get_superiors_query(people)
        above = {row[0] for row in self.env.execute_query(query)} if query else set()
        if leaders := discussed.filtered(lambda one: one.id in above):
            raise ValidationError(
                self.env._(
                    "%(session)s: %(names)s cannot be discussed before people whom they lead."
                    " Discuss them in another session.",
                    session=self.name,
                    names=", ".join(leaders.mapped("name")),
                )
            )

    def _get_members(self):
        """Everyone discussed who is still in the cycle; for the process itself."""
        return self.member_ids.filtered(lambda one: one.evaluation_id.state != "cancelled")

    # Opening

    def _check_open(self):
        for session in self:
            members = session._get_members()
            if not (members and session.facilitator_id):
                raise UserError(
                    self.env._(
                        "%s needs a facilitator and people who are discussed. Please name them"
                        " first.",
                        session.name,
                    )
                )
            if session.cycle_id.state not in ("evaluating", "calibrating", "communicating"):
                raise UserError(
                    self.env._(
                        "%(session)s: %(cycle)s is not being evaluated, so there is nothing to"
                        " calibrate.",
                        session=session.name,
                        cycle=session.cycle_id.name,
                    )
                )
            session._check_guideline_fits(len(members))
        self._check_people()

    def _check_guideline_fits(self, people):
        """Refuse a guideline that this number of people cannot keep (Formulas, section 4)."""
        scale = self.cycle_id.template_id.scale_id
        if self.guideline_mode == "off":
            return
        if fault := distribution.infeasible(scale._as_guideline(), people):
            raise UserError(
                self.env._(
                    "%(session)s: the guideline of %(scale)s cannot be kept by %(count)s people:"
                    " %(reason)s",
                    session=self.name,
                    scale=scale.name,
                    count=people,
                    reason=scale._describe_fault(fault),
                )
            )

    def _after_open(self, reason=None):
        for session in self:
            session.write(
                {
                    "opened_at": fields.Datetime.now(),
                    "guideline": session.cycle_id.template_id.scale_id._prepare_guideline(),
                }
            )
            members = session._get_members()
            for grade, ones in members.grouped(
                lambda one: one.evaluation_id.rating_ids.grade_id
            ).items():
                ones.write({"opening_grade_id": grade.id})
        self._close_invitations()
        self._tell_others()

    # Approving

    def _check_approve(self):
        for session in self:
            members = session._get_members()
            seen = session.sudo(False)._get_visible_members()
            if len(seen) < len(members):
                raise UserError(
                    self.env._(
                        "%s: you cannot see everybody in this session (you still owe somebody a"
                        " review, or somebody above you is in it). Give your review first, or let"
                        " somebody else approve.",
                        session.name,
                    )
                )
            ratings = members.evaluation_id.rating_ids
            without = members.filtered(lambda one: not one.evaluation_id.rating_ids.grade_id)
            if without:
                raise UserError(
                    self.env._(
                        "%(session)s cannot be approved: %(names)s have no grade yet. Move them to"
                        " a grade, or take them out of the session.",
                        session=session.name,
                        names=", ".join(without.mapped("employee_id.name")),
                    )
                )
            session._check_keeps_guideline(ratings)

    def _check_keeps_guideline(self, ratings):
        if not self._is_enforced(len(ratings)):
            return
        counts = {grade.id: len(ones) for grade, ones in ratings.grouped("grade_id").items()}
        advice = self._describe_deviations(self._get_deviations(counts, len(ratings)))
        if advice:
            raise UserError(
                self.env._(
                    "%(session)s is outside its guideline and cannot be approved: %(advice)s.",
                    session=self.name,
                    advice="; ".join(advice),
                )
            )

    def _after_approve(self, reason=None):
        self._tell_others()

    # Reopening and cancelling

    def _check_reopen(self):
        for session in self:
            members = session._get_members()
            if released := members.filtered("evaluation_id.released_at"):
                raise UserError(
                    self.env._(
                        "%(session)s cannot be reopened: the results of %(names)s are released."
                        " They only change by an appeal.",
                        session=session.name,
                        names=", ".join(released[:5].mapped("employee_id.name")),
                    )
                )
            others = self.env["hr.performance.calibration.member"].search(
                [
                    ("evaluation_id", "in", members.evaluation_id.ids),
                    ("calibration_id", "!=", session.id),
                    ("state", "in", UNFINISHED),
                ],
                limit=1,
            )
            if others:
                raise UserError(
                    self.env._(
                        "%(session)s cannot be reopened: %(name)s is in the unfinished session"
                        " “%(other)s” now.",
                        session=session.name,
                        name=others.employee_id.name,
                        other=others.calibration_id.name,
                    )
                )

    def _after_reopen(self, reason=None):
        for session in self:
            session._message_log(body=self.env._("Reopened: %s", reason))
        self._tell_others()

    def _after_cancel(self, reason=None):
        why = self.env._("The calibration session was cancelled: %s", reason)
        for session in self.filtered("opened_at"):
            moved = session.move_ids.member_id.filtered(
                lambda one: one.evaluation_id.rating_ids.grade_id != one.opening_grade_id
            )
            for grade, members in moved.grouped("opening_grade_id").items():
                session._change_grades(members, grade, why)
        for session in self:
            session._message_log(body=self.env._("Cancelled: %s", reason))
        # What was measured while the reviews were locked counts again.
        self._get_members().evaluation_id._update_ratings()
        self._close_invitations()
        self.calendar_event_id.write({"active": False})
        self._tell_others()
